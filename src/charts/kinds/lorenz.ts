import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { makeLevel, makeShare } from '../../base/claims/make-claims.ts';
import { formatNumber } from '../../base/number-format.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { distributionWords } from '../../words/charts/distribution-words.ts';
import { createColumn } from '../data/chart-series.ts';
import { listObservations, sampleIndices, validateObservations } from '../data/distribution.ts';
import { computeLorenzCurve, gini } from '../data/gini.ts';
import { formatPercent } from '../data/percent-text.ts';
import { buildExampleInput, buildExampleObservations } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, InputError, Spec } from '../kind.ts';
import { buildTitle } from '../layout/chart-heading.ts';
import {
  buildHorizontalScale,
  buildPlotAxis,
  buildVerticalScale,
  countSteps,
  measureLabelRoom,
} from '../layout/plot.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { fontSizes, getColour } from '../theme.ts';

const mostPoints = 200;
/** The shares of members whose holdings are listed, in percent. */
const topShares = [1, 5, 10, 20, 50];

export const lorenz: ChartKind = {
  title: { zh: '洛伦兹曲线', en: 'Lorenz curve' },
  description: {
    zh: '一项可以相加的数值集中到什么程度：各项从少到多累计，与均等线（虚线）之间的面积越大越集中，并写出基尼系数。一行一项的表用 y 指明数值列；或分了组的数值。',
    en: 'How concentrated a value is: members added up from the least, the further from the dashed line of equality the more so, with the Gini coefficient. A table of one member a row (y the column), or a value by groups.',
  },
  use: {
    zh: '内容、订单、消费是不是集中在少数人手里。',
    en: 'Whether posts, orders or spending come from a few.',
  },
  avoid: {
    zh: '要知道是哪几项用 pareto 或 long-tail；不到 10 项时用 bars。',
    en: 'To learn which members they are use pareto or long-tail; below 10 members use bars.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, y: columnAttributes.y }),
  panel: 'lorenz',
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="lorenz" of="authors" y="posts" id="creators" />',
    input: (language) =>
      buildExampleInput(language, {
        name: { zh: '发帖数', en: 'Posts' },
        unit: '篇',
        points: buildExampleObservations(150, 6),
      }),
  },
};

function validate(input: ChartInput): InputError | undefined {
  const inputError = validateObservations(input);
  if (inputError) return inputError;
  const value = input.values[0]!;
  const numbers = listObservations(value);
  if (numbers.length < 2) return { why: 'needs-parts', name: value.name };
  if (value.unit === '%' || value.unit.includes('/')) return { why: 'not-a-sum', name: value.name };
  if (gini(numbers) === undefined)
    return { why: numbers.some((one) => one < 0) ? 'not-a-sum' : 'empty', name: value.name };
  return undefined;
}

const formatGini = (input: ChartInput) =>
  formatNumber(gini(listObservations(input.values[0]!))!, { unit: '', language: input.language, digits: 2 });

/** What the largest `share` percent of members hold; at least one member. */
function computeTopShare(numbers: readonly number[], share: number): { count: number; holds: number } {
  const count = Math.max(1, Math.round((numbers.length * share) / 100));
  const whole = numbers.reduce((sum, one) => sum + one, 0);
  const held = numbers.toSorted((a, b) => b - a).slice(0, count);
  return { count, holds: (held.reduce((sum, one) => sum + one, 0) / whole) * 100 };
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language, values } = input;
  const words = distributionWords[language];
  const value = values[0]!;
  const curve = computeLorenzCurve(listObservations(value));
  const points = sampleIndices(curve.length, mostPoints).map((i) => ({
    members: curve[i]![0],
    amount: curve[i]![1],
  }));
  const y = buildPlotAxis([0, 100], '%', language);
  const width = fullWidth - measureLabelRoom(y) - 18;
  const x = buildPlotAxis([0, 100], '%', language, { count: countSteps(width) });
  const encoding = {
    x: { ...buildHorizontalScale(x, words.members, width), field: 'members' },
    y: { ...buildVerticalScale(y), field: 'amount' },
  };
  const remark = { type: 'text', align: 'left', baseline: 'middle', dx: 12, fontWeight: 'bold' };
  const { count, holds } = computeTopShare(listObservations(value), 10);
  const top = words.topHolds('10%', String(count), formatPercent(holds, input));
  return {
    title: buildTitle(words.amount(value.label), fullWidth),
    width,
    height: 260,
    data: { values: points },
    layer: [
      {
        mark: { type: 'area', color: getColour('c1'), opacity: 0.14 },
        encoding: { ...encoding, y2: { field: 'members' } },
      },
      {
        data: {
          values: [
            { members: 0, amount: 0 },
            { members: 100, amount: 100 },
          ],
        },
        mark: { type: 'line', color: getColour('ink-3'), strokeDash: [3, 3], strokeWidth: 1.2 },
        encoding,
      },
      { mark: { type: 'line', color: getColour('c1') }, encoding },
      {
        data: { values: buildHoverPoints(curve, input) },
        mark: { type: 'point', size: 20, opacity: 1, color: getColour('c1'), aria: true },
        encoding: { ...encoding, description: { field: 'hover' } },
      },
      // Over the line of equality nothing is drawn.
      ...[formatGini(input), top].map((text, i) => ({
        data: { values: [{}] },
        mark: {
          ...remark,
          text: i === 0 ? words.giniIs(text) : text,
          ...(i > 0 && { fontWeight: 'normal', fill: getColour('ink-2'), fontSize: fontSizes.small }),
        },
        encoding: { x: { value: 0 }, y: { value: 16 + 20 * i } },
      })),
    ],
  } as Spec;
}

/** Points to hover over: a tenth of the members after the other. */
function buildHoverPoints(curve: readonly (readonly [number, number])[], input: ChartInput) {
  const words = chartWords[input.language];
  const last = curve.length - 1;
  const places = new Set(Array.from({ length: 10 }, (_, i) => Math.round(((i + 1) / 10) * last)));
  return [...places]
    .filter((i) => i > 0)
    .map((i) => {
      const [members, amount] = curve[i]!;
      const name = `${distributionWords[input.language].members} ${formatPercent(members, input)}`;
      return { members, amount, hover: words.hover(name, formatPercent(amount, input)) };
    });
}

function listClaims(input: ChartInput): Claim[] {
  const value = input.values[0]!;
  const numbers = listObservations(value);
  const coefficient = gini(numbers)!;
  const { count, holds } = computeTopShare(numbers, 10);
  const amount = { value: holds, text: formatPercent(holds, input), unit: '%' };
  return [
    ...makeLevel('gini', value.label, [{ name: '', value: coefficient, text: formatGini(input), unit: '' }]),
    ...(numbers.length < 10
      ? []
      : makeShare({ what: 'top', of: '', members: [], amount, count, among: numbers.length })),
  ];
}

function buildTable(input: ChartInput): TableRows {
  const words = chartWords[input.language];
  const numbers = listObservations(input.values[0]!);
  return {
    columns: [
      createColumn('top', distributionWords[input.language].top, 'left'),
      createColumn('count', distributionWords[input.language].count),
      createColumn('share', words.share),
    ],
    rows: topShares.map((share) => {
      const { count, holds } = computeTopShare(numbers, share);
      return [
        distributionWords[input.language].topOf(`${share}%`),
        String(count),
        formatPercent(holds, input),
      ];
    }),
  };
}
