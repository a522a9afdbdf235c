import type { Language } from '../base/language.ts';
import type { AnyMetric } from '../metrics/forget.ts';
import type { Solution } from '../metrics/metric.ts';
import type { Member } from './evaluated.ts';
import { numberIn, type Row } from './value-members.ts';

/** A solution as the row that SQL would give. */
export function solvedRow({ value, numerator, denominator, n }: Solution): Row {
  return { value, numerator: numerator ?? null, denominator: denominator ?? null, n };
}

/** One row a group of the rows' `key` and `grp`, each group solved for itself, in order of appearance. */
export function solvedGroups(rows: readonly Row[], metric: AnyMetric, params: unknown): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = JSON.stringify([row.key ?? null, row.grp ?? null]);
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return [...groups.values()].map((own) => {
    const { key = null, grp = null } = own[0] ?? {};
    return { key, grp, ...solvedRow(metric.solve?.(own, params) ?? { value: null, n: 0 }) };
  });
}

/** The members a model names itself. */
export function solvedMembers({ points = [], n }: Solution, language: Language): Member[] {
  return points.map((point) => ({
    key: point.key,
    label: point.label[language],
    value: numberIn(point.value),
    n: point.n ?? n,
  }));
}
