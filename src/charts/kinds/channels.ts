import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { listComparable, makeRank } from '../../base/claims/make-claims.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import {
  buildSeries,
  buildSeriesTable,
  filterPresent,
  listGroups,
  type Series,
} from '../data/chart-series.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  computeBarEnd,
  computeRowStep,
  layoutRowNames,
  type RowName,
} from '../data/row-names.ts';
import { formatScaledText } from '../draw/direct-text.ts';
import { measureText } from '../draw/measure-text.ts';
import { formatAxisTitle, selectMagnitude } from '../draw/number-axis.ts';
import { buildExampleChannels, buildExampleInput } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, InputError, Panel, Spec } from '../kind.ts';
import { truncateTitle } from '../layout/chart-heading.ts';
import { attributes, filterAttributes } from '../props.ts';
import { findNameColour } from '../series-styles.ts';
import { fontSizes, getColour, isNarrow } from '../theme.ts';

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
  props: z.strictObject({ of: attributes.values, ...filterAttributes }),
  panel: { zh: '它自己就是并排的小图', en: 'it is panels side by side itself' },
  validate,
  buildSpec,
  listClaims,
  buildTable: (input) => buildSeriesTable(collectSortedSeries(input), chartWords[input.language].part),
  example: {
    tag: '<Figure kind="channels" of="新增用户, 获客成本" by="channel" id="channels" />',
    metrics: [
      '新增用户: { metric: new_users, from: users }',
      '获客成本: { metric: cpa, from: ad_spend, unit: 元/人 }',
    ].join('\n'),
    input: (language) =>
      buildExampleInput(
        language,
        {
          name: { zh: '新增用户', en: 'New users' },
          unit: '人',
          points: buildExampleChannels(language, [780, 412, 655, 238]),
        },
        {
          name: { zh: '获客成本', en: 'Cost per user' },
          unit: '元/人',
          value: 28.4,
          points: buildExampleChannels(language, [41.2, 18.5, 22.9, 30.1]),
        },
      ),
  },
};

function validate({ values }: ChartInput): InputError | undefined {
  for (const value of values) {
    const { name, points } = value;
    if (points.length === 0 || listGroups(value).length > 1) return { why: 'needs-parts', name };
    if (filterPresent(points).length === 0) return { why: 'empty', name };
  }
  const name = values[0]?.name ?? '';
  return values.length > mostPanels
    ? { why: 'too-many-series', name, text: String(values.length) }
    : undefined;
}

/** All series, their members in the order of the first: highest first, those without a value last. */
function collectSortedSeries(input: ChartInput): Series[] {
  const all = buildSeries(input);
  const rank = (i: number) => all[0]?.points[i]?.value ?? Number.NEGATIVE_INFINITY;
  const order = (all[0]?.points ?? []).map((_, i) => i).sort((a, b) => rank(b) - rank(a) || a - b);
  return all.map((series) => ({ ...series, points: order.map((i) => series.points[i]!) }));
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const all = collectSortedSeries(input);
  const stacked = isNarrow(fullWidth);
  const { names, width: left } = layoutRowNames(
    (all[0]?.points ?? []).map((point) => point.label),
    fullWidth,
  );
  const width = stacked ? fullWidth - left : (fullWidth - left - gap * (all.length - 1)) / all.length;
  const panels = all.map((series, i) =>
    buildPanel(series, names, { width, input, named: stacked || i === 0 }),
  );
  return {
    // Side by side where there is room, else one below the other.
    ...(stacked ? { vconcat: panels } : { hconcat: panels }),
    spacing: gap,
    resolve: { scale: { y: 'independent', x: 'independent' } },
  } as Spec;
}

interface PanelFrame {
  width: number;
  input: ChartInput;
  /** Whether the rows are named beside it. */
  named: boolean;
}

function buildPanel(
  { label, unit, points }: Series,
  names: RowName[],
  { width, input, named }: PanelFrame,
): Panel {
  const { language } = input;
  const words = chartWords[language];
  const largest = Math.max(...points.map((point) => Math.abs(point.value ?? 0)));
  const size = selectMagnitude(largest, language);
  const rows = points.map((point, i) => ({
    ...names[i]!,
    value: point.value,
    end: Math.max(point.value ?? 0, 0),
    fill: getColour(findNameColour(point.label, input) ?? 'c1'),
    text: formatScaledText(point, unit, size, language),
    hover: words.hover(`${point.label} · ${label}`, point.text),
  }));
  const y = buildRowScale(names, 0.38);
  const numbers = points.map((point) => point.value ?? 0);
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  // Beyond the longest bar there is room for its text.
  const room = Math.max(...rows.map((row) => measureText(row.text, fontSizes.label))) + 14;
  const far = computeBarEnd(low, high, room, width);
  const x = { type: 'quantitative', scale: { domain: [low, far], nice: false }, axis: null };
  return {
    title: truncateTitle(formatAxisTitle(label, unit, size, language), width),
    data: { values: rows },
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
      buildTextLayer('text', { y, x: { ...x, field: 'end' } }, { align: 'left', dx: 6 }),
      ...(named ? buildRowNameLayers(y) : []),
    ],
  } as Panel;
}

function listClaims({ values }: ChartInput): Claim[] {
  return values.flatMap(({ label, points, unit }) => makeRank(listComparable(points, unit), { of: label }));
}
