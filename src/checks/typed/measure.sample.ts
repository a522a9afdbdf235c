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
