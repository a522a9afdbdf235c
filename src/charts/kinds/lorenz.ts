import { z } from 'zod';
import { showNumber } from '../../base/number-format.ts';
import type { Rows } from '../../base/series.ts';
import { chartWords } from '../../words/charts.ts';
import { spreadWords } from '../../words/spreads.ts';
import { head } from '../columns.ts';
import { exampleInput, exampleSpread } from '../example.ts';
import { gini, lorenzCurve } from '../gini.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, Lack, Spec } from '../kind.ts';
import { labelRoom, levelScale, plotAxis, stepsIn, uprightScale } from '../plot.ts';
import { attributes, columns, narrowing } from '../props.ts';
import { lacksObservations, observations, sampled } from '../spread.ts';
import { colour, type } from '../theme.ts';
import { titleOver } from '../title.ts';

const mostPoints = 200;
/** The shares of members whose holdings are told, in percent. */
const tops = [1, 5, 10, 20, 50];

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
  props: z.strictObject({ of: attributes.valuesOrTable, ...narrowing, y: columns.y }),
  panel: 'lorenz',
  lacks,
  spec,
  finding,
  table,
  example: {
    tag: '<Figure kind="lorenz" of="authors" y="posts" id="creators" />',
    input: (language) =>
      exampleInput(language, {
        name: { zh: '发帖数', en: 'Posts' },
        unit: '篇',
        points: exampleSpread(150, 6),
      }),
  },
};

function lacks(input: ChartInput): Lack | undefined {
  const lack = lacksObservations(input);
  if (lack) return lack;
  const value = input.values[0]!;
  const numbers = observations(value);
  if (numbers.length < 2) return { why: 'needs-parts', name: value.name };
  if (value.unit === '%' || value.unit.includes('/')) return { why: 'not-a-sum', name: value.name };
  if (gini(numbers) === undefined)
    return { why: numbers.some((one) => one < 0) ? 'not-a-sum' : 'empty', name: value.name };
  return undefined;
}

const percent = (share: number, { language }: ChartInput) =>
  showNumber(share, { unit: '%', language, digits: 1 });

const giniText = (input: ChartInput) =>
  showNumber(gini(observations(input.values[0]!))!, { unit: '', language: input.language, digits: 2 });

/** What the largest `share` percent of members hold; at least one member. */
function topShare(numbers: readonly number[], share: number): { count: number; holds: number } {
  const count = Math.max(1, Math.round((numbers.length * share) / 100));
  const whole = numbers.reduce((sum, one) => sum + one, 0);
  const held = numbers.toSorted((a, b) => b - a).slice(0, count);
  return { count, holds: (held.reduce((sum, one) => sum + one, 0) / whole) * 100 };
}

function spec(input: ChartInput, full: number): Spec {
  const { language, values } = input;
  const words = spreadWords[language];
  const value = values[0]!;
  const curve = lorenzCurve(observations(value));
  const points = sampled(curve.length, mostPoints).map((i) => ({
    members: curve[i]![0],
    amount: curve[i]![1],
  }));
  const y = plotAxis([0, 100], '%', language);
  const width = full - labelRoom(y) - 18;
  const x = plotAxis([0, 100], '%', language, { count: stepsIn(width) });
  const encoding = {
    x: { ...levelScale(x, words.members, width), field: 'members' },
    y: { ...uprightScale(y), field: 'amount' },
  };
  const remark = { type: 'text', align: 'left', baseline: 'middle', dx: 12, fontWeight: 'bold' };
  const { count, holds } = topShare(observations(value), 10);
  const top = words.topHolds('10%', String(count), percent(holds, input));
  return {
    title: titleOver(words.amount(value.label), full),
    width,
    height: 260,
    data: { values: points },
    layer: [
      {
        mark: { type: 'area', color: colour('c1'), opacity: 0.14 },
        encoding: { ...encoding, y2: { field: 'members' } },
      },
      {
        data: {
          values: [
            { members: 0, amount: 0 },
            { members: 100, amount: 100 },
          ],
        },
        mark: { type: 'line', color: colour('ink-3'), strokeDash: [3, 3], strokeWidth: 1.2 },
        encoding,
      },
      { mark: { type: 'line', color: colour('c1') }, encoding },
      {
        data: { values: tenths(curve, input) },
        mark: { type: 'point', size: 20, opacity: 1, color: colour('c1'), aria: true },
        encoding: { ...encoding, description: { field: 'hover' } },
      },
      // Over the line of equality nothing is drawn.
      ...[giniText(input), top].map((text, i) => ({
        data: { values: [{}] },
        mark: {
          ...remark,
          text: i === 0 ? words.giniIs(text) : text,
          ...(i > 0 && { fontWeight: 'normal', fill: colour('ink-2'), fontSize: type.small }),
        },
        encoding: { x: { value: 0 }, y: { value: 16 + 20 * i } },
      })),
    ],
  } as Spec;
}

/** Points to hover over: a tenth of the members after the other. */
function tenths(curve: readonly (readonly [number, number])[], input: ChartInput) {
  const words = chartWords[input.language];
  const last = curve.length - 1;
  const places = new Set(Array.from({ length: 10 }, (_, i) => Math.round(((i + 1) / 10) * last)));
  return [...places]
    .filter((i) => i > 0)
    .map((i) => {
      const [members, amount] = curve[i]!;
      const name = `${spreadWords[input.language].members} ${percent(members, input)}`;
      return { members, amount, hover: words.hover(name, percent(amount, input)) };
    });
}

function finding(input: ChartInput): string {
  const words = spreadWords[input.language];
  const value = input.values[0]!;
  const { count, holds } = topShare(observations(value), 10);
  return chartWords[input.language].sentence([
    words.giniOf(value.label, giniText(input)),
    words.topHolds('10%', String(count), percent(holds, input)),
  ]);
}

function table(input: ChartInput): Rows {
  const words = chartWords[input.language];
  const numbers = observations(input.values[0]!);
  return {
    columns: [
      head('top', spreadWords[input.language].top, 'left'),
      head('count', spreadWords[input.language].count),
      head('share', words.share),
    ],
    rows: tops.map((share) => {
      const { count, holds } = topShare(numbers, share);
      return [spreadWords[input.language].topOf(`${share}%`), String(count), percent(holds, input)];
    }),
  };
}
