import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtures } from '../../test/copied-course.ts';

/** Why a number is no result of the report: `order` counts what the text itself puts in order (三个阶段). */
export const otherKinds = [
  'date',
  'time',
  'ordinal',
  'number',
  'name',
  'idiom',
  'order',
  'rule',
  'definition',
  'target',
  'param',
  'fact',
  'quote',
  'code',
  'team',
] as const;
export type LabelKind = 'result' | (typeof otherKinds)[number];

export interface Label {
  /** Offsets in the text of the sentence. */
  from: number;
  to: number;
  kind: LabelKind;
  /** Of a result: both ends of a range, else twice the same; a ratio a:b is a / b. */
  low: number;
  high: number;
  /** `''`: none is written, or it stands apart. */
  unit: string;
}

export interface LabelledSentence {
  /** Line of the file. */
  line: number;
  text: string;
  labels: Label[];
}

/**
 * Reads the sentences of `fixtures/typed/<name>.txt`, one a line; a line that begins with `# ` is a comment, one with
 * `## ` is a heading. A numeral stands in braces with its label: `{5164次|=5164 次}` is a result with value and unit,
 * `{3～5篇|=3..5 篇}` a range, `{1:4|=1:4}` a ratio; `{6 月 2 日|date}` is none, with the reason why.
 */
export function readCorpus(name: 'zh' | 'en'): LabelledSentence[] {
  const lines = readFileSync(join(fixtures, `typed/${name}.txt`), 'utf8').split('\n');
  return lines.flatMap((written, at) =>
    written === '' || written.startsWith('# ') ? [] : [readSentence(written, at + 1)],
  );
}

function readSentence(written: string, line: number): LabelledSentence {
  const labels: Label[] = [];
  let text = '';
  let at = 0;
  for (const mark of written.matchAll(/\{([^{}|]+)\|([^{}|]+)\}/g)) {
    text += written.slice(at, mark.index);
    const from = text.length;
    text += mark[1]!;
    at = mark.index + mark[0].length;
    labels.push({ from, to: text.length, ...readLabel(mark[2]!, line) });
  }
  text += written.slice(at);
  if (/[{}|]{2}|\{|\}/.test(text)) throw new Error(`line ${line}: a brace is left`);
  return { line, text, labels };
}

function readLabel(label: string, line: number): Omit<Label, 'from' | 'to'> {
  const kind = otherKinds.find((one) => one === label);
  if (kind) return { kind, low: Number.NaN, high: Number.NaN, unit: '' };
  const [, number = '', unit = ''] = /^=([^ ]+)(?: (.+))?$/.exec(label) ?? [];
  const [first = '', last = first] = number.split('..');
  const [left, right = '1'] = first.split(':');
  const low = Number(left) / Number(right);
  const high = last === first ? low : Number(last);
  if (Number.isNaN(low + high) || number === '') throw new Error(`line ${line}: ${label} is no label`);
  return { kind: 'result', low, high, unit };
}
