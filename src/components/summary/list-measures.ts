import { toValueAnchor } from '../../base/anchor.ts';
import { families } from '../../metrics/library.ts';
import type { Book, BookValue } from '../../report/book.ts';
import { findLedgerPage } from '../html/ledger-pages.ts';
import type { Measure } from '../site-types.ts';

/**
 * What a report has measured that others may have measured too: its values with a goal, and of each metric that the
 * course asks for (`wanted`, ids of the library) the one that its text cites first.
 */
export function listMeasures(book: Book, wanted: readonly string[]): Measure[] {
  const values = Object.values(book.values);
  const aimed = values.filter(({ attainment }) => attainment);
  const asked = wanted.flatMap((id) => {
    const found = values.filter((value) => value.lineage.metric?.id === id && value.cited.length > 0);
    return found.some((value) => value.attainment) ? [] : found.slice(0, 1);
  });
  const shown = new Set([...aimed, ...asked]);
  return values.filter((value) => shown.has(value)).map((value) => toMeasure(book, value));
}

/** Metrics that count or add up whatever they are asked for: two of them have nothing in common. */
const isGeneral = (id: string): boolean => Object.hasOwn(families.rows, id);

function toMeasure(book: Book, value: BookValue): Measure {
  const { name, text, unit, direction, interval, lineage, target, attainment } = value;
  const { metric, denominator, period } = lineage;
  const goal = book.goals.find((one) => one.value === name)?.kpi ?? name;
  const own = metric && !isGeneral(metric.id) ? metric : undefined;
  const anchor = toValueAnchor(name);
  return {
    metric: own?.id ?? goal,
    title: own?.name ?? goal,
    name: value.label ?? name,
    value: value.value,
    text,
    unit,
    direction,
    ...(interval && { interval: { low: interval.low, high: interval.high, text: interval.text } }),
    ...(denominator && { n: { value: denominator.value, text: denominator.text } }),
    ...(target && { target: { value: target.value, text: target.text } }),
    ...(attainment && { attainment }),
    ...(period && { period }),
    weeks: value.points
      .filter(({ key, group }) => group === undefined && /^\d{4}-W\d\d$/.test(key))
      .map((point) => ({ label: point.label, value: point.value })),
    entry: { page: findLedgerPage(book, anchor), anchor },
  };
}
