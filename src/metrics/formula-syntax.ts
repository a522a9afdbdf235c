/** Formulas over values: `期末转化率 - 期初转化率`, `(a - b) / b`, names with signs in backticks. */
import type { Bilingual } from '../base/language.ts';
import type { Operator } from '../base/unit.ts';

export type Formula =
  /** `unit` is `%` for `100%`. */
  | { kind: 'number'; value: number; unit: '' | '%'; text: string }
  | { kind: 'name'; name: string }
  | { kind: 'negative'; of: Formula }
  | { kind: 'binary'; operator: Operator; left: Formula; right: Formula };

/** `at` counts characters of the formula from 0. */
export class FormulaError extends Error {
  readonly at: number;
  readonly texts: Bilingual;

  constructor(at: number, texts: Bilingual) {
    super(texts.en);
    this.at = at;
    this.texts = texts;
  }
}

interface Token {
  kind: 'number' | 'name' | 'sign' | 'end';
  text: string;
  at: number;
}

/** Signs as typed, full-width ones included, to the sign meant. */
const SIGNS: Record<string, string> = {
  '+': '+',
  '＋': '+',
  '-': '-',
  '−': '-',
  '－': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '＊': '*',
  '/': '/',
  '÷': '/',
  '／': '/',
  '(': '(',
  '（': '(',
  ')': ')',
  '）': ')',
};

/** A name may begin with a digit (7日留存率) if it holds a letter. */
const WORD = /[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /\d+(?:\.\d+)?[%％]?(?![\p{L}_])/uy;

function* splitTokens(text: string): Generator<Token> {
  let at = 0;
  while (at < text.length) {
    const char = text[at]!;
    const read = (pattern: RegExp) => {
      pattern.lastIndex = at;
      return pattern.exec(text)?.[0];
    };
    if (/\s/.test(char)) {
      at++;
      continue;
    }
    const token = findSign(text, at) ?? findQuotedName(text, at) ?? findWord(at, read(NUMBER), read(WORD));
    if (!token) throw createUnexpectedError(at, char);
    yield token;
    at += token.kind === 'name' && char === '`' ? token.text.length + 2 : token.text.length;
  }
  yield { kind: 'end', text: '', at };
}

function findSign(text: string, at: number): Token | undefined {
  const char = text[at]!;
  return SIGNS[char] === undefined ? undefined : { kind: 'sign', text: char, at };
}

function findQuotedName(text: string, at: number): Token | undefined {
  if (text[at] !== '`') return undefined;
  const end = text.indexOf('`', at + 1);
  if (end > at + 1) return { kind: 'name', text: text.slice(at + 1, end), at };
  throw new FormulaError(at, {
    zh: '反引号没有成对，或里面是空的',
    en: 'a backtick is not closed, or nothing stands between two',
  });
}

function findWord(at: number, number: string | undefined, word: string | undefined): Token | undefined {
  if (number !== undefined) return { kind: 'number', text: number, at };
  return word === undefined ? undefined : { kind: 'name', text: word, at };
}

function createUnexpectedError(at: number, found: string): FormulaError {
  return new FormulaError(at, {
    zh: found ? `第 ${at + 1} 个字符“${found}”不该在这里` : '公式没有写完',
    en: found ? `character ${at + 1}, “${found}”, is not expected here` : 'the formula is not complete',
  });
}

/** Throws FormulaError when `text` is no formula. */
export function parseFormula(text: string): Formula {
  const all = [...splitTokens(text)];
  let next = 0;
  const peek = () => all[next]!;
  const sign = () => (peek().kind === 'sign' ? SIGNS[peek().text] : undefined);

  const level = (signs: Operator[], inner: () => Formula): Formula => {
    let left = inner();
    for (let operator = signs.find((one) => one === sign()); operator; ) {
      next++;
      left = { kind: 'binary', operator, left, right: inner() };
      operator = signs.find((one) => one === sign());
    }
    return left;
  };
  const sum = (): Formula => level(['+', '-'], () => level(['*', '/'], atom));
  const atom = (): Formula => {
    const token = peek();
    next++;
    if (token.kind === 'number') return parseNumberToken(token.text);
    if (token.kind === 'name') return { kind: 'name', name: token.text };
    if (SIGNS[token.text] === '-') return { kind: 'negative', of: atom() };
    if (SIGNS[token.text] !== '(') throw createUnexpectedError(token.at, token.text);
    const inside = sum();
    if (sign() !== ')') throw createUnexpectedError(peek().at, peek().text);
    next++;
    return inside;
  };
  const whole = sum();
  if (peek().kind !== 'end') throw createUnexpectedError(peek().at, peek().text);
  return whole;
}

function parseNumberToken(text: string): Formula {
  const unit = /[%％]$/.test(text) ? '%' : '';
  return { kind: 'number', value: Number(text.replace(/[%％]$/, '')), unit, text };
}

/** Names a formula needs, each once, in order. */
export function collectFormulaNames(formula: Formula): string[] {
  if (formula.kind === 'name') return [formula.name];
  if (formula.kind === 'negative') return collectFormulaNames(formula.of);
  if (formula.kind === 'number') return [];
  return [...new Set([...collectFormulaNames(formula.left), ...collectFormulaNames(formula.right)])];
}

/** As a person writes it: `(a − b) ÷ b`. */
export function formatFormula(formula: Formula, formatName = (name: string) => name): string {
  if (formula.kind === 'number') return formula.text;
  if (formula.kind === 'name') return formatName(formula.name);
  const inside = (part: Formula, brackets: boolean) =>
    brackets ? `(${formatFormula(part, formatName)})` : formatFormula(part, formatName);
  if (formula.kind === 'negative') return `−${inside(formula.of, formula.of.kind !== 'name')}`;
  const { operator, left, right } = formula;
  const tight = operator === '*' || operator === '/';
  const rightBrackets = needsBrackets(operator, right);
  const first = inside(left, tight && isSum(left));
  return `${first} ${PRINTED[operator]} ${inside(right, rightBrackets || right.kind === 'negative')}`;
}

/** On the right of ÷ all that is more than a name, of × a quotient or a sum, of − a sum. */
function needsBrackets(operator: Operator, right: Formula): boolean {
  if (right.kind !== 'binary') return false;
  if (operator === '/') return true;
  return isSum(right) ? operator !== '+' : operator === '*' && right.operator === '/';
}

/** As TeX, names as text. */
export function formatFormulaTex(formula: Formula): string {
  if (formula.kind === 'number') return formula.text.replace(/[%％]/, '\\%');
  if (formula.kind === 'name') return escapeTexText(formula.name);
  const inside = (part: Formula, brackets: boolean) =>
    brackets ? `\\left(${formatFormulaTex(part)}\\right)` : formatFormulaTex(part);
  if (formula.kind === 'negative') return `-${inside(formula.of, isSum(formula.of))}`;
  const { operator, left, right } = formula;
  if (operator === '/') return `\\frac{${formatFormulaTex(left)}}{${formatFormulaTex(right)}}`;
  const tight = operator === '*';
  const first = inside(left, tight && isSum(left));
  const last = inside(right, (operator !== '+' && isSum(right)) || right.kind === 'negative');
  return `${first} ${tight ? '\\times' : operator} ${last}`;
}

/** Text inside a formula, with what TeX would take as its own made harmless. */
export function escapeTexText(text: string): string {
  return `\\text{${text.replace(/[\\{}$&#^_%~]/g, (sign) => TEX_SIGNS[sign] ?? `\\${sign}`)}}`;
}

const TEX_SIGNS: Record<string, string> = {
  '\\': '\\textbackslash ',
  '^': '\\textasciicircum ',
  '~': '\\textasciitilde ',
};

const PRINTED: Record<Operator, string> = { '+': '+', '-': '−', '*': '×', '/': '÷' };

function isSum(formula: Formula): boolean {
  return formula.kind === 'binary' && (formula.operator === '+' || formula.operator === '-');
}
