import { z } from 'zod';
import { isSamePeriod } from '../../base/calendar-days.ts';
import type { Claim } from '../../base/claims/claim.ts';
import {
  countCutSteps,
  makeAttainment,
  makeCount,
  makeCourse,
  makeLevel,
  makeNamedCount,
} from '../../base/claims/make-claims.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { buildSeries, buildSeriesTable, filterPresent, type Series } from '../data/chart-series.ts';
import { listWhole } from '../data/claim-members.ts';
import { createColumnError } from '../data/table-columns.ts';
import { findTargetLevel, getOwnTarget, isTotal, type Level } from '../data/targets.ts';
import { findTimeGrain } from '../data/time-keys.ts';
import { buildExampleInput, buildExampleWeeks } from '../example.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import type { ChartKind, InputError, Spec } from '../kind.ts';
import { alignSpans, findSpans, type KeySpan, mostSpans } from '../layout/spans.ts';
import { buildTimeChart, type TimePanel } from '../layout/time-panel.ts';
import { attributes, filterAttributes } from '../props.ts';
import { resolveSeriesStyles } from '../series-styles.ts';
import { categoryColours } from '../theme.ts';

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
  props: z.strictObject({ of: attributes.values, ...filterAttributes, events: attributes.events }),
  panel: 'line',
  validate,
  buildSpec,
  listClaims,
  buildTable: (input) => buildSeriesTable(buildSeries(input), chartWords[input.language].period),
  example: {
    tag: '<Figure kind="trend" of="每周新增用户" id="weekly" />',
    metrics: '每周新增用户: { metric: new_users, from: users, by: week, target: goals.新增用户 }',
    input: (language) =>
      buildExampleInput(language, {
        name: { zh: '每周新增用户', en: 'New users a week' },
        unit: '人',
        points: buildExampleWeeks(language, [[98, 120, 141, 133, 162, 178, 171, 205]]),
        target: 1_000,
      }),
  },
};

function validate(input: ChartInput): InputError | undefined {
  for (const { name, points } of input.values) {
    if (!findTimeGrain(points.map((point) => point.key))) return { why: 'needs-time', name };
    if (filterPresent(points).length === 0) return { why: 'empty', name };
  }
  const { secondTable: second } = input;
  const spans = second && findSpans(second);
  if (second && !spans) return createColumnError(second);
  if (second && spans && spans.length > mostSpans)
    return { why: 'too-many-series', name: second.name, text: String(spans.length) };
  const count = buildSeries(input).length;
  const name = input.values[0]?.name ?? '';
  return count > categoryColours.length ? { why: 'too-many-series', name, text: String(count) } : undefined;
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const byUnit = new Map<string, Series[]>();
  for (const series of buildSeries(input))
    byUnit.set(series.unit, [...(byUnit.get(series.unit) ?? []), series]);
  const height = [230, 150, 120][byUnit.size - 1] ?? 100;
  const drawn = [...byUnit.values()].flat();
  const styles = resolveSeriesStyles(
    drawn.map(({ names }) => names),
    input,
  );
  const panels = [...byUnit].map(([unit, all]): TimePanel => {
    const values = [...new Set(all.map((series) => series.value))];
    const levels = values.flatMap((value) => findTargetLevel(value, input.language) ?? []);
    return {
      label: values.map((value) => value.label).join(input.language === 'zh' ? '、' : ', '),
      unit,
      lines: all.map((series) => ({
        label: series.label,
        points: series.points,
        style: styles[drawn.indexOf(series)]!,
      })),
      levels: removeDuplicateLevels(levels),
      spans: findVisibleSpans(input),
      height,
      language: input.language,
      training: input.training,
      free: true,
    };
  });
  return buildTimeChart(panels, fullWidth);
}

/** The events within the time drawn. */
function findVisibleSpans(input: ChartInput): KeySpan[] {
  const keys = buildSeries(input)[0]?.points.map(({ key }) => key) ?? [];
  const grain = findTimeGrain(keys);
  const spans = input.secondTable && findSpans(input.secondTable);
  return grain && spans ? alignSpans(spans, keys, grain) : [];
}

function removeDuplicateLevels(levels: readonly Level[]): Level[] {
  return levels.filter((level, i) => levels.findIndex((other) => other.text === level.text) === i);
}

/** How each series went, and for one value whether it met its target. At most three are told. */
function listClaims(input: ChartInput): Claim[] {
  const series = buildSeries(input);
  const cut = series.reduce((sum, { points }) => sum + countCutSteps(points), 0);
  return [
    ...series
      .slice(0, 3)
      .flatMap(({ label, points, value, unit }) => [
        ...makeCourse(label, points, unit),
        ...judgeWhole(value, input),
      ]),
    ...makeCount('cut-steps', cut),
    ...makeNamedCount(
      'events',
      findVisibleSpans(input).map(({ name }) => name),
    ),
  ];
}

/** The sum, where there is one, and whether the value of the whole time has met its target. */
function judgeWhole(value: ChartValue, { values, language, training }: ChartInput): Claim[] {
  if (value.points.some((point) => point.group !== undefined)) return [];
  const [whole] = listWhole(value);
  const isSum = isTotal(value);
  const target = values.length <= 3 && findTargetLevel(value, language) ? getOwnTarget(value) : undefined;
  const aim =
    target?.value == null ? undefined : { value: target.value, text: target.text, unit: value.unit };
  const judged = makeAttainment(value.label, whole, aim, value.direction, isSum ? 'sum' : 'whole');
  const during = isSum ? undefined : findOwnPeriod(value, training);
  if (judged.length > 0 && during) return judged.map((claim) => ({ ...claim, during }));
  return judged.length > 0 || !isSum
    ? judged
    : makeLevel('sum', value.label, whole ? [{ ...whole, name: '' }] : []);
}

/** The days of a value that was asked for less than the training: its target is for these. */
function findOwnPeriod({ observed }: ChartValue, training: ChartInput['training']) {
  if (!observed || !training) return undefined;
  const { from, to } = observed;
  const { period } = training;
  return isSamePeriod(observed, period) ? undefined : { from, to };
}
