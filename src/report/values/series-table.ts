import type { Language } from '../../base/language.ts';
import type { GoalRow, TableRows } from '../../base/value-series.ts';
import { reportWords } from '../../words/report-words.ts';
import { formatDays } from '../../words/value-words.ts';
import type { BookValue } from '../book.ts';

const noText = '—';

/** The goals with what was reached: KPI, baseline, target, actual, attainment; days and definition where one has them. */
export function buildGoalTable(goals: readonly GoalRow[], language: Language): TableRows {
  const words = reportWords[language];
  const told = {
    days: ({ window }: GoalRow) => (window ? formatDays(window, language) : ''),
    definition: ({ definition = '' }: GoalRow) => definition,
  };
  const kept = (['days', 'definition'] as const).filter((name) => goals.some((goal) => told[name](goal)));
  return {
    columns: [
      { name: 'kpi', label: words.kpi, unit: '', align: 'left' },
      ...(['baseline', 'target', 'actual', 'attainment'] as const).map((name) => ({
        name,
        label: words[name],
        unit: '',
        align: 'right' as const,
      })),
      ...kept.map((name) => ({ name, label: words[name], unit: '', align: 'left' as const })),
    ],
    rows: goals.map((goal) => [
      goal.kpi,
      goal.baseline.text,
      goal.target.text,
      goal.actual.text,
      goal.attainment.text,
      ...kept.map((name) => told[name](goal) || noText),
    ]),
  };
}

/** Several values below one another; target and attainment only when one of them has a target. */
export function buildValueTable(values: readonly BookValue[], language: Language): TableRows {
  const words = reportWords[language];
  const aimed = values.some((value) => value.target);
  const heads = aimed ? (['value', 'target', 'attainment'] as const) : (['value'] as const);
  return {
    columns: [
      { name: 'name', label: words.kpi, unit: '', align: 'left' },
      ...heads.map((name) => ({ name, label: words[name], unit: '', align: 'right' as const })),
    ],
    rows: values.map((value) => [
      getLabel(value),
      value.text,
      ...(aimed ? [value.target?.text ?? noText, value.attainment?.text ?? noText] : []),
    ]),
  };
}

/** Series side by side: one row a member, one column a value, or a value's group. */
export function buildSeriesTable(
  values: readonly BookValue[],
  range: { from?: string; to?: string },
  language: Language,
): TableRows {
  const columns: { label: string; unit: string; texts: Map<string, string> }[] = [];
  const members = new Map<string, string>();
  for (const value of values) {
    for (const group of listGroups(value)) {
      const texts = new Map<string, string>();
      for (const point of value.points) {
        if (point.group !== group || !isWithin(point.key, range)) continue;
        members.set(point.key, point.label);
        texts.set(point.key, point.text);
      }
      const label =
        group === undefined ? getLabel(value) : values.length > 1 ? `${getLabel(value)} · ${group}` : group;
      columns.push({ label, unit: '', texts });
    }
  }
  return {
    columns: [
      { name: 'member', label: reportWords[language].member, unit: '', align: 'left' },
      ...columns.map(({ label, unit }) => ({ name: label, label, unit, align: 'right' as const })),
    ],
    rows: [...members].map(([key, label]) => [
      label,
      ...columns.map(({ texts }) => texts.get(key) ?? noText),
    ]),
  };
}

function listGroups(value: BookValue): (string | undefined)[] {
  return [...new Set(value.points.map((point) => point.group))];
}

function isWithin(key: string, { from, to }: { from?: string; to?: string }): boolean {
  return (from === undefined || key >= from) && (to === undefined || key <= to);
}

function getLabel({ label, name }: BookValue): string {
  return label ?? name;
}
