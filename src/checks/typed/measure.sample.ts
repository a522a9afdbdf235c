import type { Label, LabelledSentence } from './corpus.sample.ts';
import { classifyNumerals } from './numerals/classify-numerals.ts';

export interface Measured {
  found: number;
  missed: string[];
  wrong: string[];
  /** Found, but read as another number or unit. */
  misread: string[];
}

/** Results found, missed and wrongly found in labelled sentences. */
export function measureCorpus(corpus: readonly LabelledSentence[]): Measured {
  const measured: Measured = { found: 0, missed: [], wrong: [], misread: [] };
  for (const sentence of corpus) measureSentence(sentence, measured);
  return measured;
}

function measureSentence({ line, text, labels }: LabelledSentence, measured: Measured): void {
  const prose = text
    .replace(/<Cite[^>]*>/g, (tag) => '\uFFFC'.padEnd(tag.length))
    .replace(/`[^`]*`/g, (code) => ' '.repeat(code.length))
    .replace(/[a-z]+="[^"]*"/g, (code) => ' '.repeat(code.length));
  const facts = {
    cites: [...text.matchAll(/<Cite/g)].map(({ index }) => index),
    isQuoted: text.startsWith('>'),
    topic: '',
  };
  const body = prose.replace(/^(?:#+|>|-|\|) /, (mark) => ' '.repeat(mark.length));
  const results = classifyNumerals(body, facts).filter(({ other }) => other === undefined);
  const overlaps = (label: Label, { from, to }: { from: number; to: number }) =>
    label.from < to && from < label.to;
  const tell = (span: string, more = '') => `${line}: ${span}${more} | ${text}`;
  const wanted = labels.filter(({ kind }) => kind === 'result');
  for (const label of wanted) {
    const one = results.find((result) => overlaps(label, result));
    if (!one) measured.missed.push(tell(text.slice(label.from, label.to)));
    else {
      measured.found++;
      const same = (a: number, b: number) => Math.abs(a - b) <= Math.abs(b) * 0.001 + 1e-9;
      if (
        !same(one.low, label.low) ||
        !same(one.high, label.high) ||
        (one.unit !== label.unit && label.unit !== '')
      )
        measured.misread.push(
          tell(
            one.text,
            ` read ${one.low}..${one.high} ${one.unit}, is ${label.low}..${label.high} ${label.unit}`,
          ),
        );
    }
  }
  for (const one of results)
    if (!wanted.some((label) => overlaps(label, one))) measured.wrong.push(tell(one.text));
}

/** What a person wrote: a result by its shape, else why it is none. */
export function classifyLabel(label: Label, text: string): string {
  if (label.kind !== 'result') return label.kind;
  const written = text.slice(label.from, label.to);
  if (/成(?!交)|半|分之|third|quarter|half|in (?:ten|five)/i.test(written)) return 'part in words';
  if (/倍|番|times as|doubled|tripled|[\d.]x$|:/i.test(written)) return 'multiple';
  if (label.low !== label.high) return 'range';
  if (/[％%‰]|百分点|pct|pp$|percent/i.test(written)) return 'percentage';
  if (/[元¥￥$块]|CNY|yuan|RMB/i.test(written)) return 'money';
  if (/[万亿wk千]$|万|亿/i.test(written)) return 'scaled';
  if (/[一二三四五六七八九十百]/.test(written) || /^[A-Z]?[a-z-]+/.test(written)) return 'in words';
  return label.unit === '' ? 'bare' : 'counted';
}

/** Of each class: how many there are, and how many were told as results. */
export function measureClasses(
  corpus: readonly LabelledSentence[],
): Map<string, { all: number; told: number }> {
  const classes = new Map<string, { all: number; told: number }>();
  for (const sentence of corpus) {
    const { missed, wrong } = measureCorpus([sentence]);
    for (const label of sentence.labels) {
      const name = classifyLabel(label, sentence.text);
      const count = classes.get(name) ?? { all: 0, told: 0 };
      const written = `${sentence.line}: ${sentence.text.slice(label.from, label.to)} |`;
      const isMissed = missed.some((one) => one.startsWith(written));
      const isWrong = wrong.some((one) => written.includes(/^\d+: (.*?) \|/.exec(one)?.[1] ?? '\n'));
      count.all++;
      if (label.kind === 'result' ? !isMissed : isWrong) count.told++;
      classes.set(name, count);
    }
  }
  return classes;
}
