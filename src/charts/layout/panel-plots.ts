/** Small panels with an axis of numbers under each, the same for all. */
import type { Language } from '../../base/language.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import type { Series } from '../data/chart-series.ts';
import { measureColumn } from '../draw/labels.ts';
import { buildPixelAxis, buildTextLayers, faintText } from '../draw/pixels.ts';
import type { Layer } from '../kind.ts';
import { fontSizes, getColour } from '../theme.ts';
import type { PanelPlot, PanelPoint } from './panel-forms.ts';
import {
  buildGridLayers,
  buildPanelTitles,
  layoutCells,
  type Panels,
  panelPlotHeight,
  panelTitleHeight,
} from './panels.ts';
import { buildPlotAxis, type PlotAxis, toPixel } from './plot.ts';

interface PlotSet {
  series: readonly Series[];
  plot: PanelPlot;
  mark: 'line' | 'columns' | 'dots';
  vertical: PlotAxis;
  language: Language;
  fullWidth: number;
}

/** Points of more are a string of beads: the line says itself what it is. */
const mostDots = 40;

export function buildPlotPanels({ series, plot, mark, vertical, language, fullWidth }: PlotSet): Panels {
  const left = measureColumn(vertical.texts, fontSizes.small) + 10;
  const { cells, width, height } = layoutCells(
    { series, fullWidth },
    left,
    panelTitleHeight + panelPlotHeight + 34,
  );
  const xs = plot.points.flatMap((spots) => spots.flatMap(({ x }) => [x, x + plot.step]));
  const along = buildPlotAxis(xs, '', language, { free: true, count: 3 });
  const down = (value: number) =>
    panelTitleHeight + panelPlotHeight - toPixel(vertical, value, panelPlotHeight);
  const [x, y] = [buildPixelAxis(width), buildPixelAxis(height)];
  const rows = cells.flatMap((cell, panel) =>
    plot.points[panel]!.map((spot: PanelPoint, i) => ({
      panel,
      i,
      name: cell.series.label,
      x: cell.x + toPixel(along, spot.x, cell.wide),
      right: cell.x + toPixel(along, spot.x + plot.step, cell.wide) - 0.5,
      y: cell.y + down(spot.y ?? 0),
      base: cell.y + down(Math.max(0, vertical.low)),
      hover: chartWords[language].hover(cell.series.label, spot.text),
    })),
  );
  const ends = [0, along.ticks.length - 1].map((i) => ({ text: along.texts[i]!, tick: along.ticks[i]! }));
  return {
    width,
    height,
    layers: [
      ...buildGridLayers(cells, vertical, down, [x, y]),
      ...buildMarkLayers(rows, mark, { x, y }),
      ...buildPanelTitles(cells),
      ...cells.flatMap((cell) =>
        ends.flatMap(({ text }, i) =>
          buildTextLayers(
            [
              {
                text,
                x: cell.x + (i === 0 ? 0 : cell.wide),
                y: cell.y + panelTitleHeight + panelPlotHeight + 14,
              },
            ],
            { ...faintText, align: i === 0 ? 'left' : 'right' },
          ),
        ),
      ),
    ],
  };
}

interface Row {
  panel: number;
  name: string;
}

function buildMarkLayers(
  rows: readonly Row[],
  mark: PlotSet['mark'],
  { x, y }: { x: object; y: object },
): Layer[] {
  const data = { values: rows };
  const place = { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } };
  const paint = { color: getColour('c1') };
  const described = { description: { field: 'hover' } };
  if (mark === 'columns') {
    const box = { ...place, x2: { field: 'right' }, y2: { field: 'base' } };
    return [
      { data, mark: { type: 'rect', aria: true, ...paint }, encoding: { ...box, ...described } } as Layer,
    ];
  }
  const dotted =
    mark === 'dots' ||
    rows.every(({ panel }) => rows.filter((row) => row.panel === panel).length <= mostDots);
  const dot = {
    type: 'point',
    aria: true,
    opacity: mark === 'dots' ? 0.8 : 1,
    size: mark === 'dots' ? 22 : 10,
    ...paint,
  };
  const line = { type: 'line', strokeWidth: 1.8, aria: !dotted, ...paint };
  const detail = { detail: { field: 'panel', type: 'nominal' }, order: { field: 'i', type: 'quantitative' } };
  return [
    ...(mark === 'line'
      ? [
          {
            data,
            mark: line,
            encoding: { ...place, ...detail, ...(!dotted && { description: { field: 'name' } }) },
          } as Layer,
        ]
      : []),
    ...(dotted ? [{ data, mark: dot, encoding: { ...place, ...described } } as Layer] : []),
  ];
}
