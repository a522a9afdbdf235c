import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { makeRank } from '../../base/claims/make-claims.ts';
import type { Language } from '../../base/language.ts';
import { formatBareNumber } from '../../base/number-format.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { buildFirstSeries, buildSeriesTable, filterPresent, type Series } from '../data/chart-series.ts';
import { listCellMembers } from '../data/claim-members.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  computeRowStep,
  layoutRowNames,
} from '../data/row-names.ts';
import { findTimeGrain } from '../data/time-keys.ts';
import { validateTwoDimensions } from '../data/value-parts.ts';
import { formatScaledText } from '../draw/direct-text.ts';
import { measureColumn } from '../draw/labels.ts';
import { formatAxisTitle, type Magnitude, selectMagnitude } from '../draw/number-axis.ts';
import { buildExampleInput, buildExampleWeeks } from '../example.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import { type ChartKind, type InputError, panelRefusals, type Spec } from '../kind.ts';
import { buildTitle } from '../layout/chart-heading.ts';
import {
  buildClasses,
  buildClassLegend,
  classEdge,
  getClassFill,
  getClassTextColour,
} from '../layout/classes.ts';
import { buildColumnLabels, measureColumnLabels } from '../layout/column-labels.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { fontSizes } from '../theme.ts';

const gridLimits = { rows: 40, columns: 60 };

export const heat: ChartKind = {
  title: { zh: '热力图', en: 'Heat map' },
  description: {
    zh: '一项数值按两个维度排成方格，颜色越深越大，格中写数。数值要有 `by: [week, channel]` 这样的两层分组，或用表的 x、y、group 三列。',
    en: 'A value by two dimensions, a cell each: the darker the larger, with its number. A value `by: [week, channel]` or the like, or columns x, y and group of a table.',
  },
  use: {
    zh: '两个维度交叉时，哪里高、哪里低，例如星期 × 时段。',
    en: 'Where a value is high and low across two dimensions, such as weekday by hour.',
  },
  avoid: {
    zh: '要读准每个数、或只有一个维度时，用表格或 bars。',
    en: 'For exact numbers or a single dimension use a table or bars.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, ...columnAttributes }),
  panel: panelRefusals.twoGroupings,
  validate,
  buildSpec,
  listClaims,
  buildTable: (input) => buildSeriesTable(buildFirstSeries(input), chartWords[input.language].part),
  example: {
    tag: '<Figure kind="heat" of="活跃用户" by="week, channel" id="heat" />',
    metrics: '活跃用户: { metric: active_users, from: events }',
    input: (language) =>
      buildExampleInput(language, {
        name: { zh: '活跃用户', en: 'Active users' },
        unit: '人',
        points: buildExampleWeeks(language, [
          [120, 180, 240, 310, 290],
          [80, 95, null, 160, 210],
          [300, 280, 350, 390, 420],
          [45, 60, 52, 71, 66],
        ]),
      }),
  },
};

function validate(input: ChartInput): InputError | undefined {
  const inputError = validateTwoDimensions(input);
  if (inputError) return inputError;
  const series = buildFirstSeries(input);
  const width = series[0]?.points.length ?? 0;
  const name = input.values[0]!.name;
  const text = `${series.length} × ${width}`;
  return series.length > gridLimits.rows || width > gridLimits.columns
    ? { why: 'too-many-series', name, text }
    : undefined;
}

interface Grid {
  rows: string[];
  columns: string[];
  /** `cells[row][column]`. */
  cells: Series['points'][];
}

/** Times run to the right; of two other dimensions the one with the shorter names does. */
function buildGrid(input: ChartInput): Grid {
  const series = buildFirstSeries(input);
  const keys = series[0]!.points;
  const grid = {
    rows: series.map(({ label }) => label),
    columns: keys.map(({ label }) => label),
    cells: series.map(({ points }) => points),
  };
  const need = (labels: string[]) => measureColumn(labels, fontSizes.small) * labels.length;
  const isTime = findTimeGrain(keys.map(({ key }) => key)) !== undefined;
  if (isTime || need(grid.columns) <= need(grid.rows)) return grid;
  return {
    rows: grid.columns,
    columns: grid.rows,
    cells: keys.map((_, i) => series.map(({ points }) => points[i]!)),
  };
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const value = input.values[0]!;
  const grid = buildGrid(input);
  const { names, width: left } = layoutRowNames(grid.rows, fullWidth);
  const width = fullWidth - left - 1;
  const step = width / grid.columns.length;
  const numbers = grid.cells.flatMap((points) => filterPresent(points).map((point) => point.value));
  const classes = buildClasses(numbers);
  const count = classes.bounds.length - 1;
  const size = selectMagnitude(Math.max(...numbers.map(Math.abs)), language);
  const cells = buildCellRows(grid, names, value, size, language).map((cell) => ({
    ...cell,
    fill: getClassFill(classes.classify(cell.value), count),
    ink: getClassTextColour(classes.classify(cell.value), count),
  }));
  const texts = cells.map(({ text }) => text);
  const written = measureColumn(texts, fontSizes.small) + 6 <= step;
  const high = computeRowStep(names, grid.rows.length > 16 ? 24 : 32);
  const y = buildRowScale(names, 0.06);
  const domain = grid.columns.map((_, i) => `c${i}`);
  const x = {
    field: 'column',
    type: 'ordinal',
    scale: { domain, paddingInner: 0.04, paddingOuter: 0 },
    axis: null,
  };
  const bounds = classes.bounds.map((bound) => formatBareNumber(bound / size.size, language));
  const labelHeight = measureColumnLabels(grid.columns, step);
  return {
    title: buildTitle(formatAxisTitle(value.label, value.unit, size, language), fullWidth, {
      offset: labelHeight + 12,
    }),
    data: { values: cells },
    width,
    height: { step: high },
    layer: [
      {
        mark: { type: 'rect', aria: true, ...classEdge },
        encoding: { x, y, fill: { field: 'fill', scale: null }, description: { field: 'hover' } },
      },
      ...(written
        ? [
            buildTextLayer(
              'text',
              { x, y, fill: { field: 'ink', scale: null } },
              { fontSize: fontSizes.small },
            ),
          ]
        : buildClassLegend(classes, bounds, high * grid.rows.length + 12)),
      ...buildRowNameLayers(y, names),
      ...buildColumnLabels(grid.columns, step, x),
    ],
  } as Spec;
}

function buildCellRows(
  { rows, columns: columnLabels, cells }: Grid,
  names: { row: string }[],
  { unit }: ChartValue,
  size: Magnitude,
  language: Language,
) {
  const words = chartWords[language];
  return cells.flatMap((points, r) =>
    points.flatMap((point, c) =>
      point.value === null
        ? []
        : [
            {
              row: names[r]!.row,
              column: `c${c}`,
              value: point.value,
              text: formatScaledText(point, unit, size, language),
              hover: words.hover(`${rows[r]} · ${columnLabels[c]}`, point.text),
            },
          ],
    ),
  );
}

function listClaims(input: ChartInput): Claim[] {
  return makeRank(listCellMembers(buildFirstSeries(input)), { of: input.values[0]!.label });
}
