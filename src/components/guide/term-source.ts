import type { Language } from '../../base/language.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import { metrics } from '../../metrics/library.ts';
import { ledgerWords } from '../../words/site/ledger-words.ts';
import { buildFormula, describeSource, findMetricPage } from './metrics-handbook.ts';

/** Where a term is from, beside what it means. */
interface TermSource {
  source: string;
  formula?: string | undefined;
  /** Where the handbook explains it. */
  place?: { page: string; anchor: string } | undefined;
}

/** Formula, source and page of the metric whose definition the term has; else it is one of the course's own. */
export function findTermSource(name: string, definition: string, language: Language): TermSource {
  const metric = Object.values<AnyMetric>(metrics).find(
    (one) => one.names[language] === name && one.definition[language] === definition,
  );
  if (!metric) return { source: ledgerWords[language].glossary };
  return {
    source: describeSource(metric, language),
    formula: buildFormula(metric, language)?.text,
    place: findMetricPage(metric.id),
  };
}
