/** Draws a Vega-Lite specification as SVG, without a browser, a canvas or a network. */
import type { TopLevelSpec } from 'vega-lite';
import type { Spec } from './kind.ts';
import { type Plan, planOf } from './plan.ts';
import { Scene } from './scene.ts';
import { chartWidth } from './theme.ts';
import { tidy } from './tidy.ts';

export interface Drawing {
  svg: string;
  width: number;
  height: number;
  /** What Vega-Lite and Vega had to say; empty for a sound specification. */
  warnings: string[];
  /** Rows that the first marks stand for, after all transforms, at most `mostRows`; only where asked for. */
  rows?: Record<string, unknown>[];
}

export interface DrawingRequest {
  spec: Spec;
  /** Hand back what was drawn as rows. */
  rows?: boolean;
  /** Pixels; as wide as the text without. */
  width?: number;
}

const mostRows = 200;

/** More are a picture of nothing, and a page of megabytes. */
export const mostMarks = 50_000;

/** Drawn, a chart would have more marks than it may; `mark` is Vega-Lite's name for those it has most of. */
export class TooManyMarksError extends Error {
  readonly marks: number;
  readonly mark: string;

  constructor(marks: number, mark: string) {
    super(`${marks} marks`);
    this.marks = marks;
    this.mark = mark;
  }
}

/** A chart that would be wider or narrower than asked for is laid out again; the second time fits but for axis labels. */
const attempts = 3;

/** `spec` is not changed. Throws what Vega throws at a wrong specification. */
export async function render({
  spec,
  rows = false,
  width: full = chartWidth,
}: DrawingRequest): Promise<Drawing> {
  const laidOut = await fitted(spec, full);
  try {
    const svg = tidy(await laidOut.svg());
    const [, width = '0', height = '0'] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const drawing = { svg, width: Number(width), height: Number(height), warnings: laidOut.warnings };
    return rows ? { ...drawing, rows: laidOut.rows(mostRows) } : drawing;
  } finally {
    laidOut.close();
  }
}

/** The specification laid out so that it is as wide as asked for, where its plots can be. */
async function fitted(spec: TopLevelSpec, width: number): Promise<Scene> {
  let current = spec;
  let plan = planOf(current);
  let scene = await started(plan);
  for (let i = 1; i < attempts && scene.width !== width; i++) {
    const wider = widened(current, width - scene.width);
    if (!wider) break;
    current = wider;
    const changes = plan.changes(current);
    if (changes) await scene.run(changes);
    else {
      scene.close();
      plan = planOf(current);
      scene = await started(plan);
    }
  }
  return scene;
}

async function started(plan: Plan): Promise<Scene> {
  const scene = new Scene(plan);
  try {
    await scene.run();
    const { items, name } = scene.count();
    if (items > mostMarks) throw new TooManyMarksError(items, name);
    return scene;
  } catch (error) {
    scene.close();
    throw error;
  }
}

/** The specification with `delta` pixels more for its plots; undefined when their width is not a number. */
function widened(spec: TopLevelSpec, delta: number): TopLevelSpec | undefined {
  if ('hconcat' in spec) {
    const share = delta / spec.hconcat.length;
    const views = spec.hconcat.map((view) => widerView(view, share));
    return views.every((view) => view !== undefined)
      ? ({ ...spec, hconcat: views } as TopLevelSpec)
      : undefined;
  }
  if ('vconcat' in spec) {
    const views = spec.vconcat.map((view) => widerView(view, delta));
    return views.every((view) => view !== undefined)
      ? ({ ...spec, vconcat: views } as TopLevelSpec)
      : undefined;
  }
  return widerView(spec, delta);
}

function widerView<T extends object>(view: T, delta: number): T | undefined {
  const width = 'width' in view ? view.width : undefined;
  return typeof width === 'number' && width + delta > 40 ? { ...view, width: width + delta } : undefined;
}
