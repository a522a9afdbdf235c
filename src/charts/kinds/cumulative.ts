import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { makeGap, makeLevel, toMember } from '../../base/claims/make-claims.ts';
import { formatNumber } from '../../base/number-format.ts';
import { resolveColumnDigits } from '../../base/registry/shown-digits.ts';
import type { Point } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import {
  buildFirstSeries,
  buildSeriesTable,
  filterPresent,
  listGroups,
  type Series,
} from '../data/chart-series.ts';
import { getOwnTarget, isTotal } from '../data/targets.ts';
import { findTimeGrain } from '../data/time-keys.ts';
import { buildExampleInput, buildExampleWeeks } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, InputError, Spec } from '../kind.ts';
import { buildTimeChart, type TimePanel } from '../layout/time-panel.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { resolveSeriesStyles } from '../series-styles.ts';
import { categoryColours } from '../theme.ts';

export const cumulative: ChartKind = {
  title: { zh: '累计图', en: 'Cumulative' },
  description: {
    zh: '一项可以相加的数值逐期累计，每组一条线，目标画成虚线。数值要有 `by: week` 或 `by: [week, channel]`。',
    en: 'Running sums of a value that adds up, a line each group, the target as a dashed line. A value `by: week` or `by: [week, channel]`.',
  },
  use: {
    zh: '到今天累计做了多少、何时反超、离总目标还差多少。',
    en: 'How much has come together so far, who overtakes when, and what is missing to the target.',
  },
  avoid: {
    zh: '比率和均价不能累计；要看每期的起伏用 trend。',
    en: 'Rates and averages do not accumulate; for ups and downs by period use trend.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, ...columnAttributes }),
  panel: 'sum',
  validate,
  buildSpec,
  listClaims,
  buildTable: (input) => buildSeriesTable(computeRunningSums(input), chartWords[input.language].period),
  example: {
    tag: '<Figure kind="cumulative" of="新增用户" by="week, channel" id="sums" />',
    metrics: '新增用户: { metric: new_users, from: users }',
    input: (language) =>
      buildExampleInput(language, {
        name: { zh: '新增用户', en: 'New users' },
        unit: '人',
        points: buildExampleWeeks(language, [
          [210, 190, 205, 180, 170, 165, 150, 140],
          [40, 75, 120, 190, 240, 290, 310, 350],
        ]),
      }),
  },
};

function validate({ values }: ChartInput): InputError | undefined {
  const [value] = values;
  if (!value) return { why: 'empty', name: '' };
  const { name, points } = value;
  if (!findTimeGrain(points.map((point) => point.key))) return { why: 'needs-time', name };
  if (filterPresent(points).length === 0) return { why: 'empty', name };
  if (!isTotal(value)) return { why: 'not-a-sum', name };
  const count = listGroups(value).length;
  return count > categoryColours.length ? { why: 'too-many-series', name, text: String(count) } : undefined;
}

/** Every series as running sums. A period without data adds nothing; before the first and after the last there is no line. */
function computeRunningSums(input: ChartInput): Series[] {
  const { language } = input;
  return buildFirstSeries(input).map((series) => {
    const known = series.points.map((point) => point.value !== null);
    const [first, last] = [known.indexOf(true), known.lastIndexOf(true)];
    let sum = 0;
    const sums = series.points.map((point, i) => {
      sum = Number((sum + (point.value ?? 0)).toPrecision(14));
      return i < first || i > last ? null : sum;
    });
    const style = { unit: series.unit, language, digits: resolveColumnDigits(sums, series.unit) };
    const points = series.points.map((point, i): Point => {
      const value = sums[i]!;
      return { ...point, value, text: formatNumber(value, style) };
    });
    return { ...series, points };
  });
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const words = chartWords[language];
  const series = computeRunningSums(input);
  const styles = resolveSeriesStyles(
    series.map(({ names }) => names),
    input,
  );
  const value = input.values[0]!;
  const target = getOwnTarget(value)?.value ?? null;
  const panel: TimePanel = {
    label: words.cumulated(value.label),
    unit: value.unit,
    lines: series.map(({ label, points }, i) => ({ label, points, style: styles[i]! })),
    levels:
      target === null || series.length > 1
        ? []
        : [{ value: target, text: words.targetIs(value.target!.text) }],
    height: 230,
    language,
    training: input.training,
  };
  return buildTimeChart([panel], fullWidth);
}

function listClaims(input: ChartInput): Claim[] {
  const { label: of, unit } = input.values[0]!;
  const series = computeRunningSums(input);
  const end = Math.max(...series.map(({ points }) => points.findLastIndex(({ value }) => value !== null)));
  const at = series[0]!.points[end]!.label;
  const sums = series
    .flatMap(({ label, points }) => toMember(points[end]!, unit, label) ?? [])
    .toSorted((a, b) => b.value - a.value);
  const [a, b] = series;
  const cross = series.length === 2 ? findLastOvertaking(a!, b!) : undefined;
  return [
    ...makeLevel('running-sum', of, sums.slice(0, 3), at),
    ...(cross ? tellOvertaking(cross, unit) : []),
  ];
}

interface Overtaking {
  leader: Series;
  other: Series;
  /** Index of the point. */
  at: number;
}

function tellOvertaking({ leader, other, at }: Overtaking, unit: string): Claim[] {
  const [left, right] = [leader, other].map(({ label, points }) => toMember(points[at]!, unit, label));
  return left && right
    ? makeGap({ what: 'overtaking', of: '', left, right, at: leader.points[at]!.label })
    : [];
}

/** The last period at which one running sum came to lie above the other, having been below. */
function findLastOvertaking(a: Series, b: Series): Overtaking | undefined {
  let found: Overtaking | undefined;
  let ahead: Series | undefined;
  for (const [at, { value }] of a.points.entries()) {
    const other = b.points[at]?.value ?? null;
    if (value === null || other === null || value === other) continue;
    const leader = value > other ? a : b;
    if (ahead && leader !== ahead) found = { leader, other: ahead, at };
    ahead = leader;
  }
  return found;
}
