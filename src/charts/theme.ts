/** How every chart looks: type, rules, colours. Colours are named, never given. */
import type { Config } from 'vega-lite';
import type { PaletteName } from './palette.ts';

/** A colour of the palette as charts write it. */
export function getColour(name: PaletteName): string {
  return `var(--${name})`;
}

/** What a chart is drawn as wide as, in pixels: a phone, the text of site and print, a page without a margin beside the text. */
export const chartWidths = { phone: 350, text: 640, page: 960 } as const;
export type ChartBreadth = keyof typeof chartWidths;

/** Text width of site and print, in pixels. */
export const chartWidth = chartWidths.text;

/** Whether a chart as wide as this has to put below what others put beside. */
export function isNarrow(fullWidth: number): boolean {
  return fullWidth < 500;
}

/** Pixels around a whole drawing. */
export const chartMargin = 2;

/** Sizes in pixels of a chart as wide as the text; printed on A4 they are 9 pt and 8 pt. */
export const fontSizes = { label: 13, small: 12 } as const;

export const categoryColours: PaletteName[] = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
const sequentialColours: PaletteName[] = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'];
/** The second cue beside the colour, for grey prints. */
export const lineDashes: number[][] = [[], [7, 3], [2, 2.5], [9, 3, 2, 3], [4, 2], [1.5, 3]];
export const pointSymbols = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down'];

/** The dash of targets, and only of targets. */
export const targetDash = [3, 3];

export function buildThemeConfig(): Config {
  const [ink, soft] = [getColour('ink'), getColour('ink-2')];
  return {
    background: undefined,
    font: 'inherit',
    padding: chartMargin,
    // Hover texts are given mark by mark in the report's language; Vega's own are English.
    mark: { aria: false, color: getColour('c1') },
    text: { fill: ink, color: ink, fontSize: fontSizes.label },
    rule: { color: soft, stroke: soft },
    tick: { color: ink, stroke: ink },
    line: { strokeWidth: 2.2, strokeJoin: 'round', strokeCap: 'round' },
    point: { filled: true, size: 36 },
    boxplot: { median: { color: getColour('paper') } },
    view: { stroke: null },
    concat: { spacing: 22 },
    title: {
      anchor: 'start',
      frame: 'group',
      fontSize: fontSizes.small,
      fontWeight: 'normal',
      color: soft,
      offset: 10,
      limit: 0,
      subtitleColor: soft,
      subtitleFontSize: fontSizes.small,
      subtitleFontWeight: 'normal',
      subtitlePadding: 5,
    },
    header: {
      labelColor: soft,
      titleColor: soft,
      labelFontSize: fontSizes.small,
      titleFontSize: fontSizes.small,
    },
    axis: buildAxisConfig(),
    axisQuantitative: { grid: true, tickCount: 5 },
    axisX: { labelAngle: 0, labelPadding: 10 },
    // Chinese does not read sideways: the title stands over the axis.
    axisY: { titleAngle: 0, titleAlign: 'left', titleAnchor: 'end', titleBaseline: 'bottom', titleY: -10 },
    legend: buildLegendConfig(),
    range: {
      category: categoryColours.map(getColour),
      ordinal: sequentialColours.map(getColour),
      ramp: sequentialColours.map(getColour),
      heatmap: sequentialColours.map(getColour),
      diverging: [getColour('c2'), getColour('line'), getColour('c1')],
      symbol: pointSymbols,
    },
  };
}

const guideText = {
  labelFontSize: fontSizes.small,
  labelFontWeight: 'normal',
  labelLimit: 0,
  titleLimit: 0,
} as const;

function buildAxisConfig(): Config['axis'] {
  return {
    ...guideText,
    domain: false,
    ticks: false,
    grid: false,
    labelColor: getColour('ink-3'),
    labelPadding: 8,
    titleColor: getColour('ink-2'),
    titleFontSize: fontSizes.small,
    titleFontWeight: 'normal',
    gridColor: getColour('line'),
    domainColor: getColour('ink-3'),
    tickColor: getColour('ink-3'),
  };
}

function buildLegendConfig(): Config['legend'] {
  return {
    ...guideText,
    orient: 'top',
    direction: 'horizontal',
    labelColor: getColour('ink-2'),
    titleColor: getColour('ink-2'),
    titleFontSize: fontSizes.small,
    titleFontWeight: 'normal',
    symbolStrokeWidth: 1.5,
    gradientStrokeColor: getColour('line'),
    // Room for the title of the y axis, which stands where a legend on top would.
    offset: 26,
  };
}
