import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { makeRank, makeShare, toMember } from '../../base/claims/make-claims.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { twoSidedWords } from '../../words/charts/two-sided-words.ts';
import { createColumn } from '../data/chart-series.ts';
import { formatShare } from '../data/percent-text.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  buildTopLabel,
  computeBarStretch,
  computeRowStep,
  layoutRowNames,
} from '../data/row-names.ts';
import { buildTwoSides, type TwoSides, validateTwoSides } from '../data/two-sides.ts';
import { mostRows } from '../data/value-parts.ts';
import { formatInUnit, formatScaledText } from '../draw/direct-text.ts';
import { measureColumn } from '../draw/labels.ts';
import { measureText, truncateText } from '../draw/measure-text.ts';
import { formatAxisTitle, selectMagnitude } from '../draw/number-axis.ts';
import { buildExampleInput, type ExamplePoint } from '../example.ts';
import type { ChartInput } from '../input.ts';
import { type ChartKind, type InputError, type Layer, panelRefusals, type Spec } from '../kind.ts';
import { buildTitle } from '../layout/chart-heading.ts';
import { buildZeroRule } from '../layout/marks.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { findNameColour } from '../series-styles.ts';
import { fontSizes, getColour } from '../theme.ts';

export const pyramid: ChartKind = {
  title: { zh: '人口金字塔', en: 'Pyramid' },
  description: {
    zh: '两方背靠背的条形：各年龄段的男女、各等级的新老会员。数值要有 `by: [age, gender]` 这样的两层分组，第二层恰好两种；或两个同单位、同分组的数值；或表的 x、y、group。含数字的名称（年龄段）从下往上排。',
    en: 'Bars of two sides back to back: ages by sex, levels by new and old members. A value `by: [age, gender]` or the like, the second of exactly two, or two values of one unit and the same groups, or columns x, y and group. Names with digits (ages) go upwards.',
  },
  use: {
    zh: '两类人在各段上的结构是否一样。',
    en: 'Whether two groups of people are made up alike.',
  },
  avoid: {
    zh: '多于两方用 stacked；一方的前后变化用 dumbbell。',
    en: 'For more than two sides use stacked; for before and after use dumbbell.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, ...columnAttributes }),
  panel: panelRefusals.twoGroupings,
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="pyramid" of="新增用户" by="age_band, gender" id="ages" />',
    metrics: '新增用户: { metric: new_users, from: users }',
    input: buildExample,
  },
};

function validate(input: ChartInput): InputError | undefined {
  const inputError = validateTwoSides(input);
  if (inputError) return inputError;
  const { members, sides } = buildTwoSides(input);
  const { name } = input.values[0]!;
  if (sides[0].sum + sides[1].sum <= 0) return { why: 'empty', name };
  return members.length > mostRows
    ? { why: 'too-many-series', name, text: String(members.length) }
    : undefined;
}

/** Members from the top; ages and the like grow upwards. */
function orderMembers(input: ChartInput): TwoSides {
  const both = buildTwoSides(input);
  const { members, sides } = both;
  if (!members.every(({ label }) => /\d/.test(label))) return both;
  const turn = (side: TwoSides['sides'][0]) => ({ ...side, points: side.points.toReversed() });
  return { ...both, members: members.toReversed(), sides: [turn(sides[0]), turn(sides[1])] };
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const { label, unit, sides, members } = orderMembers(input);
  const { names, width: left } = layoutRowNames(
    members.map((member) => member.label),
    fullWidth,
  );
  const numbers = sides.map(({ points }) => points.map((point) => point.value ?? 0));
  const most = Math.max(...numbers.flat());
  const size = selectMagnitude(most, language);
  const texts = sides.map(({ points }) =>
    points.map((point) => formatScaledText(point, unit, size, language)),
  );
  const room = measureColumn(texts.flat(), fontSizes.label) + 12;
  const width = fullWidth - left;
  const far = most * computeBarStretch(room, width / 2);
  const y = buildRowScale(names, 0.22);
  const x = { type: 'quantitative', scale: { domain: [-far, far], nice: false }, axis: null };
  return {
    title: buildTitle(formatAxisTitle(label, unit, size, language), fullWidth, { offset: 12 }),
    width,
    height: { step: computeRowStep(names, 28) },
    layer: [
      ...sides.flatMap((side, i) => buildSideLayers({ input, side, i, texts: texts[i]!, names }, x, y)),
      buildZeroRule('x', x),
      ...buildSideLabels(input, sides, width),
      ...buildRowNameLayers(y, names),
    ],
  } as Spec;
}

interface SideFrame {
  input: ChartInput;
  side: TwoSides['sides'][0];
  i: number;
  texts: string[];
  names: { row: string }[];
}

function buildSideLayers({ input, side, i, texts, names }: SideFrame, x: object, y: object): Layer[] {
  const words = chartWords[input.language];
  const values = side.points.map((point, at) => ({
    row: names[at]!.row,
    end: (i === 0 ? -1 : 1) * (point.value ?? 0),
    text: texts[at],
    hover: words.hover(`${point.label} · ${side.label}`, point.text),
  }));
  const paint = findNameColour(side.label, input) ?? (i === 0 ? 'c1' : 'c2');
  const text = i === 0 ? { align: 'right', dx: -6 } : { align: 'left', dx: 6 };
  return [
    {
      data: { values },
      mark: { type: 'bar', aria: true, color: getColour(paint) },
      encoding: { y, x: { ...x, field: 'end' }, x2: { datum: 0 }, description: { field: 'hover' } },
    } as Layer,
    { data: { values }, ...buildTextLayer('text', { y, x: { ...x, field: 'end' } }, text) } as Layer,
  ];
}

/** The name, sum and share of each side over its half; where that is too long, name and share. */
function buildSideLabels(input: ChartInput, sides: TwoSides['sides'], width: number): Layer[] {
  const room = width / 2 - 14;
  const whole = sides[0].sum + sides[1].sum;
  return sides.map(({ label, sum }, i) => {
    const share = formatShare(sum, whole, input);
    const long = twoSidedWords[input.language].side(label, formatInUnit(input, sum), share);
    const short = `${truncateText(label, fontSizes.small, room - measureText(` ${share}`, fontSizes.small))} ${share}`;
    const text = measureText(long, fontSizes.small) <= room ? long : short;
    const at = i === 0 ? { align: 'right', dx: -8 } : { align: 'left', dx: 8 };
    const mark = { ...at, dy: -10, fontWeight: 'bold', fill: getColour('ink-2') };
    return buildTopLabel(text, { x: { value: width / 2 } }, mark);
  });
}

function listClaims(input: ChartInput): Claim[] {
  const words = twoSidedWords[input.language];
  const { label: of, sides, unit } = orderMembers(input);
  const whole = sides[0].sum + sides[1].sum;
  if (!(whole > 0)) return [];
  const cells = sides.flatMap((side) =>
    side.points.flatMap((point) => toMember(point, unit, words.partOf(point.label, side.label)) ?? []),
  );
  return [
    ...sides.flatMap(({ label, sum }) =>
      makeShare({
        what: 'side',
        of,
        members: [{ name: label, value: sum, text: formatInUnit(input, sum), unit }],
        amount: { value: (sum / whole) * 100, text: formatShare(sum, whole, input), unit: '%' },
      }),
    ),
    ...makeRank(cells, { of: '', what: 'largest', ends: ['highest'], whole }),
  ];
}

function buildTable(input: ChartInput): TableRows {
  const words = chartWords[input.language];
  const { members, sides } = orderMembers(input);
  const whole = sides[0].sum + sides[1].sum;
  return {
    columns: [
      createColumn('key', words.part, 'left'),
      ...sides.flatMap(({ label }, i) => [
        createColumn(`s${i + 1}`, label),
        createColumn(`p${i + 1}`, words.shareOf(label)),
      ]),
    ],
    rows: members.map(({ label }, i) => [
      label,
      ...sides.flatMap(({ points }) => {
        const { value, text } = points[i]!;
        return [text, value === null ? '—' : formatShare(value, whole, input)];
      }),
    ]),
  };
}

function buildExample(language: ChartInput['language']): ChartInput {
  const bands = ['18–24', '25–29', '30–34', '35–39', '40–49'];
  const counts = [
    [310, 412, 268, 120, 64],
    [255, 298, 231, 140, 92],
  ];
  const points = ['女', '男'].flatMap((zh, side) =>
    bands.map((band, i): ExamplePoint => {
      const label = language === 'zh' ? `${band} 岁` : band;
      return {
        key: band,
        label,
        group: language === 'zh' ? zh : side === 0 ? 'Women' : 'Men',
        value: counts[side]![i]!,
      };
    }),
  );
  return buildExampleInput(language, { name: { zh: '新增用户', en: 'New users' }, unit: '人', points });
}
