/** Small panels in a grid, all on one scale; every place is reckoned here, in pixels. */
import type { Language } from '../base/language.ts';
import { showNumber } from '../base/number-format.ts';
import type { Point } from '../base/series.ts';
import { chartWords } from '../words/charts.ts';
import type { Magnitude, NumberAxis } from './axis.ts';
import { scaledText } from './direct-text.ts';
import type { Layer } from './kind.ts';
import { columnWidth } from './labels.ts';
import { fitText, textWidth } from './measure.ts';
import { faint, type PixelText, pixelAxis, placedTexts } from './pixels.ts';
import { present, type Series } from './series.ts';
import { colour, isNarrow, type } from './theme.ts';

export interface PanelSet {
  series: readonly Series[];
  axis: NumberAxis;
  size: Magnitude;
  unit: string;
  language: Language;
  full: number;
}

export interface Panels {
  layers: Layer[];
  width: number;
  height: number;
}

export interface Cell {
  x: number;
  y: number;
  wide: number;
  series: Series;
}

const gap = 22;
export const headHigh = 24;

/** The upper left corners of the panels, `left` pixels apart from the edge for an axis. */
export function cellsOf(
  { series, full }: Pick<PanelSet, 'series' | 'full'>,
  left: number,
  high: number,
): { cells: Cell[]; width: number; height: number } {
  const width = full - left - 6;
  const columns = columnsOf(series.length, full);
  const wide = (width - gap * (columns - 1)) / columns;
  const cells = series.map((one, i) => ({
    x: (i % columns) * (wide + gap),
    y: Math.floor(i / columns) * high,
    wide,
    series: one,
  }));
  return { cells, width, height: Math.ceil(series.length / columns) * high };
}

/** Panels abreast; in the width of the text four stand two by two and seven four and three, so that none is alone. */
function columnsOf(count: number, full: number): number {
  if (isNarrow(full)) return Math.min(count, 2);
  if (full > 800) return Math.min(count, 4);
  if (count === 4) return 2;
  return count % 3 === 1 && count > 4 ? 4 : Math.min(count, 3);
}

export const plotHigh = 84;

/** The ticks of the upright axis as rules through every panel, with their texts beside the first of each row. */
export function gridLayers(
  cells: readonly Cell[],
  { ticks, texts }: { ticks: readonly number[]; texts: readonly string[] },
  down: (value: number) => number,
  [x, y]: [object, object],
): Layer[] {
  const rules = cells.flatMap((cell) =>
    ticks.map((tick) => ({ left: cell.x, right: cell.x + cell.wide, at: cell.y + down(tick) })),
  );
  const labels = cells
    .filter((cell) => cell.x === 0)
    .flatMap((cell) =>
      ticks.map((tick, i): PixelText => ({ text: texts[i]!, x: -8, y: cell.y + down(tick) })),
    );
  return [
    {
      data: { values: rules },
      mark: { type: 'rule', color: colour('line'), strokeWidth: 1 },
      encoding: { x: { ...x, field: 'left' }, x2: { field: 'right' }, y: { ...y, field: 'at' } },
    } as Layer,
    ...placedTexts(labels, { ...faint, align: 'right' }),
  ];
}

/** Lines over the points of the series; `filled` down to zero. */
export function linePanels(set: PanelSet, filled = false): Panels {
  const { axis, size, language } = set;
  const texts = axis.ticks.map((tick) => showNumber(tick / size.size, { unit: '', language }));
  const left = columnWidth(texts, type.small) + 10;
  const { cells, width, height } = cellsOf(set, left, headHigh + plotHigh + 34);
  const down = (value: number) => headHigh + ((axis.high - value) / (axis.high - axis.low)) * plotHigh;
  const points = cells.flatMap((cell, panel) => pointsOf(cell, panel, down, language));
  const [x, y] = [pixelAxis(width), pixelAxis(height)];
  const place = { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } };
  const detail = { detail: { field: 'panel', type: 'nominal' } };
  const invalid = 'break-paths-show-domains';
  const area = {
    data: { values: points },
    mark: { type: 'area', color: colour('s4'), opacity: 0.55, invalid },
    encoding: { ...place, y2: { field: 'base' }, ...detail },
  };
  return {
    width,
    height,
    layers: [
      ...gridLayers(cells, { ticks: axis.ticks, texts }, down, [x, y]),
      ...(filled ? [area as Layer] : []),
      {
        data: { values: points },
        mark: { type: 'line', color: colour('c1'), strokeWidth: 1.8, invalid },
        encoding: { ...place, ...detail },
      } as Layer,
      {
        data: { values: points.filter((point) => point.y !== null) },
        mark: {
          type: 'point',
          aria: true,
          opacity: 1,
          size: points.length > 200 ? 5 : 14,
          color: colour('c1'),
        },
        encoding: { ...place, description: { field: 'hover' } },
      } as Layer,
      ...heads(cells),
      ...endTexts(cells),
    ],
  };
}

function pointsOf(
  { x, y, wide, series }: Cell,
  panel: number,
  down: (value: number) => number,
  language: Language,
) {
  const step = wide / Math.max(1, series.points.length - 1);
  return series.points.map((point, i) => ({
    panel,
    x: x + (series.points.length === 1 ? wide / 2 : i * step),
    y: point.value === null ? null : y + down(point.value),
    base: y + down(0),
    hover: chartWords[language].hover(`${series.label} · ${point.label}`, point.text),
  }));
}

export function heads(cells: readonly Cell[]): Layer[] {
  const texts = cells.map(({ x, y, wide, series }) => {
    return { text: fitText(series.label, type.label, wide), x, y: y + 8 };
  });
  return placedTexts(texts, { fontSize: type.label });
}

/** The first and the last period under each panel, where both have room. */
function endTexts(cells: readonly Cell[]): Layer[] {
  const y = headHigh + plotHigh + 14;
  const firsts = cells.map((cell) => ({
    text: cell.series.points[0]?.label ?? '',
    x: cell.x,
    y: cell.y + y,
  }));
  const lasts = cells
    .filter(({ series: { points } }) => points.length > 1)
    .map((cell) => ({ text: cell.series.points.at(-1)!.label, x: cell.x + cell.wide, y: cell.y + y, cell }))
    .filter(({ text, cell }) => {
      const first = cell.series.points[0]!.label;
      return textWidth(first, type.small) + textWidth(text, type.small) + 8 <= cell.wide;
    });
  return [...placedTexts(firsts, faint), ...placedTexts(lasts, { ...faint, align: 'right' })];
}

const rowHigh = 21;

/** A row a part: its name, a bar from zero and the number. */
export function barPanels(set: PanelSet): Panels {
  const { series, axis, language, unit, size } = set;
  const parts = Math.max(...series.map(({ points }) => points.length));
  const { cells, width, height } = cellsOf(set, 0, headHigh + parts * rowHigh + 18);
  const wide = cells[0]!.wide;
  const labels = series.flatMap(({ points }) => points.map(({ label }) => label));
  const nameWide = Math.min(columnWidth(labels, type.small), 0.42 * wide);
  const shown = (point: Point) => scaledText(point, unit, size, language);
  const numbers = series.flatMap(({ points }) => present(points).map(shown));
  const textWide = columnWidth(numbers, type.small) + 6;
  const room = Math.max(10, wide - nameWide - 8 - textWide);
  const along = (value: number) => ((value - axis.low) / (axis.high - axis.low)) * room;
  const rows = cells.flatMap((cell) =>
    cell.series.points.map((point, i) => {
      const start = cell.x + nameWide + 8;
      const [from, to] = [along(Math.min(0, point.value ?? 0)), along(Math.max(0, point.value ?? 0))];
      return {
        name: {
          text: fitText(point.label, type.small, nameWide),
          x: start - 8,
          y: cell.y + headHigh + (i + 0.5) * rowHigh,
        },
        number: { text: shown(point), x: start + to + 5, y: cell.y + headHigh + (i + 0.5) * rowHigh },
        left: start + from,
        right: start + to,
        top: cell.y + headHigh + i * rowHigh + 4,
        bottom: cell.y + headHigh + (i + 1) * rowHigh - 4,
        hover: chartWords[language].hover(`${cell.series.label} · ${point.label}`, point.text),
      };
    }),
  );
  const [x, y] = [pixelAxis(width), pixelAxis(height)];
  return {
    width,
    height,
    layers: [
      {
        data: {
          values: rows.map(({ left, right, top, bottom, hover }) => ({ left, right, top, bottom, hover })),
        },
        mark: { type: 'rect', aria: true, fill: colour('c1') },
        encoding: {
          x: { ...x, field: 'left' },
          x2: { field: 'right' },
          y: { ...y, field: 'top' },
          y2: { field: 'bottom' },
          description: { field: 'hover' },
        },
      } as Layer,
      ...heads(cells),
      ...placedTexts(
        rows.map(({ name }) => name),
        { align: 'right', fill: colour('ink-2') },
      ),
      ...placedTexts(rows.map(({ number }) => number)),
    ],
  };
}
