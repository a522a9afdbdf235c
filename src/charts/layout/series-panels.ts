/** Small panels along the points of their series: lines over time, or bars of parts. */

import type { Language } from '../../base/language.ts';
import { formatBareNumber } from '../../base/number-format.ts';
import type { Point } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { filterPresent, type Series } from '../data/chart-series.ts';
import { formatScaledText } from '../draw/direct-text.ts';
import { measureColumn } from '../draw/labels.ts';
import { measureText, truncateText } from '../draw/measure-text.ts';
import type { Magnitude, NumberAxis } from '../draw/number-axis.ts';
import { buildPixelAxis, buildTextLayers, faintText } from '../draw/pixels.ts';
import type { ChartInput } from '../input.ts';
import type { Layer } from '../kind.ts';
import { findNameColour } from '../series-styles.ts';
import { fontSizes, getColour } from '../theme.ts';
import { buildHoverPoints } from './marks.ts';
import {
  buildGridLayers,
  buildPanelTitles,
  layoutCells,
  type PanelCell,
  type Panels,
  panelPlotHeight,
  panelTitleHeight,
} from './panels.ts';

export interface PanelSet {
  series: readonly Series[];
  axis: NumberAxis;
  size: Magnitude;
  unit: string;
  language: Language;
  fullWidth: number;
  /** Colours of the panels' names, where they have one. */
  colours?: ChartInput['colours'];
}

/** Lines over the points of the series; `filled` down to zero. */
export function buildLinePanels(set: PanelSet, filled = false): Panels {
  const { axis, size, language } = set;
  const texts = axis.ticks.map((tick) => formatBareNumber(tick / size.size, language));
  const left = measureColumn(texts, fontSizes.small) + 10;
  const { cells, width, height } = layoutCells(set, left, panelTitleHeight + panelPlotHeight + 34);
  const down = (value: number) =>
    panelTitleHeight + ((axis.high - value) / (axis.high - axis.low)) * panelPlotHeight;
  const points = cells.flatMap((cell, panel) => layoutPoints(cell, panel, down, set));
  const [x, y] = [buildPixelAxis(width), buildPixelAxis(height)];
  const place = { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } };
  const detail = { detail: { field: 'panel', type: 'nominal' } };
  const invalid = 'break-paths-show-domains';
  const area = {
    data: { values: points },
    mark: { type: 'area', color: getColour('s4'), opacity: 0.55, invalid },
    encoding: { ...place, y2: { field: 'base' }, ...detail },
  };
  return {
    width,
    height,
    layers: [
      ...buildGridLayers(cells, { ticks: axis.ticks, texts }, down, [x, y]),
      ...(filled ? [area as Layer] : []),
      {
        data: { values: points },
        mark: { type: 'line', strokeWidth: 1.8, invalid },
        encoding: { ...place, ...detail, stroke: { field: 'paint', scale: null } },
      } as Layer,
      buildHoverPoints(
        points.filter((point) => point.y !== null),
        { ...place, fill: { field: 'paint', scale: null } },
        { size: points.length > 200 ? 5 : 14 },
      ),
      ...buildPanelTitles(cells),
      ...buildEndLabels(cells),
    ],
  };
}

function getPanelColour({ names }: Series, coloured: Pick<ChartInput, 'colours'>): string {
  const known = names.map((name) => findNameColour(name, coloured)).find(Boolean);
  return getColour(known ?? 'c1');
}

function layoutPoints(
  { x, y, wide, series }: PanelCell,
  panel: number,
  down: (value: number) => number,
  { language, colours }: PanelSet,
) {
  const paint = getPanelColour(series, { colours });
  const step = wide / Math.max(1, series.points.length - 1);
  return series.points.map((point, i) => ({
    panel,
    paint,
    x: x + (series.points.length === 1 ? wide / 2 : i * step),
    y: point.value === null ? null : y + down(point.value),
    base: y + down(0),
    hover: chartWords[language].hover(`${series.label} · ${point.label}`, point.text),
  }));
}

/** The first and the last period under each panel, where both have room. */
function buildEndLabels(cells: readonly PanelCell[]): Layer[] {
  const y = panelTitleHeight + panelPlotHeight + 14;
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
      return measureText(first, fontSizes.small) + measureText(text, fontSizes.small) + 8 <= cell.wide;
    });
  return [...buildTextLayers(firsts, faintText), ...buildTextLayers(lasts, { ...faintText, align: 'right' })];
}

const rowHeight = 21;

/** A row a part: its name, a bar from zero and the number. */
export function buildBarPanels(set: PanelSet): Panels {
  const { series, axis, language, unit, size } = set;
  const parts = Math.max(...series.map(({ points }) => points.length));
  const { cells, width, height } = layoutCells(set, 0, panelTitleHeight + parts * rowHeight + 18);
  const wide = cells[0]!.wide;
  const labels = series.flatMap(({ points }) => points.map(({ label }) => label));
  const nameWide = Math.min(measureColumn(labels, fontSizes.small), 0.42 * wide);
  const shown = (point: Point) => formatScaledText(point, unit, size, language);
  const numbers = series.flatMap(({ points }) => filterPresent(points).map(shown));
  const textWide = measureColumn(numbers, fontSizes.small) + 6;
  const room = Math.max(10, wide - nameWide - 8 - textWide);
  const along = (value: number) => ((value - axis.low) / (axis.high - axis.low)) * room;
  const rows = cells.flatMap((cell) =>
    cell.series.points.map((point, i) => {
      const start = cell.x + nameWide + 8;
      const [from, to] = [along(Math.min(0, point.value ?? 0)), along(Math.max(0, point.value ?? 0))];
      return {
        name: {
          text: truncateText(point.label, fontSizes.small, nameWide),
          x: start - 8,
          y: cell.y + panelTitleHeight + (i + 0.5) * rowHeight,
        },
        number: {
          text: shown(point),
          x: start + to + 5,
          y: cell.y + panelTitleHeight + (i + 0.5) * rowHeight,
        },
        paint: getPanelColour(cell.series, set),
        left: start + from,
        right: start + to,
        top: cell.y + panelTitleHeight + i * rowHeight + 4,
        bottom: cell.y + panelTitleHeight + (i + 1) * rowHeight - 4,
        hover: chartWords[language].hover(`${cell.series.label} · ${point.label}`, point.text),
      };
    }),
  );
  const [x, y] = [buildPixelAxis(width), buildPixelAxis(height)];
  return {
    width,
    height,
    layers: [
      {
        data: {
          values: rows.map(({ name: _, number: __, ...row }) => row),
        },
        mark: { type: 'rect', aria: true },
        encoding: {
          fill: { field: 'paint', scale: null },
          x: { ...x, field: 'left' },
          x2: { field: 'right' },
          y: { ...y, field: 'top' },
          y2: { field: 'bottom' },
          description: { field: 'hover' },
        },
      } as Layer,
      ...buildPanelTitles(cells),
      ...buildTextLayers(
        rows.map(({ name }) => name),
        { align: 'right', fill: getColour('ink-2') },
      ),
      ...buildTextLayers(rows.map(({ number }) => number)),
    ],
  };
}
