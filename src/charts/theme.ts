/** How every chart looks: type, rules, colours. Colours are named, never given. */
import type { Config } from 'vega-lite';
import type { PaletteName } from './palette.ts';

/** A colour of the palette as charts write it. */
export function colour(name: PaletteName): string {
  return `var(--${name})`;
}

/** What a chart is drawn as wide as, in pixels: a phone, the text of site and print, a page without a margin beside the text. */
export const widths = { phone: 350, text: 640, page: 960 } as const;
export type Breadth = keyof typeof widths;

/** Text width of site and print, in pixels. */
export const chartWidth = widths.text;

/** Whether a chart as wide as this has to put below what others put beside. */
export function isNarrow(full: number): boolean {
  return full < 500;
}

/** Pixels around a whole drawing. */
export const margin = 2;

/** Sizes in pixels of a chart as wide as the text; printed on A4 they are 9 pt and 8 pt. */
export const type = { label: 13, small: 12 } as const;

export const categories: PaletteName[] = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
const sequence: PaletteName[] = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'];
/** The second cue beside the colour, for grey prints. */
export const dashes: number[][] = [[], [7, 3], [2, 2.5], [9, 3, 2, 3], [4, 2], [1.5, 3]];
export const symbols = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down'];

/** The dash of targets, and only of targets. */
export const targetDash = [3, 3];

export function themeConfig(): Config {
  const [ink, soft, faint, line] = [colour('ink'), colour('ink-2'), colour('ink-3'), colour('line')];
  const text = {
    labelFontSize: type.small,
    labelFontWeight: 'normal' as const,
    labelLimit: 0,
    titleLimit: 0,
  };
  return {
    background: undefined,
    font: 'inherit',
    padding: margin,
    // Hover texts are given mark by mark in the report's language; Vega's own are English.
    mark: { aria: false, color: colour('c1') },
    text: { fill: ink, color: ink, fontSize: type.label },
    rule: { color: soft, stroke: soft },
    tick: { color: ink, stroke: ink },
    line: { strokeWidth: 2.2, strokeJoin: 'round', strokeCap: 'round' },
    point: { filled: true, size: 36 },
    boxplot: { median: { color: colour('paper') } },
    view: { stroke: null },
    concat: { spacing: 22 },
    title: {
      anchor: 'start',
      frame: 'group',
      fontSize: type.small,
      fontWeight: 'normal',
      color: soft,
      offset: 10,
      limit: 0,
      subtitleColor: soft,
      subtitleFontSize: type.small,
      subtitleFontWeight: 'normal',
      subtitlePadding: 5,
    },
    header: { labelColor: soft, titleColor: soft, labelFontSize: type.small, titleFontSize: type.small },
    axis: {
      ...text,
      domain: false,
      ticks: false,
      grid: false,
      labelColor: faint,
      labelPadding: 8,
      titleColor: soft,
      titleFontSize: type.small,
      titleFontWeight: 'normal',
      gridColor: line,
      domainColor: faint,
      tickColor: faint,
    },
    axisQuantitative: { grid: true, tickCount: 5 },
    axisX: { labelAngle: 0, labelPadding: 10 },
    // Chinese does not read sideways: the title stands over the axis.
    axisY: { titleAngle: 0, titleAlign: 'left', titleAnchor: 'end', titleBaseline: 'bottom', titleY: -10 },
    legend: {
      ...text,
      orient: 'top',
      direction: 'horizontal',
      labelColor: soft,
      titleColor: soft,
      titleFontSize: type.small,
      titleFontWeight: 'normal',
      symbolStrokeWidth: 1.5,
      gradientStrokeColor: line,
      // Room for the title of the y axis, which stands where a legend on top would.
      offset: 26,
    },
    range: {
      category: categories.map(colour),
      ordinal: sequence.map(colour),
      ramp: sequence.map(colour),
      heatmap: sequence.map(colour),
      diverging: [colour('c2'), colour('line'), colour('c1')],
      symbol: symbols,
    },
  };
}
