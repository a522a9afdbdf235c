/** A panel of two numbers, with the names of its lines beside it, or over it where there is no room. */

import { measureColumn } from '../draw/labels.ts';
import { truncateText } from '../draw/measure-text.ts';
import type { Layer, Spec } from '../kind.ts';
import type { PaletteName } from '../palette.ts';
import type { SeriesStyle } from '../series-styles.ts';
import { fontSizes, getColour, pointSymbols, targetDash } from '../theme.ts';
import { buildTitle } from './chart-heading.ts';

interface PanelAxis {
  title: string;
  low: number;
  high: number;
  ticks: number[];
  /** Vega expression of `datum.value`. */
  labelExpr: string;
  /** Texts as long as its labels, for the room they take. */
  texts: string[];
}

interface SquarePanel {
  /** Pixels the whole drawing is wide. */
  fullWidth: number;
  x: PanelAxis;
  y: PanelAxis;
  /** The names of the lines; without a `style` a plain dashed rule. */
  keys: { text: string; style?: SeriesStyle; mark: 'line' | 'point'; paint?: PaletteName }[];
  /** As wide as high, or as wide as there is room. */
  square: boolean;
}

const keyHeight = 22;
const keyMarkWidth = 26;
const largestSize = 340;

/** Encodings of both axes, and how wide the plot is. */
export interface SquarePlot {
  x: object;
  y: object;
  size: number;
}

export function buildSquarePanel(panel: SquarePanel, layers: (plot: SquarePlot) => Layer[]): Spec {
  const room = panel.fullWidth - measureColumn(panel.y.texts, fontSizes.small) - 14;
  const names = panel.keys.map(({ text }) => text);
  const side = names.length > 0 ? measureColumn(names, fontSizes.label) + keyMarkWidth + 24 : 16;
  const wanted = panel.square ? Math.min(largestSize, room) : room - side;
  const beside = room - Math.max(wanted, 260) >= side;
  const size = beside ? wanted : panel.square ? Math.min(largestSize, room) : room;
  const height = panel.square ? size : 260;
  const encodings = buildSquarePlot(panel, size, height);
  const keys = buildKeyLayers(panel, beside ? { x: size + 24, y: 0 } : { x: 0, y: height + 52 }, room);
  return {
    title: buildTitle(panel.y.title, panel.fullWidth, { offset: 12 }),
    width: room,
    height,
    layer: [...buildAxisRules(panel, encodings), ...layers(encodings), ...keys],
  } as Spec;
}

function buildSquarePlot({ x, y }: SquarePanel, size: number, height: number): SquarePlot {
  const axis = (of: PanelAxis) => ({
    grid: false,
    domain: false,
    values: of.ticks,
    labelExpr: of.labelExpr,
    title: null,
  });
  return {
    size,
    x: {
      type: 'quantitative',
      scale: { domain: [x.low, x.high], range: [0, size], nice: false, zero: false },
      axis: { ...axis(x), title: x.title, titleAnchor: 'start', titleAlign: 'left', titlePadding: 8 },
    },
    y: {
      type: 'quantitative',
      scale: { domain: [y.low, y.high], range: [height, 0], nice: false, zero: false },
      axis: axis(y),
    },
  };
}

/** Vega's own would run under the names at the side. */
function buildAxisRules({ x, y }: SquarePanel, plot: SquarePlot): Layer[] {
  const rule = { type: 'rule', color: getColour('line'), strokeWidth: 1 };
  return [
    {
      data: { values: y.ticks.map((at) => ({ at })) },
      mark: rule,
      encoding: {
        y: { ...plot.y, field: 'at' },
        x: { ...plot.x, datum: x.low },
        x2: { datum: x.high },
      },
    },
    {
      data: { values: [{}] },
      mark: { ...rule, color: getColour('ink-3') },
      encoding: { y: { ...plot.y, datum: y.low }, x: { ...plot.x, datum: x.low }, x2: { datum: x.high } },
    },
  ] as Layer[];
}

function buildKeyLayers({ keys }: SquarePanel, at: { x: number; y: number }, room: number): Layer[] {
  return keys.flatMap(({ text, style, mark, paint }, i) => {
    const top = { value: at.y + i * keyHeight + 8 };
    const stroke = getColour(paint ?? style?.paint ?? 'ink-2');
    const swatch =
      mark === 'line'
        ? {
            mark: {
              type: 'rule',
              stroke,
              strokeWidth: style === undefined ? 1.2 : 2.2,
              strokeDash: paint ? [] : getDash(style),
            },
            encoding: { x: { value: at.x }, x2: { value: at.x + keyMarkWidth - 8 }, y: top },
          }
        : {
            mark: {
              type: 'point',
              shape: getSymbol(style),
              fill: stroke,
              stroke: null,
              size: 60,
              opacity: 1,
            },
            encoding: { x: { value: at.x + 8 }, y: top },
          };
    const words = {
      mark: {
        type: 'text',
        text: truncateText(text, fontSizes.label, room - at.x - keyMarkWidth),
        align: 'left',
        baseline: 'middle',
        ...(style === undefined && !paint && { fill: getColour('ink-2') }),
      },
      encoding: { x: { value: at.x + keyMarkWidth }, y: top },
    };
    return [swatch, words].map((layer) => ({ data: { values: [{}] }, ...layer })) as Layer[];
  });
}

function getDash(style: SeriesStyle | undefined): number[] {
  return style?.dash ?? targetDash;
}

function getSymbol(style: SeriesStyle | undefined): string {
  return style?.symbol ?? pointSymbols[0]!;
}

/** 0 to 100 %. */
export function buildShareAxis(title: string): PanelAxis {
  return {
    title,
    low: 0,
    high: 1,
    ticks: [0, 0.25, 0.5, 0.75, 1],
    texts: ['100%'],
    labelExpr: "format(datum.value * 100, ',.6~f') + '%'",
  };
}

/** Where both numbers are equal. */
export function buildDiagonal({ x, y }: SquarePlot): Layer {
  return {
    data: { values: [{ from: 0, to: 1 }] },
    mark: { type: 'rule', strokeDash: targetDash, strokeWidth: 1.2, color: getColour('ink-2') },
    encoding: {
      x: { ...x, field: 'from' },
      x2: { field: 'to' },
      y: { ...y, field: 'from' },
      y2: { field: 'to' },
    },
  } as Layer;
}
