import { z } from 'zod';
import { chartWords } from '../../words/charts.ts';
import { timeStep } from '../calendar.ts';
import { exampleInput, exampleWeeks } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, Lack, Spec } from '../kind.ts';
import { attributes, narrowing } from '../props.ts';
import { present, type Series, seriesOf, seriesTable } from '../series.ts';
import { mostSpans } from '../span-layers.ts';
import { type KeySpan, keySpans, spansOf } from '../spans.ts';
import { isTotal, meetsTarget, targetLevel } from '../targets.ts';
import { categories } from '../theme.ts';
import { type TimePanel, timeChart } from '../time-panel.ts';

export const trend: ChartKind = {
  title: { zh: '趋势图', en: 'Trend' },
  description: {
    zh: '数值随时间的变化，目标画成虚线，events 表里的活动画成色带。数值要有 `by: day`、`by: week` 或 `by: month`；单位不同的数值各占一格。',
    en: 'Values over time, targets as dashed lines, events of a table as bands. Values need `by: day`, `week` or `month`; each unit gets a panel.',
  },
  use: {
    zh: '看一项或几项数值怎样随时间变化、离目标还有多远。',
    en: 'How one or several values went over time, and how far from their targets.',
  },
  avoid: {
    zh: '期数少于 4 期时用表格；只比较同一时点的各部分时用 bars。',
    en: 'With fewer than 4 periods use a table; to compare parts at one moment use bars.',
  },
  sources: ['values'],
  props: z.strictObject({ of: attributes.values, ...narrowing, events: attributes.events }),
  panel: 'line',
  lacks,
  spec,
  finding,
  table: (input) => seriesTable(seriesOf(input), chartWords[input.language].period),
  example: {
    tag: '<Figure kind="trend" of="每周新增用户" id="weekly" />',
    metrics: '每周新增用户: { metric: new_users, from: users, by: week, target: goals.新增用户 }',
    input: (language) =>
      exampleInput(language, {
        name: { zh: '每周新增用户', en: 'New users a week' },
        unit: '人',
        points: exampleWeeks(language, [[98, 120, 141, 133, 162, 178, 171, 205]]),
        target: 1_000,
      }),
  },
};

function lacks(input: ChartInput): Lack | undefined {
  for (const { name, points } of input.values) {
    if (!timeStep(points.map((point) => point.key))) return { why: 'needs-time', name };
    if (present(points).length === 0) return { why: 'empty', name };
  }
  const { second } = input;
  const spans = second && spansOf(second);
  if (second && !spans)
    return { why: 'needs-column', name: second.name, text: second.columns.map((one) => one.name).join('、') };
  if (second && spans && spans.length > mostSpans)
    return { why: 'too-many-series', name: second.name, text: String(spans.length) };
  const count = seriesOf(input).length;
  const name = input.values[0]?.name ?? '';
  return count > categories.length ? { why: 'too-many-series', name, text: String(count) } : undefined;
}

function spec(input: ChartInput, full: number): Spec {
  const byUnit = new Map<string, Series[]>();
  for (const series of seriesOf(input)) byUnit.set(series.unit, [...(byUnit.get(series.unit) ?? []), series]);
  const height = [230, 150, 120][byUnit.size - 1] ?? 100;
  let style = 0;
  const panels = [...byUnit].map(([unit, all]): TimePanel => {
    const values = [...new Set(all.map((series) => series.value))];
    const levels = values.flatMap((value) => targetLevel(value, input.language) ?? []);
    return {
      label: values.map((value) => value.label).join(input.language === 'zh' ? '、' : ', '),
      unit,
      lines: all.map(({ label, points }) => ({ label, points, style: style++ })),
      levels: distinct(levels),
      spans: spansIn(input),
      height,
      language: input.language,
      free: true,
    };
  });
  return timeChart(panels, full);
}

/** The events within the time drawn. */
function spansIn(input: ChartInput): KeySpan[] {
  const keys = seriesOf(input)[0]?.points.map(({ key }) => key) ?? [];
  const grain = timeStep(keys);
  const spans = input.second && spansOf(input.second);
  return grain && spans ? keySpans(spans, keys, grain) : [];
}

function distinct(levels: { value: number; text: string }[]) {
  return levels.filter((level, i) => levels.findIndex((other) => other.text === level.text) === i);
}

/** How each series went, and for one value whether it met its target. At most three are told. */
function finding(input: ChartInput): string {
  const words = chartWords[input.language];
  const clauses = seriesOf(input)
    .slice(0, 3)
    .map(({ label, points, value }) => {
      const known = present(points);
      const [first, last] = [known[0], known.at(-1)];
      if (!first || !last) return words.join([label, words.noData]);
      if (first === last) return words.single(label, first.label, first.text);
      const way = last.value > first.value ? 'up' : last.value < first.value ? 'down' : 'even';
      const told = words.change[way](
        label,
        { at: first.label, text: first.text },
        { at: last.label, text: last.text },
      );
      return words.join([told, ...outcome(value, input)]);
    });
  const marked = spansIn(input).map(({ name }) => name);
  return words.sentence([
    ...clauses,
    ...(marked.length > 0 ? [words.marked(marked.slice(0, 3), marked.length)] : []),
  ]);
}

function outcome(value: ChartInput['values'][number], { values, language }: ChartInput): string[] {
  const words = chartWords[language];
  if (value.points.some((point) => point.group !== undefined)) return [];
  const sum = isTotal(value) ? [words.sum(value.text)] : [];
  const met = values.length > 3 ? undefined : meetsTarget(value);
  if (met === undefined || !value.target || !targetLevel(value, language)) return sum;
  const whole = sum.length > 0 ? sum : [words.whole(value.text)];
  return [...whole, words.reached[met ? 'yes' : 'no'](value.target.text)];
}
