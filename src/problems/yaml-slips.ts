/**
 * What an author did who wrote a YAML file that cannot be read. The library says where it gave up and not why; so each
 * usual slip is undone on the lines around, and the one whose undoing lets the library go on is the cause.
 */
import type { SourceText } from '../base/source-text.ts';
import { parseYaml, type YamlError, type YamlText } from '../base/yaml-text.ts';

/** Slips that an edit of one line undoes. */
export type YamlSlip =
  | 'wide-colon'
  | 'no-space'
  | 'wide-bracket'
  | 'wide-comma'
  | 'wide-quote'
  | 'wide-space'
  | 'tab'
  | 'dash'
  | 'comment'
  | 'open-quote'
  | 'open-bracket'
  | 'extra-bracket'
  | 'text-colon'
  | 'reserved'
  | 'escape'
  | 'indent'
  | 'list';

/** A slip on its line, as it is and as it should be. */
export interface FoundSlip {
  slip: YamlSlip;
  /** From 1, within the text. */
  line: number;
  /** From 1, where the line begins to differ. */
  column: number;
  written: string;
  cure: string;
  /** Further lines that have the same. */
  more: number;
}

/** A line corrected, in one or several ways; the lines above it for those that need them. */
type Correct = (line: string, above: readonly string[]) => (string | undefined)[];

const replace =
  (pattern: RegExp, by: string | ((...found: string[]) => string)): Correct =>
  (line) => [typeof by === 'string' ? line.replace(pattern, by) : line.replace(pattern, by)];

const wideBrackets: Record<string, string> = {
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
};
const wideQuotes = /[“”„‟＂「」]/g;
/** Name of a key as it begins a line or follows a brace or comma. */
const key = String.raw`[^\s:：#'"“”{}[\],，、&*!|>%@\`-][^:：#'"“”{}[\],，\n]*?`;
const beforeKey = String.raw`(^[ \t]*(?:- +)*|[{,，][ \t]*)`;

/** In the order in which they are tried: the surest first. */
const corrections: Record<YamlSlip, Correct> = {
  'wide-space': (line) => [
    line
      .replace(/^[ \t]*[\u00a0\u3000][ \t\u00a0\u3000]*/, (gap) =>
        gap.replace(/\u3000/g, '  ').replace(/\u00a0/g, ' '),
      )
      .replace(/(:)[\u00a0\u3000]+/g, '$1 '),
  ],
  tab: replace(/^[ \t]*\t[ \t]*/, (gap) => gap.replace(/ *\t/g, '  ')),
  'wide-colon': replace(new RegExp(`${beforeKey}(${key})[ \\t]*：[ \\t\\u3000]*`, 'g'), '$1$2: '),
  'no-space': replace(new RegExp(`${beforeKey}(${key}):(?=[^\\s:/,}\\]])`, 'g'), '$1$2: '),
  'wide-bracket': replace(/[｛｝［］【】]/g, (sign) => wideBrackets[sign] ?? sign),
  'wide-comma': (line) => [
    line.replace(/[，、][ \t]*/g, ', ').trimEnd(),
    line.replace(/[，、；][ \t]*$/, ''),
  ],
  'wide-quote': (line) => [
    line.replace(wideQuotes, '"'),
    line.replace(/[‘’＇]/g, "'"),
    line.replace(/:[ \t]+(“.*”[^“”]*?)[ \t]*$/, (_, text: string) => `: ${quote(text)}`),
  ],
  dash: replace(/^([ \t]*)[-－—–]+(?=[^\s-])/, '$1- '),
  comment: replace(/^([ \t]*)(?:＃|\/\/)[ \t]*/, '$1# '),
  'open-quote': closeQuote,
  'open-bracket': closeBracket,
  'extra-bracket': replace(/[\]}][ \t]*$/, ''),
  reserved: (line) =>
    [/(:|-)[ \t]+([@`%&*!|>][^,}\]]*?)[ \t]*(?=[,}\]]|$)/, /(:|-)[ \t]+([@`%&*!|>].*?)[ \t]*$/].map(
      (pattern) =>
        line.replace(pattern, (_, mark: string, text: string) => {
          const isFlow = /[{[]/.test(line.slice(0, line.indexOf(text)));
          return `${mark} ${quote(text)}${isFlow ? ' ' : ''}`;
        }),
    ),
  'text-colon': replace(
    new RegExp(`${beforeKey}(${key}):[ \\t]+([^'"{\\[|>\\s].*?)[ \\t]*$`),
    (_, before, name, text) =>
      /:(?:\s|$)| #/.test(text ?? '')
        ? `${before}${name}: ${quote(text ?? '')}`
        : `${before}${name}: ${text}`,
  ),
  escape: replace(/"([^"]*\\[^"]*)"/g, (_, text) => `'${(text ?? '').replace(/'/g, "''")}'`),
  indent: alignIndent,
  list: () => [],
};

function quote(text: string): string {
  return text.includes('"') ? `'${text.replace(/'/g, "''")}'` : `"${text.replace(/\\/g, '\\\\')}"`;
}

/** A quote that never ends may end before the next key, before what closes the line, or at its end. */
function closeQuote(line: string): (string | undefined)[] {
  return ['"', "'"].flatMap((sign) => {
    if (line.split(sign).length % 2 === 1) return [];
    const from = line.lastIndexOf(sign) + 1;
    const ends = [
      line.slice(from).search(/,[ \t]*[\p{L}\p{N}_-]+:[ \t]/u),
      line.slice(from).search(/[ \t]*[}\]][ \t}\]]*$/),
      line.slice(from).trimEnd().length,
    ];
    return ends
      .filter((end) => end >= 0)
      .map((end) => `${line.slice(0, from + end)}${sign}${line.slice(from + end)}`);
  });
}

function closeBracket(line: string): (string | undefined)[] {
  const open: string[] = [];
  for (const [sign] of line.replace(/"[^"]*"|'[^']*'/g, '').matchAll(/[{}[\]]/g)) {
    if (sign === '{' || sign === '[') open.unshift(sign === '{' ? ' }' : ']');
    else open.shift();
  }
  return open.length > 0 ? [line.trimEnd() + open.join('')] : [];
}

/** The line as far in as one of those above it. */
function alignIndent(line: string, above: readonly string[]): (string | undefined)[] {
  const own = line.trimStart();
  if (own === '') return [];
  const indents = above
    .filter((one) => one.trim() !== '' && !one.trimStart().startsWith('#'))
    .slice(-12)
    .reverse()
    .flatMap((one) => {
      const indent = /^ */.exec(one)![0];
      return /:[ \t]*$/.test(one) ? [`${indent}  `, indent] : [indent];
    });
  return [...new Set(indents)].map((indent) => indent + own);
}

/** So many causes are looked for in one file. */
const mostCauses = 5;
/** In a longer text an undoing is tried on what stands around the place. */
const longText = 20_000;
/** Nobody writes such lines by hand. */
const longLine = 2000;

/** Every sort of slip in a text that cannot be read, the first of each with the count of the others; `left`: what is no usual slip. */
export function findYamlSlips(source: SourceText): { slips: FoundSlip[]; left: YamlError | undefined } {
  let lines = source.text.split('\n');
  const slips = new Map<YamlSlip, FoundSlip>();
  for (let causes = 0; ; causes++) {
    const error = causes < mostCauses ? findError(lines) : undefined;
    const found = error && findSlip(lines, error);
    if (!found) return { slips: [...slips.values()], left: error };
    const { slip } = found;
    const { more, rest } = correctRest(found.lines, slip);
    const first = slips.get(slip.slip);
    slips.set(slip.slip, first ? { ...first, more: first.more + more + 1 } : { ...slip, more });
    lines = rest;
  }
}

/** The first error; names written again are told apart, they are in the way of nothing else. */
function findError(lines: readonly string[]): YamlError | undefined {
  const { errors } = parseYaml({ file: '', text: lines.join('\n') });
  return errors.find(({ code }) => code !== 'DUPLICATE_KEY');
}

/** A slip on its line, and the text without it. */
interface UndoneSlip {
  slip: FoundSlip;
  lines: string[];
}

/** A text taken for itself, and the line in it where the library gave up. */
interface Trial {
  lines: readonly string[];
  from: number;
  to: number;
  errorLine: number;
}

function findSlip(lines: readonly string[], error: YamlError): UndoneSlip | undefined {
  const at = (error.place.line ?? 1) - 1;
  const opening = findOpening(lines, at);
  const whole = lines.reduce((sum, line) => sum + line.length, 0) <= longText;
  const around = { from: findOpening(lines, opening), to: at + 40 };
  const trial: Trial = { lines, errorLine: at, ...(whole ? { from: 0, to: lines.length } : around) };
  const candidates = [...new Set([at, at - 1, at - 2, at - 3, at + 1, opening])];
  const usable = candidates.filter(
    (index) => index >= trial.from && (lines[index]?.length ?? longLine) < longLine,
  );
  for (const slip of Object.keys(corrections) as YamlSlip[]) {
    for (const index of usable) {
      const undone = undoSlip(trial, index, slip);
      if (undone) return undone;
    }
  }
  return undefined;
}

/** Where the part begins that stands at the line: the last line above it that is not set in. */
function findOpening(lines: readonly string[], at: number): number {
  for (let index = at - 1; index > Math.max(0, at - 200); index--)
    if (/^\S/.test(lines[index]!)) return index;
  return Math.max(0, at - 200);
}

function undoSlip(trial: Trial, index: number, slip: YamlSlip): UndoneSlip | undefined {
  const { lines } = trial;
  const line = lines[index]!;
  for (const cure of corrections[slip](line, lines.slice(Math.max(0, index - 30), index))) {
    if (cure === undefined || cure === line) continue;
    const fixed = lines.with(index, cure);
    // Tabs and blanks set a whole part in: one line of it alone would stand apart.
    const whole =
      slip === 'tab' || slip === 'wide-space' ? correctRest(fixed, { slip, line: 1 }).rest : fixed;
    if (isBetter(whole, trial)) return { slip: describeSlip(slip, index, line, cure), lines: fixed };
  }
  return undefined;
}

/** What is told of a line: where it differs, and of a long one only what stands around. */
function describeSlip(slip: YamlSlip, index: number, line: string, cure: string): FoundSlip {
  let same = 0;
  while (same < line.length && line[same] === cure[same]) same++;
  let tail = 0;
  while (tail < Math.min(line.length, cure.length) - same && line.at(-1 - tail) === cure.at(-1 - tail))
    tail++;
  const isLong = Math.max(line.trim().length, cure.trim().length) > longQuote;
  const from = isLong ? Math.max(0, same - 20) : 0;
  const cut = isLong ? Math.max(0, tail - 20) : 0;
  const [written, wanted] = [line, cure].map((text) => text.slice(from, text.length - cut).trim());
  return { slip, line: index + 1, column: same + 1, written: written!, cure: wanted!, more: 0 };
}

/** A longer line is not quoted as a whole. */
const longQuote = 80;

/** The library gets further than before, by a line at least. */
function isBetter(lines: readonly string[], { from, to, errorLine }: Trial): boolean {
  const next = findError(lines.slice(from, to));
  return !next || (next.place.line ?? 0) - 1 + from > errorLine;
}

/** The same slip on every further line, but for texts of several lines (`|`). */
function correctRest(
  lines: readonly string[],
  { slip, line: from }: Pick<FoundSlip, 'slip' | 'line'>,
): { more: number; rest: string[] } {
  if (!spreads[slip]) return { more: 0, rest: [...lines] };
  let more = 0;
  let within: number | undefined;
  const rest = lines.map((line, index) => {
    const indent = line.search(/\S/);
    if (within !== undefined && (indent < 0 || indent > within)) return line;
    within = /[:-][ \t]+[|>][+-]?[ \t]*$/.test(line) ? indent : undefined;
    if (index < from) return line;
    const [cure] = corrections[slip](line, []);
    if (cure === undefined || cure === line) return line;
    more++;
    return cure;
  });
  return { more, rest };
}

/** Slips of a hand that makes them on every line. */
const spreads: Record<YamlSlip, boolean> = {
  'wide-space': true,
  tab: true,
  'wide-colon': true,
  'no-space': true,
  'wide-bracket': true,
  'wide-comma': false,
  'wide-quote': false,
  dash: true,
  comment: true,
  'open-quote': false,
  'open-bracket': false,
  'extra-bracket': false,
  'text-colon': false,
  reserved: false,
  escape: false,
  indent: false,
  list: false,
};

/** Slips that YAML takes for something else: `{ metric： x }` is a name without content. */
const hiding: readonly YamlSlip[] = [
  'wide-space',
  'wide-colon',
  'no-space',
  'wide-bracket',
  'dash',
  'comment',
];

/** Slips in a text that can be read, by what came of them: names that swallowed their content, or one long text. */
export function findHiddenSlips(yaml: YamlText): FoundSlip[] {
  const lines = yaml.source.text.split('\n');
  if (typeof yaml.data === 'string') {
    const start = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
    return findUndone(lines, start, hiding, (data) => typeof data === 'object' && data !== null);
  }
  const slips = new Map<YamlSlip, FoundSlip>();
  for (const { path, tries } of listOddParts(yaml.data)) {
    const at = (yaml.getPlace(path).line ?? 1) - yaml.firstLine;
    const first = [...slips.values()].find(
      ({ slip }) => corrections[slip](lines[at] ?? '', [])[0] !== lines[at],
    );
    if (first) {
      slips.set(first.slip, { ...first, more: first.more + 1 });
      continue;
    }
    const [found] = findUndone(lines, at, tries, () => true);
    if (found) slips.set(found.slip, found);
    if (slips.size === mostCauses) break;
  }
  return [...slips.values()];
}

/** The slip on a line whose undoing makes of the text what is wanted. */
function findUndone(
  lines: readonly string[],
  at: number,
  tries: readonly YamlSlip[],
  isWanted: (data: unknown) => boolean,
): FoundSlip[] {
  const line = lines[at] ?? '';
  if (line.length >= longLine) return [];
  for (const slip of tries) {
    const [cure] = corrections[slip](line, []);
    if (cure === undefined || cure === line) continue;
    const fixed = correctRest(lines.with(at, cure), { slip, line: at + 1 });
    const read = parseYaml({ file: '', text: fixed.rest.join('\n') });
    if (read.errors.length === 0 && isWanted(read.data)) return [describeSlip(slip, at, line, cure)];
  }
  return [];
}

interface OddPart {
  path: PropertyKey[];
  /** Slips that make such a part. */
  tries: readonly YamlSlip[];
}

/** Keys whose content is a list of names, in which no comma stands. */
const nameLists = new Set(['kpis', 'keywords', 'by', 'personal', 'roles', 'kinds', 'metrics', 'data']);
/** Keys whose content is read by a program. */
const programs = new Set(['where', 'sql', 'query', 'formula', 'metric', 'from', 'by', 'unit', 'during']);

/** Names with a colon and nothing behind, with a bracket, or set in by blanks that are none for YAML; lists in Chinese commas, texts in Chinese quotes. */
function listOddParts(data: unknown, path: readonly PropertyKey[] = []): OddPart[] {
  const name = String(path.at(-1) ?? '');
  if (typeof data === 'string')
    return /^[“”]/.test(data) && programs.has(name) ? [{ path: [...path], tries: ['wide-quote'] }] : [];
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) {
    const commas = data.findIndex((item) => typeof item === 'string' && /[，、]/.test(item));
    if (commas >= 0 && nameLists.has(name)) return [{ path: [...path, commas], tries: ['wide-comma'] }];
    return data.flatMap((item, index) => listOddParts(item, [...path, index]));
  }
  return Object.entries(data).flatMap(([key, item]) => {
    const own = [...path, key];
    const swallows =
      (item === null && /：|:\S/.test(key)) || /[:：][ \t]*[{[]/.test(key) || /^[\u3000\u00a0]/.test(key);
    return swallows ? [{ path: own, tries: hiding }] : listOddParts(item, own);
  });
}

/** The list that was meant where a text is given: `kpis: a、b`. */
export function findListSlip(name: string, text: string): Pick<FoundSlip, 'slip' | 'written' | 'cure'> {
  const items = text.replace(/^[［【[]|[］】\]]$/g, '').split(/[，、,；;]|(?:^|\s)-(?=\S)/);
  const list = items.map((item) => item.trim()).filter((item) => item !== '');
  return { slip: 'list', written: `${name}: ${text}`, cure: `${name}: [${list.join(', ')}]` };
}
