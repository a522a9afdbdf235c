import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { makeCourse, makeRank, toMember } from '../../base/claims/make-claims.ts';
import type { Language } from '../../base/language.ts';
import type { Point } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { cohortWords } from '../../words/charts/cohort-words.ts';
import { buildSeries, buildSeriesTable, filterPresent, type Series } from '../data/chart-series.ts';
import {
  buildNumberAxis,
  buildTickExpression,
  formatAxisTitle,
  selectMagnitude,
} from '../draw/number-axis.ts';
import { buildExampleInput } from '../example.ts';
import type { ChartInput } from '../input.ts';
import { type ChartKind, type InputError, type Layer, panelRefusals, type Spec } from '../kind.ts';
import { buildHoverPoints } from '../layout/marks.ts';
import { buildSquarePanel, type SquarePlot } from '../layout/square-panel.ts';
import { attributes } from '../props.ts';
import { pickShade, resolveSeriesStyles, type SeriesStyle } from '../series-styles.ts';
import { categoryColours, getColour, pointSymbols } from '../theme.ts';

/** Cohorts: more are a heat map. */
const mostCohorts = 24;
const units = { D: 'day', W: 'week', M: 'month' } as const;

export const cohortCurve: ChartKind = {
  title: { zh: '留存曲线', en: 'Retention curves' },
  description: {
    zh: '首次行为之后第几天（周、月）还有多少人回来，一个群组一条线；群组多于六个时由旧到新渐变。数值要用 `retention_curve` 指标，分群组写 `by: week`，也可以写几个数值来比较。',
    en: 'How many come back so many days, weeks or months after the first event, a line a cohort; more than six go from old to new in shades. Values of the metric `retention_curve`, `by: week` for cohorts, or several values to compare.',
  },
  use: {
    zh: '看留存掉得多快、在哪里变平，新群组是否比旧的好。',
    en: 'How fast users drop off, where it levels out, and whether newer cohorts do better.',
  },
  avoid: {
    zh: '群组很多、要逐格读数时用 heat（群组三角）；只有一个时点的留存率用 trend。',
    en: 'For many cohorts and single numbers use heat (the cohort triangle), for one day only use trend.',
  },
  sources: ['values'],
  props: z.strictObject({ of: attributes.values }),
  panel: panelRefusals.twoGroupings,
  validate,
  buildSpec,
  listClaims,
  buildTable: (input) =>
    buildSeriesTable(collectLines(input), cohortWords[input.language].since[getTimeUnit(input)]),
  example: {
    tag: '<Figure kind="cohort-curve" of="留存曲线" id="cohort-curve" />',
    metrics: '留存曲线: { metric: retention_curve, from: events, by: cohort_week }',
    input: buildExample,
  },
};

/** `D7` as 7. */
function parseTimeSince({ key }: Pick<Point, 'key'>): number | undefined {
  const digits = /^[DWM](\d+)$/.exec(key)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function validate(input: ChartInput): InputError | undefined {
  for (const { name, points } of input.values) {
    if (points.length > 0 && points.some((point) => parseTimeSince(point) === undefined))
      return { why: 'needs-curve', name, text: 'retention_curve' };
    if (filterPresent(points).length === 0) return { why: 'empty', name };
  }
  const [first] = input.values;
  if (!first) return { why: 'empty', name: '' };
  const count = collectLines(input).length;
  return count > mostCohorts ? { why: 'too-many-series', name: first.name, text: String(count) } : undefined;
}

/** Lines with at least one number; their points by the time since. */
function collectLines(input: ChartInput): Series[] {
  return buildSeries(input)
    .filter(({ points }) => filterPresent(points).length > 0)
    .map((series) => ({
      ...series,
      points: series.points.toSorted((a, b) => (parseTimeSince(a) ?? 0) - (parseTimeSince(b) ?? 0)),
    }));
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const lines = collectLines(input);
  const points = lines.flatMap((line) => filterPresent(line.points));
  const times = [...new Set(points.map((point) => parseTimeSince(point) ?? 0))].sort((a, b) => a - b);
  const axis = buildNumberAxis(points.map((point) => point.value));
  const size = selectMagnitude(Math.max(Math.abs(axis.low), Math.abs(axis.high)), language);
  const [low, high] = [Math.min(0, times[0]!), Math.max(times.at(-1)!, 1)];
  const room = fullWidth * 0.55;
  const letter = (points[0]!.key[0] ?? 'D') as keyof typeof units;
  const shown = selectTicks(times, room / (high - low || 1));
  const shaded = lines.length > categoryColours.length;
  const styles = pickStyles(lines, input);
  const value = lines[0]!.value;
  const label = input.values.length > 1 ? '' : value.label;
  return buildSquarePanel(
    {
      fullWidth,
      x: {
        title: cohortWords[language].since[units[letter]],
        low,
        high,
        ticks: shown,
        texts: [],
        labelExpr: "format(datum.value, 'd')",
      },
      y: {
        title: formatAxisTitle(label, value.unit, size, language),
        low: axis.low,
        high: axis.high,
        ticks: axis.ticks,
        texts: axis.ticks.map((tick) => String(tick / size.size)),
        labelExpr: buildTickExpression(size),
      },
      keys: buildLegendKeys(lines, styles, shaded),
      square: false,
    },
    (plot) => lines.flatMap((line, i) => buildLineLayers(line, { plot, language, look: styles[i]! })),
  );
}

/** Ticks at the times there are, those that have room. */
function selectTicks(times: readonly number[], perUnit: number): number[] {
  const kept: number[] = [];
  for (const time of times) if (kept.length === 0 || (time - kept.at(-1)!) * perUnit >= 26) kept.push(time);
  return kept;
}

/** Cohorts follow one another: they go from light to dark. Names have colours, as long as there are enough. */
function pickStyles(lines: readonly Series[], input: ChartInput): SeriesStyle[] {
  const styles = resolveSeriesStyles(
    lines.map(({ names }) => names),
    input,
  );
  const many = lines.length > categoryColours.length;
  if (lines.length < 2 || (input.scale !== 'order' && !many)) return styles;
  return styles.map(({ dash, symbol }, i) => {
    const paint = pickShade(i, lines.length);
    return many ? { paint, dash: [], symbol: pointSymbols[0]! } : { paint, dash, symbol };
  });
}

/** All lines by name, or the first and the last of many. A single one needs no name. */
function buildLegendKeys(lines: readonly Series[], styles: readonly SeriesStyle[], shaded: boolean) {
  if (lines.length === 1) return [];
  if (!shaded)
    return lines.map(({ label }, i) => ({ text: label, style: styles[i]!, mark: 'line' as const }));
  return [0, lines.length - 1].map((i) => ({
    text: lines[i]!.label,
    mark: 'line' as const,
    paint: styles[i]!.paint,
  }));
}

function buildLineLayers(
  { label, points }: Series,
  { plot, language, look }: { plot: SquarePlot; language: Language; look: SeriesStyle },
): Layer[] {
  const values = points.map((point) => ({
    since: parseTimeSince(point),
    value: point.value,
    hover: chartWords[language].hover(label, cohortWords[language].point(point.label, point.text)),
  }));
  const encoding = { x: { ...plot.x, field: 'since' }, y: { ...plot.y, field: 'value' } };
  const stroke = getColour(look.paint);
  return [
    {
      data: { values },
      mark: { type: 'line', stroke, strokeDash: look.dash, invalid: 'break-paths-show-domains' },
      encoding,
    },
    buildHoverPoints(
      values.filter(({ value }) => value !== null),
      encoding,
      { size: 26, color: stroke, shape: look.symbol },
    ),
  ] as Layer[];
}

/** At the last age that two cohorts have reached, who is highest; of one cohort how it went. */
function listClaims(input: ChartInput): Claim[] {
  const lines = collectLines(input);
  const at = findLastSharedKey(lines);
  const { label: of, unit } = input.values[0]!;
  const found = lines.flatMap(({ label, points }) => {
    const point = points.find(({ key }) => key === at);
    const member = point && toMember(point, unit, label);
    return member ? [{ member, age: point.label.replace('*', '') }] : [];
  });
  if (found.length > 1)
    return makeRank(
      found.map(({ member }) => member),
      { of, at: found[0]!.age },
    );
  return makeCourse(lines[0]!.label, lines[0]!.points, unit);
}

/** The latest time of which two lines know something. */
function findLastSharedKey(lines: readonly Series[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { points } of lines)
    for (const { key } of filterPresent(points)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1).map(([key]) => key);
  return shared.sort((a, b) => (parseTimeSince({ key: b }) ?? 0) - (parseTimeSince({ key: a }) ?? 0))[0];
}

function getTimeUnit({ values }: ChartInput) {
  return units[(values[0]!.points[0]!.key[0] ?? 'D') as keyof typeof units];
}

function buildExample(language: Language): ChartInput {
  const days = [1, 3, 7, 14, 30];
  const cohorts = [
    ['2026-W10', [41, 30, 22, 17, 13]],
    ['2026-W11', [43, 31, 24, 18, 14]],
    ['2026-W12', [42, 33, 26, 20, null]],
    ['2026-W13', [47, 36, 28, null, null]],
  ] as const;
  const points = cohorts.flatMap(([group, numbers]) =>
    numbers.map((value, i) => ({ key: `D${days[i]}`, label: `D${days[i]}`, group, value })),
  );
  return buildExampleInput(language, {
    name: { zh: '留存曲线', en: 'Retention' },
    unit: '%',
    value: null,
    points,
  });
}
