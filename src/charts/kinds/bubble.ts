import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { scatterWords } from '../../words/charts/scatter-words.ts';
import { buildCloud, buildCloudTable, listCloudClaims, rankDots, validateDots } from '../data/dots.ts';
import { formatInUnit } from '../draw/direct-text.ts';
import { buildExampleChannels, buildExampleInput } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, InputError, Spec } from '../kind.ts';
import { buildDotSpec } from '../layout/dot-plot.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { isNarrow } from '../theme.ts';

export const bubble: ChartKind = {
  title: { zh: '气泡图', en: 'Bubble chart' },
  description: {
    zh: '每项一圆：横轴是第一个数值，纵轴是第二个，圆面积是第三个（不能为负），虚线是中位数。例如获客成本、转化率、投入三项 `by: channel`；或表的 y="列, 列, 列"。',
    en: 'A circle a member: the first value across, the second up, the third (not negative) as its area, dashed lines at the medians. Cost, rate and spend `by: channel`, say; or three columns y of a table.',
  },
  use: {
    zh: '钱花在哪里，花得值不值：成本、效果、投入三项一起看。',
    en: 'Where the money goes and whether it is worth it: cost, effect and spend at once.',
  },
  avoid: {
    zh: '面积难以精确比较：要比大小用 bars；没有第三个数值用 scatter。',
    en: 'Areas are hard to compare: for sizes use bars; without a third number use scatter.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({
    of: attributes.valuesOrTable,
    ...filterAttributes,
    x: columnAttributes.x,
    y: columnAttributes.y,
  }),
  panel: {
    zh: '圆的面积需要第三个数，小格里用 scatter',
    en: 'the area of a dot is a third number: use scatter in panels',
  },
  validate,
  buildSpec,
  listClaims,
  buildTable: buildCloudTable,
  example: {
    tag: '<Figure kind="bubble" of="获客成本, 转化率, 投入" by="channel" id="worth" />',
    metrics: [
      '获客成本: { metric: cpa, from: ad_spend, unit: 元/人 }',
      '转化率: { metric: click_conversion_rate, from: ad_spend }',
      '投入: { metric: cost, from: ad_spend }',
    ].join('\n'),
    input: (language) =>
      buildExampleInput(
        language,
        {
          name: { zh: '获客成本', en: 'Cost per user' },
          unit: '元/人',
          value: 28,
          direction: 'lower',
          points: buildExampleChannels(language, [41.2, 18.5, 22.9, 30.1, 12.4]),
        },
        {
          name: { zh: '转化率', en: 'Conversion rate' },
          unit: '%',
          value: 4.1,
          points: buildExampleChannels(language, [3.1, 4.6, 5.2, 2.4, 6.3]),
        },
        {
          name: { zh: '投入', en: 'Spend' },
          unit: '元',
          points: buildExampleChannels(language, [186_000, 96_000, 54_000, 38_000, 21_000]),
        },
      ),
  },
};

function validate(input: ChartInput): InputError | undefined {
  const inputError = validateDots(input, 3);
  if (inputError) return inputError;
  const sizes = buildCloud(input).dots.map(({ numbers }) => numbers[2]!);
  const { name } = input.values[2]!;
  if (Math.min(...sizes) < 0) return { why: 'negative-size', name };
  return Math.max(...sizes) > 0 ? undefined : { why: 'empty', name };
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const sizes = buildCloud(input).dots.map(({ numbers }) => numbers[2]!);
  const most = Math.max(...sizes);
  const widest = (isNarrow(fullWidth) ? 22 : 34) * (sizes.length > 20 ? 0.7 : 1);
  return buildDotSpec(input, fullWidth, {
    radius: ({ numbers }) => Math.max(1.5, widest * Math.sqrt(numbers[2]! / most)),
    rank: ({ numbers }) => numbers[2]!,
    sizeTitle: scatterWords[input.language].area(input.values[2]!.label, formatInUnit(input, most, 2)),
  });
}

function listClaims(input: ChartInput): Claim[] {
  return [...listCloudClaims(input), ...rankDots(input, 2)];
}
