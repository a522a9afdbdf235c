/** Names at single points of a dense line, each on a strip of paper, as many as have room. */
import { measureText } from '../draw/measure-text.ts';
import type { Layer } from '../kind.ts';
import { fontSizes, getColour } from '../theme.ts';

/** A point with its name; pixels from the plot's upper left corner. */
interface NamedPoint {
  x: number;
  y: number;
  text: string;
  /** Whether the name stands over the point rather than under it. */
  above: boolean;
}

/** The middle of a text, and half its width. */
interface LabelBox {
  x: number;
  y: number;
  half: number;
}

interface PlotSize {
  width: number;
  height: number;
}

/** Over or under its point, else beside it; names earlier in the list choose first, and those without room are left out. */
export function buildStripLabels(points: readonly NamedPoint[], plot: PlotSize): Layer[] {
  const taken: LabelBox[] = [];
  return points.flatMap(({ x, y, text, above }) => {
    const half = measureText(text, fontSizes.small) / 2;
    const within = Math.min(Math.max(x, half), plot.width - half);
    const beside = [half + 9, -half - 9].map((dx) => ({ x: x + dx, y, half }));
    const spot = [{ x: within, y: above ? y - 15 : y + 15, half }, ...beside].find(
      (one) => isInsidePlot(one, plot) && !taken.some((other) => isOverlapping(one, other)),
    );
    if (!spot) return [];
    taken.push(spot);
    return buildLabelLayers(text, spot);
  });
}

/** On a strip of paper, which keeps it readable over a dense line. */
function buildLabelLayers(text: string, { x, y, half }: LabelBox): Layer[] {
  const data = { values: [{}] };
  return [
    {
      data,
      mark: { type: 'rect', fill: getColour('paper'), opacity: 0.8 },
      encoding: {
        x: { value: x - half - 3 },
        x2: { value: x + half + 3 },
        y: { value: y - 9 },
        y2: { value: y + 8 },
      },
    },
    {
      data,
      mark: { type: 'text', text, fontSize: fontSizes.small, align: 'center', baseline: 'middle' },
      encoding: { x: { value: x }, y: { value: y } },
    },
  ] as Layer[];
}

const isInsidePlot = ({ x, y, half }: LabelBox, { width, height }: PlotSize) =>
  x - half >= 0 && x + half <= width && y >= 8 && y <= height - 8;

const isOverlapping = (a: LabelBox, b: LabelBox) =>
  Math.abs(a.x - b.x) < a.half + b.half + 6 && Math.abs(a.y - b.y) < 18;
