import { z } from 'zod';
import { showNumber } from '../../base/number-format.ts';
import type { Point, Rows } from '../../base/series.ts';
import { chartWords } from '../../words/charts.ts';
import { axisTitle, magnitude } from '../axis.ts';
import { head } from '../columns.ts';
import { scaledText } from '../direct-text.ts';
import { exampleChannels, exampleInput } from '../example.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import type { ChartKind, Spec } from '../kind.ts';
import { columnWidth } from '../labels.ts';
import { lacksParts, sortedParts } from '../parts.ts';
import { attributes, columns, narrowing } from '../props.ts';
import { headLayer, nameLayers, rowNames, rowScale, rowStep, textLayer } from '../rows.ts';
import { present } from '../series.ts';
import { isTotal } from '../targets.ts';
import { colour, type } from '../theme.ts';
import { titleOver } from '../title.ts';

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
  props: z.strictObject({ of: attributes.valuesOrTable, ...narrowing, ...columns }),
  panel: 'bars',
  lacks: lacksParts,
  spec,
  finding,
  table,
  example: {
    tag: '<Figure kind="bars" of="新增用户" by="channel" id="bars" />',
    metrics: '新增用户: { metric: new_users, from: users }',
    input: (language) =>
      exampleInput(language, {
        name: { zh: '新增用户', en: 'New users' },
        unit: '人',
        points: exampleChannels(language, [780, 412, 655, 238, 301, 90]),
      }),
  },
};

/** Each part's share of the whole, where the parts add up to it. */
function shares(value: ChartValue, points: readonly Point[], { language }: ChartInput): string[] {
  const adds = isTotal(value) && value.value !== 0 && points.every((point) => (point.value ?? 0) >= 0);
  if (!adds || points.length < 2) return points.map(() => '');
  return points.map((point) =>
    point.value === null
      ? ''
      : showNumber((point.value / value.value!) * 100, { unit: '%', language, digits: 1 }),
  );
}

function spec(input: ChartInput, full: number): Spec {
  const { language } = input;
  const words = chartWords[language];
  const value = input.values[0]!;
  const points = sortedParts(value.points);
  const { names, width: left } = rowNames(
    points.map((point) => point.label),
    full,
  );
  const numbers = points.map((point) => point.value ?? 0);
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const size = magnitude(Math.max(high, -low), language);
  const parts = shares(value, points, input);
  const shared = parts.some(Boolean);
  const side = shared ? columnWidth([...parts, words.share], type.label) + 16 : 0;
  const rows = points.map((point, i) => ({
    ...names[i]!,
    value: point.value,
    end: Math.max(point.value ?? 0, 0),
    text: scaledText(point, value.unit, size, language),
    share: parts[i],
    hover: words.hover(point.label, point.text),
  }));
  const width = full - left - side;
  const texts = rows.map((row) => row.text);
  const room = columnWidth(texts, type.label) + 14;
  const far = high + ((high - low || 1) * room) / Math.max(20, width - room);
  const pixels = width / (far - low);
  const whole = level(value) ?? Number.NEGATIVE_INFINITY;
  const placed = rows.map((row) => {
    // A text on the level's line would be struck through: it goes behind it.
    const reach = row.end + (columnWidth([row.text], type.label) + 10) / pixels;
    return row.end < whole && reach > whole ? { ...row, end: whole } : row;
  });
  const y = rowScale(names, 0.36);
  const x = { type: 'quantitative', scale: { domain: [low, far], nice: false }, axis: null };
  return {
    title: titleOver(axisTitle(value.label, value.unit, size, language), full, {
      offset: shared || level(value) ? 28 : 10,
    }),
    data: { values: placed },
    width,
    height: { step: rowStep(names, 30) },
    layer: [
      {
        mark: { type: 'bar', aria: true, color: colour('c1') },
        encoding: { y, x: { ...x, field: 'value' }, description: { field: 'hover' } },
      },
      ...levelLayers(value, { x, low, far, width, text: words.wholeIs(value.text) }),
      textLayer('text', { y, x: { ...x, field: 'end' } }, { align: 'left', dx: 6 }),
      ...(shared ? shareLayers(y, side, words.share) : []),
      ...nameLayers(y),
    ],
  } as Spec;
}

function shareLayers(y: object, side: number, text: string) {
  const x = { value: 'width' };
  return [
    textLayer('share', { y, x }, { align: 'right', dx: side, fill: colour('ink-2') }),
    headLayer(text, { x }, { align: 'right', dx: side, dy: -8 }),
  ];
}

/** A rate of the whole lies among those of its parts: the level they are measured against. */
function level(value: ChartValue): number | undefined {
  const numbers = present(value.points).map((point) => point.value);
  const within =
    value.value !== null && value.value >= Math.min(...numbers) && value.value <= Math.max(...numbers);
  return numbers.length > 1 && within && !isTotal(value) ? value.value! : undefined;
}

interface Level {
  x: object;
  low: number;
  far: number;
  width: number;
  text: string;
}

function levelLayers(value: ChartValue, { x, low, far, width, text }: Level) {
  const at = level(value);
  if (at === undefined) return [];
  const half = columnWidth([text], type.small) / 2;
  const pixel = ((at - low) / (far - low)) * width;
  const align = pixel < half ? 'left' : pixel > width - half ? 'right' : 'center';
  return [
    {
      data: { values: [{ at }] },
      mark: { type: 'rule', strokeDash: [3, 3], color: colour('ink-2') },
      encoding: { x: { ...x, field: 'at' } },
    },
    headLayer(text, { x: { ...x, datum: at } }, { align, dy: -8 }),
  ];
}

function finding(input: ChartInput): string {
  const words = chartWords[input.language];
  const value = input.values[0]!;
  const points = present(sortedParts(value.points));
  const [top, bottom] = [points[0]!, points.at(-1)!];
  const highest = words.highest(value.label, { at: top.label, text: top.text });
  const share = shares(value, points, input)[0];
  const whole = level(value) === undefined ? [] : [words.wholeIs(value.text)];
  const clauses = top === bottom ? [] : [words.lowest({ at: bottom.label, text: bottom.text })];
  return words.sentence([
    words.join([highest, ...(share ? [words.shareIs(share)] : []), ...clauses]),
    ...whole,
  ]);
}

function table(input: ChartInput): Rows {
  const words = chartWords[input.language];
  const value = input.values[0]!;
  const points = sortedParts(value.points);
  const parts = shares(value, points, input);
  const shared = parts.some(Boolean);
  return {
    columns: [
      head('key', words.part, 'left'),
      head('value', value.label),
      ...(shared ? [head('share', words.share)] : []),
    ],
    rows: points.map((point, i) => [point.label, point.text, ...(shared ? [parts[i] || '—'] : [])]),
  };
}
