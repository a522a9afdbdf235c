import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { listComparable, makeLevel, makeRank } from '../../base/claims/make-claims.ts';
import type { Point, TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { createColumn, filterPresent } from '../data/chart-series.ts';
import { listWhole } from '../data/claim-members.ts';
import { formatPercent } from '../data/percent-text.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  buildTopLabel,
  computeBarEnd,
  computeRowStep,
  layoutRowNames,
} from '../data/row-names.ts';
import { findWhole, isTotal } from '../data/targets.ts';
import { sortParts, validateParts } from '../data/value-parts.ts';
import { formatScaledText } from '../draw/direct-text.ts';
import { measureColumn } from '../draw/labels.ts';
import { formatAxisTitle, selectMagnitude } from '../draw/number-axis.ts';
import { buildExampleChannels, buildExampleInput } from '../example.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import type { ChartKind, Spec } from '../kind.ts';
import { buildTitle } from '../layout/chart-heading.ts';
import { buildRuleLabel } from '../layout/marks.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { findNameColour } from '../series-styles.ts';
import { fontSizes, getColour } from '../theme.ts';

export const bars: ChartKind = {
  title: { zh: '条形图', en: 'Bars' },
  description: {
    zh: '各部分的一项数值，从高到低；可以相加的附占比，比率附整体水平线。数值要有 `by: channel` 这样的分组，或用表的 x、y 两列。',
    en: 'One value by part, highest first; sums with shares, rates with the level of the whole. A value `by: channel` or the like, or columns x and y of a table.',
  },
  use: {
    zh: '各部分谁多谁少、各占多少。',
    en: 'Which parts are large and which small, and their shares.',
  },
  avoid: {
    zh: '类别就是时间时用 trend；超过 40 项时先汇总，或用表格。',
    en: 'Where the parts are times use trend; beyond 40 parts aggregate first or use a table.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, ...columnAttributes }),
  panel: 'bars',
  validate: validateParts,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="bars" of="新增用户" by="channel" id="bars" />',
    metrics: '新增用户: { metric: new_users, from: users }',
    input: (language) =>
      buildExampleInput(language, {
        name: { zh: '新增用户', en: 'New users' },
        unit: '人',
        points: buildExampleChannels(language, [780, 412, 655, 238, 301, 90]),
      }),
  },
};

/** Each part's share of the whole, where the parts add up to it. */
function formatShares(value: ChartValue, points: readonly Point[], input: ChartInput): string[] {
  const adds = isTotal(value) && value.value !== 0 && points.every((point) => (point.value ?? 0) >= 0);
  if (!adds || points.length < 2) return points.map(() => '');
  return points.map((point) =>
    point.value === null ? '' : formatPercent((point.value / value.value!) * 100, input),
  );
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const words = chartWords[language];
  const value = input.values[0]!;
  const points = sortParts(value.points);
  const { names, width: left } = layoutRowNames(
    points.map((point) => point.label),
    fullWidth,
  );
  const numbers = points.map((point) => point.value ?? 0);
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const size = selectMagnitude(Math.max(high, -low), language);
  const parts = formatShares(value, points, input);
  const shared = parts.some(Boolean);
  const side = shared ? measureColumn([...parts, words.share], fontSizes.label) + 16 : 0;
  const rows = points.map((point, i) => ({
    ...names[i]!,
    value: point.value,
    end: Math.max(point.value ?? 0, 0),
    fill: getColour(findNameColour(point.label, input) ?? 'c1'),
    text: formatScaledText(point, value.unit, size, language),
    share: parts[i],
    hover: words.hover(point.label, point.text),
  }));
  const width = fullWidth - left - side;
  const texts = rows.map((row) => row.text);
  const room = measureColumn(texts, fontSizes.label) + 14;
  const far = computeBarEnd(low, high, room, width);
  const pixels = width / (far - low);
  const whole = findReferenceLevel(value) ?? Number.NEGATIVE_INFINITY;
  const placed = rows.map((row) => {
    // A text on the level's line would be struck through: it goes behind it.
    const reach = row.end + (measureColumn([row.text], fontSizes.label) + 10) / pixels;
    return row.end < whole && reach > whole ? { ...row, end: whole } : row;
  });
  const y = buildRowScale(names, 0.36);
  const x = { type: 'quantitative', scale: { domain: [low, far], nice: false }, axis: null };
  return {
    title: buildTitle(formatAxisTitle(value.label, value.unit, size, language), fullWidth, {
      offset: shared || findReferenceLevel(value) ? 28 : 10,
    }),
    data: { values: placed },
    width,
    height: { step: computeRowStep(names, 30) },
    layer: [
      {
        mark: { type: 'bar', aria: true },
        encoding: {
          y,
          x: { ...x, field: 'value' },
          fill: { field: 'fill', scale: null },
          description: { field: 'hover' },
        },
      },
      ...buildLevelLayers(value, { x, low, far, width, text: words.wholeIs(value.text) }),
      buildTextLayer('text', { y, x: { ...x, field: 'end' } }, { align: 'left', dx: 6 }),
      ...(shared ? buildShareLayers(y, side, words.share) : []),
      ...buildRowNameLayers(y),
    ],
  } as Spec;
}

function buildShareLayers(y: object, side: number, text: string) {
  const x = { value: 'width' };
  return [
    buildTextLayer('share', { y, x }, { align: 'right', dx: side, fill: getColour('ink-2') }),
    buildTopLabel(text, { x }, { align: 'right', dx: side, dy: -8 }),
  ];
}

/** A rate of the whole lies among those of its parts: the level they are measured against. */
function findReferenceLevel(value: ChartValue): number | undefined {
  const numbers = filterPresent(value.points).map((point) => point.value);
  const within =
    value.value !== null && value.value >= Math.min(...numbers) && value.value <= Math.max(...numbers);
  return numbers.length > 1 && within && !isTotal(value) ? value.value! : undefined;
}

interface LevelFrame {
  x: object;
  low: number;
  far: number;
  width: number;
  text: string;
}

function buildLevelLayers(value: ChartValue, { x, low, far, width, text }: LevelFrame) {
  const at = findReferenceLevel(value);
  if (at === undefined) return [];
  const pixel = ((at - low) / (far - low)) * width;
  return [
    {
      data: { values: [{ at }] },
      mark: { type: 'rule', strokeDash: [3, 3], color: getColour('ink-2') },
      encoding: { x: { ...x, field: 'at' } },
    },
    buildRuleLabel(text, { ...x, datum: at }, { pixel, width }),
  ];
}

function listClaims(input: ChartInput): Claim[] {
  const value = input.values[0]!;
  const members = listComparable(value.points, value.unit);
  return [
    ...makeRank(members, { of: value.label, whole: findWhole(value) }),
    ...(findReferenceLevel(value) === undefined ? [] : makeLevel('whole', value.label, listWhole(value))),
  ];
}

function buildTable(input: ChartInput): TableRows {
  const words = chartWords[input.language];
  const value = input.values[0]!;
  const points = sortParts(value.points);
  const parts = formatShares(value, points, input);
  const shared = parts.some(Boolean);
  return {
    columns: [
      createColumn('key', words.part, 'left'),
      createColumn('value', value.label),
      ...(shared ? [createColumn('share', words.share)] : []),
    ],
    rows: points.map((point, i) => [point.label, point.text, ...(shared ? [parts[i] || '—'] : [])]),
  };
}
