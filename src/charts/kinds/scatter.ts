import { z } from 'zod';
import { buildCloud, buildCloudTable, type Dot, listCloudClaims, validateDots } from '../data/dots.ts';
import { buildExampleInput, buildExampleMembers } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, Spec } from '../kind.ts';
import { buildDotSpec } from '../layout/dot-plot.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';

export const scatter: ChartKind = {
  title: { zh: '散点图', en: 'Scatter plot' },
  description: {
    zh: '每项一点，横轴是第一个数值，纵轴是第二个，虚线是两者的中位数，分成四个象限；两项都较好的是实心点。写两个分组相同的数值，或表的 y="列, 列"（x 是名称列）。',
    en: 'A dot a member: the first value across, the second up, dashed lines at their medians part four quadrants; solid dots are on the better side of both. Two values of the same groups, or two columns y of a table (x names the members).',
  },
  use: {
    zh: '两个数值是否同高同低，哪些项两方面都好或都差。',
    en: 'Whether two numbers go together, and which members do well or badly in both.',
  },
  avoid: {
    zh: '只比较一个数值用 bars；随时间变化用 trend。',
    en: 'To compare one number use bars; for changes over time use trend.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({
    of: attributes.valuesOrTable,
    ...filterAttributes,
    x: columnAttributes.x,
    y: columnAttributes.y,
  }),
  panel: 'dots',
  validate: (input) => validateDots(input, 2),
  buildSpec,
  listClaims: listCloudClaims,
  buildTable: buildCloudTable,
  example: {
    tag: '<Figure kind="scatter" of="点击率, 平均停留" by="topic" id="content" />',
    metrics: [
      '点击率: { metric: content_ctr, from: content_metrics }',
      '平均停留: { metric: mean, from: content_metrics, with: { column: read_seconds }, unit: 秒 }',
    ].join('\n'),
    input: (language) =>
      buildExampleInput(
        language,
        {
          name: { zh: '点击率', en: 'Click rate' },
          unit: '%',
          value: 4.1,
          points: buildExampleMembers(language, [2.1, 6.4, 4.9, 3.2, 5.6, 1.8, 4.4, 7.1]),
        },
        {
          name: { zh: '平均停留', en: 'Time on page' },
          unit: '秒',
          value: 74,
          points: buildExampleMembers(language, [48, 96, 71, 110, 64, 39, 82, 52]),
        },
      ),
  },
};

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { dots, medians: middles = [0, 0] } = buildCloud(input);
  const span = [0, 1].map((i) => {
    const numbers = dots.map((dot) => dot.numbers[i]!);
    return Math.max(...numbers) - Math.min(...numbers) || 1;
  });
  // The odd ones out are named before those in the middle.
  const rank = ({ numbers }: Dot) => Math.hypot(...[0, 1].map((i) => (numbers[i]! - middles[i]!) / span[i]!));
  const radius = dots.length > 60 ? 3 : 5;
  return buildDotSpec(input, fullWidth, { radius: () => radius, rank });
}
