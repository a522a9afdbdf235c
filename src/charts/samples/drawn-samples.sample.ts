/** What holds for a drawing of a sample, whatever its kind. */
import { expect } from 'vitest';
import { describeClaims } from '../../words/claims/describe-claims.ts';
import { renderChart } from '../draw/render.ts';
import { kinds } from '../kinds/kinds.ts';
import { type PaletteName, palette, themes } from '../palette.ts';
import { type ChartBreadth, chartWidths } from '../theme.ts';
import { computeContrast } from './contrast.sample.ts';
import { distributionStress } from './distribution-stress.sample.ts';
import { type Sample, samples } from './inputs.sample.ts';
import { panelSamples } from './panels.sample.ts';
import { stressSamples } from './stress.sample.ts';
import { listCutOff, listOverlaps, measureTextBoxes } from './text-boxes.sample.ts';

export const widths = Object.keys(chartWidths) as ChartBreadth[];

/** Inputs that a drawing breaks at, if at any. */
export const hardSamples: Sample[] = [...samples, ...stressSamples, ...distributionStress, ...panelSamples];

type Drawing = ReturnType<typeof renderChart>;
const drawings = new WeakMap<Sample, Map<ChartBreadth, Drawing>>();

/** The drawing of a sample, made once. */
export function drawSample(sample: Sample, breadth: ChartBreadth): Drawing {
  const known = drawings.get(sample) ?? new Map<ChartBreadth, Drawing>();
  drawings.set(sample, known);
  const width = chartWidths[breadth];
  const drawing =
    known.get(breadth) ?? renderChart({ spec: kinds[sample.kind].buildSpec(sample.input, width), width });
  known.set(breadth, drawing);
  return drawing;
}

/** What is hovered over, with all that it is painted with: as written in the SVG. */
function parseMarks(svg: string): { title: string; paints: string[] }[] {
  return [...svg.matchAll(/<(?:path|rect)([^>]*)><title>([^<]*)<\/title>/g)].map(
    ([, written = '', title = '']) => {
      return { title, paints: [...written.matchAll(/var\(--([a-z0-9-]+)\)/g)].map(([, name]) => name!) };
    },
  );
}

/** Paper lies on what is filled, never on paper. */
const hasContrast = (name: string) =>
  name === 'paper' ||
  themes.every((theme) => computeContrast(palette[name as PaletteName][theme], palette.paper[theme]) >= 3);

/** Marks stand out from the paper and say what they are, in a third of the bytes at most. */
export async function expectMarks(sample: Sample, breadth: ChartBreadth): Promise<void> {
  const { svg } = await drawSample(sample, breadth);
  const marks = parseMarks(svg);
  expect(marks.length).toBeGreaterThan(0);
  const faint = marks.filter(({ paints }) => !paints.some(hasContrast)).map(({ paints }) => paints.join());
  expect([...new Set(faint)]).toEqual([]);
  const titles = marks.reduce(
    (sum, { title }) => sum + Buffer.byteLength(`<title>${title}</title></path>`),
    0,
  );
  expect(titles / (Buffer.byteLength(svg) - titles)).toBeLessThanOrEqual(1 / 3);
}

/** The drawing keeps within its canvas, warns of nothing, and names its colours. */
export async function expectDrawing(sample: Sample, breadth: ChartBreadth): Promise<void> {
  const { kind, input } = sample;
  const before = JSON.stringify(input);
  expect(kinds[kind].validate(input)).toBeUndefined();
  const { svg, width, height, warnings } = await drawSample(sample, breadth);
  expect(JSON.stringify(input)).toBe(before);
  expect(warnings).toEqual([]);
  expect(Math.abs(width - chartWidths[breadth])).toBeLessThanOrEqual(3);
  const boxes = measureTextBoxes(svg);
  expect(boxes.length).toBeGreaterThan(2);
  expect(listCutOff(boxes, width, height)).toEqual([]);
  expect(listOverlaps(boxes)).toEqual([]);
  const paints = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map((match) => match[1]);
  expect(paints.filter((paint) => !/^(var\(--[a-z0-9-]+\)|none|transparent)$/.test(paint!))).toEqual([]);
  expect(svg).not.toMatch(/NaN|undefined|Infinity|aria-roledescription/);
  // Of pixels; a text may say what it likes.
  expect(svg.replaceAll(/>[^<]*</g, '><')).not.toMatch(/\d\.\d{3,}/);
}

/** One sentence of finding, and a table whose rows are full. */
export function expectWords({ kind, input }: Sample): void {
  const finding = describeClaims(kinds[kind].listClaims(input), input.language);
  expect(finding).toMatch(input.language === 'zh' ? /^[^。]+。$/ : /^.+\.$/);
  expect(finding).not.toMatch(/undefined|NaN|null/);
  const { columns, rows } = kinds[kind].buildTable(input);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toHaveLength(columns.length);
}
