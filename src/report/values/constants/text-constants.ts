/** The texts that an SQL condition compares columns with: `channel = 'SEM'`, `status NOT IN ('paid', 'shipped')`. */

export interface TextConstant {
  /** As written, without quotes. */
  column: string;
  /** `users.channel`: the table in front of it. */
  table: string | undefined;
  value: string;
}

interface Token {
  kind: 'text' | 'name' | 'sign';
  text: string;
}

const pattern =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'((?:[^']|'')*)'|"((?:[^"]|"")*)"|([\p{L}_][\p{L}\p{N}_]*)|\d+(?:\.\d+)?|<>|!=|==|<=|>=|\|\||[^\s]/gu;
const equalities = new Set(['=', '==', '<>', '!=']);
/** In front of a column these make it part of an expression: what is compared is not the column itself. */
const joiners = new Set(['+', '-', '*', '/', '%', '||', '.']);

/** Each pair once, in order. What stands in a query of its own may be of another table and is passed over. */
export function listTextConstants(condition: string): TextConstant[] {
  const tokens = dropInnerQueries([...readTokens(condition)]);
  const found = new Map<string, TextConstant>();
  tokens.forEach((token, at) => {
    const constants =
      token.kind === 'sign' && equalities.has(token.text)
        ? readEquality(tokens, at)
        : isWord(token, 'in')
          ? readList(tokens, at)
          : [];
    for (const one of constants) found.set(`${one.table} ${one.column} ${one.value}`, one);
  });
  return [...found.values()];
}

function* readTokens(condition: string): Generator<Token> {
  for (const match of condition.matchAll(pattern)) {
    const [whole, text, quoted, word] = match;
    if (whole.startsWith('--') || whole.startsWith('/*')) continue;
    if (text !== undefined) yield { kind: 'text', text: text.replaceAll("''", "'") };
    else if (quoted !== undefined) yield { kind: 'name', text: quoted.replaceAll('""', '"') };
    else yield { kind: word === undefined ? 'sign' : 'name', text: whole };
  }
}

const isWord = (token: Token | undefined, word: string): boolean =>
  token?.kind === 'name' && token.text.toLowerCase() === word;

function dropInnerQueries(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  let inside = 0;
  tokens.forEach((token, at) => {
    const opens = token.text === '(' && token.kind === 'sign';
    const closes = token.text === ')' && token.kind === 'sign';
    const starts = isWord(tokens[at + 1], 'select') || isWord(tokens[at + 1], 'with');
    if (inside > 0 || (opens && starts)) inside += opens ? 1 : closes ? -1 : 0;
    else kept.push(token);
  });
  return kept;
}

function readEquality(tokens: Token[], at: number): TextConstant[] {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (after?.kind === 'text' && !isJoined(tokens[at + 2])) return readColumn(tokens, at - 1, [after.text]);
  if (before?.kind !== 'text' || isJoined(tokens[at - 2])) return [];
  const end = tokens[at + 2]?.text === '.' ? at + 3 : at + 1;
  if (isJoined(tokens[end + 1]) || tokens[end + 1]?.text === '(') return [];
  return readColumn(tokens, end, [before.text], at);
}

function readList(tokens: Token[], at: number): TextConstant[] {
  if (tokens[at + 1]?.text !== '(') return [];
  const end = tokens.findIndex(({ kind, text }, i) => i > at && kind === 'sign' && text === ')');
  const inside = tokens.slice(at + 2, end);
  if (end < 0 || inside.some(({ kind, text }) => kind !== 'text' && text !== ',')) return [];
  const values = inside.filter(({ kind }) => kind === 'text').map(({ text }) => text);
  return readColumn(tokens, isWord(tokens[at - 1], 'not') ? at - 2 : at - 1, values);
}

/** The column that ends at `end`; `from` is the sign in front of it where it stands on the right. */
function readColumn(tokens: Token[], end: number, values: string[], from = -1): TextConstant[] {
  const column = tokens[end];
  if (column?.kind !== 'name') return [];
  const isQualified = tokens[end - 1]?.text === '.' && tokens[end - 2]?.kind === 'name';
  const first = isQualified ? end - 2 : end;
  if (first - 1 !== from && isJoined(tokens[first - 1])) return [];
  const table = isQualified ? tokens[end - 2]!.text : undefined;
  return values.map((value) => ({ column: column.text, table, value }));
}

const isJoined = (token: Token | undefined): boolean => token?.kind === 'sign' && joiners.has(token.text);
