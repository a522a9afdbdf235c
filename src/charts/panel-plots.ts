/** Small panels with an axis of numbers under each, the same for all. */
import type { Language } from '../base/language.ts';
import { chartWords } from '../words/charts.ts';
import type { Layer } from './kind.ts';
import { columnWidth } from './labels.ts';
import type { Plotted, Spot } from './panel-forms.ts';
import { cellsOf, gridLayers, headHigh, heads, type Panels, plotHigh } from './panels.ts';
import { faint, pixelAxis, placedTexts } from './pixels.ts';
import { type PlotAxis, pixelAt, plotAxis } from './plot.ts';
import type { Series } from './series.ts';
import { colour, type } from './theme.ts';

interface PlotSet {
  series: readonly Series[];
  plot: Plotted;
  mark: 'line' | 'columns' | 'dots';
  upright: PlotAxis;
  language: Language;
  full: number;
}

/** Points of more are a string of beads: the line says itself what it is. */
const mostDots = 40;

export function plotPanels({ series, plot, mark, upright, language, full }: PlotSet): Panels {
  const left = columnWidth(upright.texts, type.small) + 10;
  const { cells, width, height } = cellsOf({ series, full }, left, headHigh + plotHigh + 34);
  const xs = plot.spots.flatMap((spots) => spots.flatMap(({ x }) => [x, x + plot.step]));
  const along = plotAxis(xs, '', language, { free: true, count: 3 });
  const down = (value: number) => headHigh + plotHigh - pixelAt(upright, value, plotHigh);
  const [x, y] = [pixelAxis(width), pixelAxis(height)];
  const rows = cells.flatMap((cell, panel) =>
    plot.spots[panel]!.map((spot: Spot, i) => ({
      panel,
      i,
      name: cell.series.label,
      x: cell.x + pixelAt(along, spot.x, cell.wide),
      right: cell.x + pixelAt(along, spot.x + plot.step, cell.wide) - 0.5,
      y: cell.y + down(spot.y ?? 0),
      base: cell.y + down(Math.max(0, upright.low)),
      hover: chartWords[language].hover(cell.series.label, spot.text),
    })),
  );
  const ends = [0, along.ticks.length - 1].map((i) => ({ text: along.texts[i]!, tick: along.ticks[i]! }));
  return {
    width,
    height,
    layers: [
      ...gridLayers(cells, upright, down, [x, y]),
      ...markLayers(rows, mark, { x, y }),
      ...heads(cells),
      ...cells.flatMap((cell) =>
        ends.flatMap(({ text }, i) =>
          placedTexts(
            [{ text, x: cell.x + (i === 0 ? 0 : cell.wide), y: cell.y + headHigh + plotHigh + 14 }],
            { ...faint, align: i === 0 ? 'left' : 'right' },
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

function markLayers(
  rows: readonly Row[],
  mark: PlotSet['mark'],
  { x, y }: { x: object; y: object },
): Layer[] {
  const data = { values: rows };
  const place = { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } };
  const paint = { color: colour('c1') };
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
