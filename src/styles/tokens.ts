import { lightBackgroundClass } from '../charts/draw/page-svg.ts';
import { palette, paletteNames, type Theme } from '../charts/palette.ts';

/** Colours of the pages that charts have no use for. */
const surfaces: Record<string, Record<Theme, string>> = {
  raised: { light: '#ffffff', dark: '#1a1e22', print: '#ffffff' },
  wash: { light: '#f3f0e9', dark: '#1d2226', print: '#f5f5f5' },
  edge: { light: '#cfcabf', dark: '#3d444a', print: '#bfbfbf' },
  shade: { light: 'rgb(60 50 30 / 16%)', dark: 'rgb(0 0 0 / 55%)', print: 'transparent' },
  accent: palette.c1,
  'on-accent': { light: '#ffffff', dark: '#0e1a1e', print: '#ffffff' },
};

const listChartColours = (theme: Theme) => paletteNames.map((name) => `--${name}:${palette[name][theme]}`);

function buildDeclarations(theme: Theme): string {
  const charts = listChartColours(theme);
  const pages = Object.entries(surfaces).map(([name, shades]) => `--${name}:${shades[theme]}`);
  return [`color-scheme:${theme === 'dark' ? 'dark' : 'light'}`, ...charts, ...pages].join(';');
}

/** The palette as custom properties: by the reader's system, unless they chose otherwise on the page. */
export function buildTokens(): string {
  return [
    `:root{${buildDeclarations('light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${buildDeclarations('dark')}}}`,
    `@media screen{:root[data-theme=dark]{${buildDeclarations('dark')}}}`,
    `@media print{:root{${buildDeclarations('print')}}}`,
    `@media screen{.${lightBackgroundClass}{${listChartColours('light').join(';')};background:var(--paper)}}`,
  ].join('\n');
}
