/** Small panels in a grid, all on one scale; every place is reckoned here, in pixels. */

import type { Series } from '../data/chart-series.ts';
import { truncateText } from '../draw/measure-text.ts';
import { buildTextLayers, faintText, type PixelText } from '../draw/pixels.ts';
import type { Layer } from '../kind.ts';
import { fontSizes, getColour, isNarrow } from '../theme.ts';

export interface Panels {
  layers: Layer[];
  width: number;
  height: number;
}

export interface PanelCell {
  x: number;
  y: number;
  wide: number;
  series: Series;
}

const gap = 22;
export const panelTitleHeight = 24;

/** The upper left corners of the panels, `left` pixels apart from the edge for an axis. */
export function layoutCells(
  { series, fullWidth }: { series: readonly Series[]; fullWidth: number },
  left: number,
  high: number,
): { cells: PanelCell[]; width: number; height: number } {
  const width = fullWidth - left - 6;
  const columns = countColumns(series.length, fullWidth);
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
function countColumns(count: number, fullWidth: number): number {
  if (isNarrow(fullWidth)) return Math.min(count, 2);
  if (fullWidth > 800) return Math.min(count, 4);
  if (count === 4) return 2;
  return count % 3 === 1 && count > 4 ? 4 : Math.min(count, 3);
}

export const panelPlotHeight = 84;

/** The ticks of the upright axis as rules through every panel, with their texts beside the first of each row. */
export function buildGridLayers(
  cells: readonly PanelCell[],
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
      mark: { type: 'rule', color: getColour('line'), strokeWidth: 1 },
      encoding: { x: { ...x, field: 'left' }, x2: { field: 'right' }, y: { ...y, field: 'at' } },
    } as Layer,
    ...buildTextLayers(labels, { ...faintText, align: 'right' }),
  ];
}

export function buildPanelTitles(cells: readonly PanelCell[]): Layer[] {
  const texts = cells.map(({ x, y, wide, series }) => {
    return { text: truncateText(series.label, fontSizes.label, wide), x, y: y + 8 };
  });
  return buildTextLayers(texts, { fontSize: fontSizes.label });
}
