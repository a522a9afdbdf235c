import { palette, paletteNames } from '../charts/palette.ts';

type Shade = 'light' | 'dark';

/** Colours of the pages that charts have no use for. */
const surfaces: Record<string, Record<Shade, string>> = {
  raised: { light: '#ffffff', dark: '#1a1e22' },
  wash: { light: '#f3f0e9', dark: '#1d2226' },
  edge: { light: '#cfcabf', dark: '#3d444a' },
  shade: { light: 'rgb(60 50 30 / 16%)', dark: 'rgb(0 0 0 / 55%)' },
  accent: { light: palette.c1.light, dark: palette.c1.dark },
  'on-accent': { light: '#ffffff', dark: '#0e1a1e' },
};

function declarations(shade: Shade): string {
  const charts = paletteNames.map((name) => `--${name}:${palette[name][shade]}`);
  const pages = Object.entries(surfaces).map(([name, shades]) => `--${name}:${shades[shade]}`);
  return [`color-scheme:${shade}`, ...charts, ...pages].join(';');
}

/** The palette as custom properties: by the reader's system, unless they chose otherwise on the page. */
export function tokens(): string {
  return [
    `:root{${declarations('light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${declarations('dark')}}}`,
    `@media screen{:root[data-theme=dark]{${declarations('dark')}}}`,
  ].join('\n');
}
