import { describe, expect, test } from 'vitest';
import { type PaletteName, palette, paletteNames, resolveColours, themes } from './palette.ts';
import { computeContrast, parseLinearRgb, type Rgb } from './samples/contrast.sample.ts';

/** Full severity matrices of Machado, Oliveira & Fernandes 2009, on linear RGB. */
const blindness: Record<string, number[]> = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function toLab(rgb: Rgb): Rgb {
  const [r, g, b] = rgb.map((c) => Math.min(1, Math.max(0, c))) as Rgb;
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function simulateBlindness(hex: string, kind: string): Rgb {
  const [r, g, b] = parseLinearRgb(hex);
  const m = blindness[kind] ?? [];
  const row = (i: number) => m[i]! * r + m[i + 1]! * g + m[i + 2]! * b;
  return toLab([row(0), row(3), row(6)]);
}

const computeDistance = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const marks: PaletteName[] = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'good', 'bad', 'even'];

describe.each(themes)('%s', (theme) => {
  const hex = (name: PaletteName) => palette[name][theme];

  test('marks stand out from the paper by 3:1, texts by 4.5:1', () => {
    for (const name of marks)
      expect(computeContrast(hex(name), hex('paper')), name).toBeGreaterThanOrEqual(3);
    for (const name of ['ink', 'ink-2', 'ink-3'] as const)
      expect(computeContrast(hex(name), hex('paper')), name).toBeGreaterThanOrEqual(4.5);
  });

  test.each(Object.keys(blindness))('categories stay apart for sight: %s', (kind) => {
    for (const [i, a] of marks.slice(0, 6).entries())
      for (const b of marks.slice(i + 1, 6))
        expect(
          computeDistance(simulateBlindness(hex(a), kind), simulateBlindness(hex(b), kind)),
          `${a} ${b}`,
        ).toBeGreaterThan(12);
  });

  test('the sequence grows evenly away from the paper', () => {
    const steps = (['s1', 's2', 's3', 's4', 's5', 's6', 's7'] as const).map(
      (name) => toLab(parseLinearRgb(hex(name)))[0],
    );
    const paper = toLab(parseLinearRgb(hex('paper')))[0];
    const away = steps.map((lightness) => Math.abs(lightness - paper));
    for (let i = 1; i < away.length; i++) expect(away[i]! - away[i - 1]!, `s${i + 1}`).toBeGreaterThan(6);
  });
});

test('every colour is a six-digit hex', () => {
  for (const name of paletteNames)
    for (const theme of themes) expect(palette[name][theme]).toMatch(/^#[0-9a-f]{6}$/);
});

test('print substitutes every name and the font', () => {
  const svg =
    '<svg font-family="var(--chart-font, sans-serif)"><path fill="var(--c1)" stroke="var(--ink-2)"/></svg>';
  expect(resolveColours(svg)).toBe(
    '<svg font-family="Noto Sans SC"><path fill="#05576a" stroke="#333333"/></svg>',
  );
});
