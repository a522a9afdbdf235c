import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { palette, paletteNames } from '../charts/palette.ts';
import { namedColumns } from '../components/html/rows-table.ts';
import { buildTokens } from './tokens.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.css'));
// Read from disk: vitest gives every imported style as an empty text.
const css = [buildTokens(), ...files.map((file) => readFileSync(join(folder, file), 'utf8'))].join('\n');

test('every style file is in the sheet', () => {
  const source = readFileSync(join(folder, 'style-sheet.ts'), 'utf8');
  for (const file of files) expect(source).toContain(`'./${file}?raw'`);
});

test('every custom property a style names is defined, the palette in light and dark', () => {
  const defined = new Set([...css.matchAll(/--([a-z0-9-]+):/g)].map((match) => match[1]));
  const used = [...css.matchAll(/var\(--([a-z0-9-]+)/g)].map((match) => match[1]);
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((name) => !defined.has(name))).toEqual([]);
  for (const name of paletteNames) {
    expect(buildTokens()).toContain(`--${name}:${palette[name].light}`);
    expect(buildTokens()).toContain(`--${name}:${palette[name].dark}`);
  }
});

test('every column that a table can name is set to the right', () => {
  for (let n = 1; n <= namedColumns; n++) expect(css).toContain(`.e${n} :is(th, td):nth-child(${n})`);
});

test('the sheet asks for nothing from outside', () => {
  expect(css).not.toMatch(/url\(|@import|https?:/);
});

/** WCAG 2.2 relative luminance and contrast. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, i) => sum + part * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test('text can be read on paper in light and dark (WCAG AA, 4.5 : 1)', () => {
  for (const shade of ['light', 'dark'] as const) {
    for (const name of ['ink', 'ink-2', 'ink-3', 'c1', 'good', 'bad', 'even'] as const) {
      expect(contrast(palette[name][shade], palette.paper[shade]), `${name} ${shade}`).toBeGreaterThan(4.5);
    }
  }
});
