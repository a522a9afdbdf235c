/** What an entry does with rows before and after its metric, in words a reader understands. */
import type { Language } from '../../base/language.ts';
import type { MetricEntry } from '../../schema/metrics-file-schema.ts';
import { askWords } from '../../words/ask-words.ts';
import type { Dimension } from './rows/dimensions.ts';

/** Sentences for the ledger, in the order in which it is done; empty where the metric is asked of the rows as they are. */
export function describeAsk(
  {
    in: within,
    not_in: without,
    at,
    each,
    of,
    over,
  }: Pick<MetricEntry, 'in' | 'not_in' | 'at' | 'each' | 'of' | 'over'>,
  by: readonly Dimension[],
  language: Language,
): string[] {
  const words = askWords[language];
  const members = (pairs: Record<string, string> = {}, say: (column: string, rows: string) => string) =>
    Object.entries(pairs).map(([column, rows]) => say(column, rows));
  return [
    ...members(within, words.in),
    ...members(without, words.notIn),
    ...(at ? [words.at(at)] : []),
    ...(each
      ? [
          words.each(
            [each.by].flat().join(language === 'zh' ? '、' : ', '),
            words.takes[each.take],
            each.column,
            each.of,
          ),
          ...(each.keep ? [words.keep(each.keep)] : []),
        ]
      : []),
    ...(of ? [words.of(of)] : []),
    ...by.flatMap(({ namedAsStep }) => (namedAsStep ? [words.columnNotStep(namedAsStep)] : [])),
    ...(over ? [words.over(over)] : []),
  ];
}
