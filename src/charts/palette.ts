/**
 * The colours of charts, once for screen (light, dark) and print. An SVG only ever names them:
 * `fill="var(--c1)"`. The site writes the values into its CSS, print substitutes them.
 */

export const themes = ['light', 'dark', 'print'] as const;
export type Theme = (typeof themes)[number];

const names = [
  ...(['c1', 'c2', 'c3', 'c4', 'c5', 'c6'] as const),
  ...(['good', 'bad', 'even', 'ink', 'ink-2', 'ink-3', 'line', 'paper', 'dark'] as const),
  ...(['s1', 's2', 's3', 's4', 's5', 's6', 's7'] as const),
];
export type PaletteName = (typeof names)[number];
export const paletteNames: readonly PaletteName[] = names;

/**
 * Hues are spaced so that the three common kinds of colour blindness keep them apart, and their
 * lightness differs so that a grey print does; series carry a dash or a shape besides.
 */
export const palette: Record<PaletteName, Record<Theme, string>> = {
  c1: { light: '#0b5f72', dark: '#4fc1d4', print: '#05576a' },
  c2: { light: '#c4502a', dark: '#e67f59', print: '#bd4a25' },
  c3: { light: '#5a449a', dark: '#8a84e6', print: '#4f3a8f' },
  c4: { light: '#b0800c', dark: '#f3d06a', print: '#b0800c' },
  c5: { light: '#741c42', dark: '#b7648f', print: '#6b143a' },
  c6: { light: '#5f9672', dark: '#bde2ae', print: '#5f9672' },
  good: { light: '#1d7a5f', dark: '#5cc2a0', print: '#1d7a5f' },
  bad: { light: '#b93a26', dark: '#f0806a', print: '#b23622' },
  even: { light: '#6c6a64', dark: '#a3a19a', print: '#66645e' },
  ink: { light: '#1c1e20', dark: '#e9e7e1', print: '#000000' },
  'ink-2': { light: '#4d5156', dark: '#b9b8b3', print: '#333333' },
  'ink-3': { light: '#686c71', dark: '#94958f', print: '#595959' },
  line: { light: '#e2dfd7', dark: '#2e3338', print: '#d9d9d9' },
  paper: { light: '#fbfaf7', dark: '#14171a', print: '#ffffff' },
  // Text on what is bright by day and by night.
  dark: { light: '#1c1e20', dark: '#14171a', print: '#000000' },
  s1: { light: '#e4eeee', dark: '#1b2a30', print: '#e8efef' },
  s2: { light: '#c3dcdf', dark: '#1e3e48', print: '#c8dde0' },
  s3: { light: '#98c3ca', dark: '#225562', print: '#9ec6cd' },
  s4: { light: '#66a6b2', dark: '#2b7081', print: '#6ea9b5' },
  s5: { light: '#388797', dark: '#3f90a3', print: '#3f8a9a' },
  s6: { light: '#156679', dark: '#62b3c6', print: '#17667a' },
  s7: { light: '#074453', dark: '#a3dfeb', print: '#054150' },
};

/** The font name a chart carries until the site's CSS or print sets one. */
export const chartFont = 'var(--chart-font, sans-serif)';

/** A chart with one theme's colours and a real font in place of the custom properties. */
export function resolveColours(svg: string, theme: Theme = 'print', font = 'Noto Sans SC'): string {
  return svg
    .replaceAll(chartFont, font)
    .replaceAll(
      /var\(--([a-z0-9-]+)\)/g,
      (whole, name: string) => palette[name as PaletteName]?.[theme] ?? whole,
    );
}
