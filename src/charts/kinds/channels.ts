import { z } from 'zod';
import type { Language } from '../../base/language.ts';
import { chartWords } from '../../words/charts.ts';
import { axisTitle, magnitude } from '../axis.ts';
import { scaledText } from '../direct-text.ts';
import { exampleChannels, exampleInput } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, Lack, Panel, Spec } from '../kind.ts';
import { textWidth } from '../measure.ts';
import { attributes, narrowing } from '../props.ts';
import { nameLayers, type RowName, rowNames, rowScale, rowStep, textLayer } from '../rows.ts';
import { groupsOf, present, type Series, seriesOf, seriesTable } from '../series.ts';
import { categories, colour, isNarrow, type } from '../theme.ts';
import { panelTitle } from '../title.ts';

const gap = 26;
const mostPanels = 4;

export const channels: ChartKind = {
  title: { zh: '渠道对比图', en: 'Channel comparison' },
  description: {
    zh: '各渠道的一项或几项数值，每项一格，按第一项从高到低排列。数值要有 `by: channel` 这样的分组。',
    en: 'One or more values by channel, a panel each, sorted by the first. Values need `by: channel` or the like.',
  },
  use: {
    zh: '同一批渠道在规模、成本、回报上各排第几。',
    en: 'How the same channels compare in size, cost and return.',
  },
  avoid: {
    zh: '只有一项数值时用 bars；要看随时间变化时用 trend。',
    en: 'For a single value use bars; for change over time use trend.',
  },
  sources: ['values'],
  props: z.strictObject({ of: attributes.values, ...narrowing }),
  panel: { zh: '它自己就是并排的小图', en: 'it is panels side by side itself' },
  lacks,
  spec,
  finding,
  table: (input) => seriesTable(sorted(input), chartWords[input.language].part),
  example: {
    tag: '<Figure kind="channels" of="新增用户, 获客成本" by="channel" id="channels" />',
    metrics: [
      '新增用户: { metric: new_users, from: users }',
      '获客成本: { metric: cpa, from: ad_spend, unit: 元/人 }',
    ].join('\n'),
    input: (language) =>
      exampleInput(
        language,
        {
          name: { zh: '新增用户', en: 'New users' },
          unit: '人',
          points: exampleChannels(language, [780, 412, 655, 238]),
        },
        {
          name: { zh: '获客成本', en: 'Cost per user' },
          unit: '元/人',
          value: 28.4,
          points: exampleChannels(language, [41.2, 18.5, 22.9, 30.1]),
        },
      ),
  },
};

function lacks({ values }: ChartInput): Lack | undefined {
  for (const value of values) {
    const { name, points } = value;
    if (points.length === 0 || groupsOf(value).length > 1) return { why: 'needs-parts', name };
    if (present(points).length === 0) return { why: 'empty', name };
  }
  const name = values[0]?.name ?? '';
  return values.length > mostPanels
    ? { why: 'too-many-series', name, text: String(values.length) }
    : undefined;
}

/** All series, their members in the order of the first: highest first, those without a value last. */
function sorted(input: ChartInput): Series[] {
  const all = seriesOf(input);
  const rank = (i: number) => all[0]?.points[i]?.value ?? Number.NEGATIVE_INFINITY;
  const order = (all[0]?.points ?? []).map((_, i) => i).sort((a, b) => rank(b) - rank(a) || a - b);
  return all.map((series) => ({ ...series, points: order.map((i) => series.points[i]!) }));
}

function spec(input: ChartInput, full: number): Spec {
  const all = sorted(input);
  const stacked = isNarrow(full);
  const { names, width: left } = rowNames(
    (all[0]?.points ?? []).map((point) => point.label),
    full,
  );
  const width = stacked ? full - left : (full - left - gap * (all.length - 1)) / all.length;
  const panels = all.map((series, i) =>
    panel(series, names, { index: i, width, language: input.language, named: stacked || i === 0 }),
  );
  return {
    // Side by side where there is room, else one below the other.
    ...(stacked ? { vconcat: panels } : { hconcat: panels }),
    spacing: gap,
    resolve: { scale: { y: 'independent', x: 'independent' } },
  } as Spec;
}

interface PanelFrame {
  index: number;
  width: number;
  language: Language;
  /** Whether the rows are named beside it. */
  named: boolean;
}

function panel(
  { label, unit, points }: Series,
  names: RowName[],
  { index, width, language, named }: PanelFrame,
): Panel {
  const words = chartWords[language];
  const largest = Math.max(...points.map((point) => Math.abs(point.value ?? 0)));
  const size = magnitude(largest, language);
  const rows = points.map((point, i) => ({
    ...names[i]!,
    value: point.value,
    end: Math.max(point.value ?? 0, 0),
    text: scaledText(point, unit, size, language),
    hover: words.hover(`${point.label} · ${label}`, point.text),
  }));
  const y = rowScale(names, 0.38);
  const numbers = points.map((point) => point.value ?? 0);
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  // Beyond the longest bar there is room for its text.
  const room = Math.max(...rows.map((row) => textWidth(row.text, type.label))) + 14;
  const far = high + ((high - low || 1) * room) / Math.max(20, width - room);
  const x = { type: 'quantitative', scale: { domain: [low, far], nice: false }, axis: null };
  return {
    title: panelTitle(axisTitle(label, unit, size, language), width),
    data: { values: rows },
    width,
    height: { step: rowStep(names, 30) },
    layer: [
      {
        mark: { type: 'bar', aria: true, color: colour(categories[index]!) },
        encoding: { y, x: { ...x, field: 'value' }, description: { field: 'hover' } },
      },
      textLayer('text', { y, x: { ...x, field: 'end' } }, { align: 'left', dx: 6 }),
      ...(named ? nameLayers(y) : []),
    ],
  } as Panel;
}

function finding(input: ChartInput): string {
  const words = chartWords[input.language];
  const clauses = input.values.map(({ label, points }) => {
    const order = present(points).sort((a, b) => b.value - a.value);
    const [top, bottom] = [order[0]!, order.at(-1)!];
    const highest = words.highest(label, { at: top.label, text: top.text });
    return top === bottom
      ? highest
      : words.join([highest, words.lowest({ at: bottom.label, text: bottom.text })]);
  });
  return words.sentence(clauses);
}
