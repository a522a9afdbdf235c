import type { Language } from '../../base/language.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import type { ChartInput } from '../input.ts';
import { buildSeries, filterComparable, type Series } from './chart-series.ts';

/** A chart in words, for readers who do not see it: what it is, what it finds, and between what its series move. */
export function describeChart(title: string, caption: string, finding: string, input: ChartInput): string {
  const words = chartWords[input.language];
  const ends = buildSeries(input)
    .slice(0, 6)
    .flatMap((series) => describeExtremes(series, input.language));
  const sentences = [
    words.picture(title, caption),
    finding,
    ...(ends.length > 0 ? [words.sentence(ends)] : []),
  ];
  return sentences.filter(Boolean).join(input.language === 'zh' ? '' : ' ');
}

function describeExtremes({ label, points }: Series, language: Language): string[] {
  const order = filterComparable(points).sort((a, b) => b.value - a.value);
  const [top, bottom] = [order[0], order.at(-1)];
  if (!top || !bottom || top.value === bottom.value) return [];
  const words = chartWords[language];
  return [words.extremes(label, { at: top.label, text: top.text }, { at: bottom.label, text: bottom.text })];
}
