import { Anchors } from '../../base/anchor.ts';
import type { BookSummary, Measure, ReportSummary } from '../site-types.ts';

/** What a team measured of a metric. */
export interface TeamMeasure extends Measure {
  report: string;
  team: string;
}

/** A metric that several reports have, with all that measured it, in the order of the reports. */
export interface ComparedMetric {
  title: string;
  unit: string;
  /** Name of its page: `compare/<slug>`. */
  slug: string;
  measures: TeamMeasure[];
}

export const isBuilt = (one: ReportSummary): one is BookSummary => !one.broken;

/** Those that two reports have at least, in one unit; the metrics that most have come first. */
export function compareMetrics(summaries: readonly ReportSummary[]): ComparedMetric[] {
  const all = summaries
    .filter(isBuilt)
    .flatMap(({ report, front, measures }) =>
      measures.map((measure): TeamMeasure => ({ ...measure, report, team: front.team })),
    );
  const names = new Anchors();
  return [...Map.groupBy(all, ({ metric, unit }) => `${metric}\n${unit}`).values()]
    .map((measures) => ({ measures, reports: new Set(measures.map(({ report }) => report)).size }))
    .filter(({ reports }) => reports > 1)
    .sort((a, b) => b.reports - a.reports)
    .map(({ measures }) => {
      const { title, unit, metric } = measures[0]!;
      return { title, unit, slug: names.take(metric), measures };
    });
}
