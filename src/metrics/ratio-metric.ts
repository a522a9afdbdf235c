/** Metrics that divide one sum by another; ratios of parts are never averaged. */
import type { Bilingual } from '../base/language.ts';
import type { FormulaText, MetricDefinition, MetricQuery, Solution } from './metric.ts';
import { buildClusteredRatioSql } from './sql/clustered-ratio.ts';
import { buildAggregateSql } from './sql/select.ts';

interface RatioDefinition<P>
  extends Omit<MetricDefinition<P>, 'formulaText' | 'sql' | 'empty' | 'proportion'> {
  formulaText: FormulaText;
  proportion?: boolean;
  /** Aggregates over the rows asked for. */
  over: (query: MetricQuery<P>) => string;
  under: (query: MetricQuery<P>) => string;
  /** Further conditions of the metric itself. */
  only?: (query: MetricQuery<P>) => string[];
}

const scales = { '100%': 100, '1000': 1000 };

/** One aggregate of the rows over another, times what the formula says. Not available over 0. */
export function createRatioMetric<P>({
  formulaText,
  over,
  under,
  only = () => [],
  proportion = false,
  ...rest
}: RatioDefinition<P>): MetricDefinition<P> {
  return {
    ...rest,
    proportion,
    empty: null,
    formulaText: () => formulaText,
    sql: (query) => {
      const build = rest.repeats && query.columns.user ? buildClusteredRatioSql : buildAggregateSql;
      return build(query, {
        numerator: over(query),
        denominator: under(query),
        scale: formulaText.times && scales[formulaText.times],
        only: only(query),
      });
    },
  };
}

/** What a ratio says of the case that every ratio has. */
export function describeZeroDenominator({ zh, en }: Bilingual): Bilingual {
  return { zh: `${zh}为 0 时为“—”。`, en: `With ${en} of 0 it is "—".` };
}

/** The same of numbers that a model has summed up. */
export function buildQuotientSolution(
  numerator: number,
  denominator: number,
  scale = 1,
): Omit<Solution, 'n'> {
  return { value: denominator === 0 ? null : (scale * numerator) / denominator, numerator, denominator };
}
