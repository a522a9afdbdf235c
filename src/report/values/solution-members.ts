import type { Language } from '../../base/language.ts';
import type { AnyMetric } from '../../metrics/define-metric.ts';
import type { Solution } from '../../metrics/metric.ts';
import type { SeriesMember } from './computed-value.ts';
import { type Row, toNumber } from './series-members.ts';

/** A solution as the row that SQL would give. */
export function toSolutionRow({ value, numerator, denominator, n }: Solution): Row {
  return { value, numerator: numerator ?? null, denominator: denominator ?? null, n };
}

/** One row a group of the rows' `key` and `grp`, each group solved for itself, in order of appearance. */
export function solveGroups(rows: readonly Row[], metric: AnyMetric, params: unknown): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = JSON.stringify([row.key ?? null, row.grp ?? null]);
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return [...groups.values()].map((own) => {
    const { key = null, grp = null } = own[0] ?? {};
    return { key, grp, ...toSolutionRow(metric.solve?.(own, params) ?? { value: null, n: 0 }) };
  });
}

/** The members a model names itself. */
export function buildSolutionMembers({ points = [], n }: Solution, language: Language): SeriesMember[] {
  return points.map((point) => ({
    key: point.key,
    label: point.label[language],
    value: toNumber(point.value),
    n: point.n ?? n,
  }));
}
