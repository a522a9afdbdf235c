/** Draws a Vega-Lite specification as SVG, without a browser, a canvas or a network. */
import type { TopLevelSpec } from 'vega-lite';
import { mostMarks } from '../bounds/bounds.ts';
import type { Spec } from '../kind.ts';
import { unifySpec } from '../shape/unify-spec.ts';
import { chartWidth } from '../theme.ts';
import { type CompiledSpec, compileCached } from './compile-cached.ts';
import { minifySvg } from './page-svg.ts';
import { VegaView } from './vega-view.ts';

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
const mostAttempts = 3;

/** `spec` is not changed. Throws what Vega throws at a wrong specification. */
export async function renderChart({
  spec,
  rows = false,
  width: fullWidth = chartWidth,
}: DrawingRequest): Promise<Drawing> {
  const laidOut = await layoutToWidth(unifySpec(spec), fullWidth);
  try {
    const svg = minifySvg(await laidOut.toSvg());
    const [, width = '0', height = '0'] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const drawing = { svg, width: Number(width), height: Number(height), warnings: laidOut.warnings };
    return rows ? { ...drawing, rows: laidOut.listRows(mostRows) } : drawing;
  } finally {
    laidOut.close();
  }
}

/** The specification laid out so that it is as wide as asked for, where its plots can be. */
async function layoutToWidth(spec: TopLevelSpec, width: number): Promise<VegaView> {
  let current = spec;
  let compiled = compileCached(current);
  let view = await startView(compiled);
  for (let i = 1; i < mostAttempts && view.width !== width; i++) {
    const wider = widenSpec(current, width - view.width);
    if (!wider) break;
    current = wider;
    const changes = compiled.findSignalChanges(current);
    if (changes) await view.run(changes);
    else {
      view.close();
      compiled = compileCached(current);
      view = await startView(compiled);
    }
  }
  return view;
}

async function startView(compiled: CompiledSpec): Promise<VegaView> {
  const view = new VegaView(compiled);
  try {
    await view.run();
    const { items, name } = view.countItems();
    if (items > mostMarks) throw new TooManyMarksError(items, name);
    return view;
  } catch (error) {
    view.close();
    throw error;
  }
}

/** The specification with `delta` pixels more for its plots; undefined when their width is not a number. */
function widenSpec(spec: TopLevelSpec, delta: number): TopLevelSpec | undefined {
  if ('hconcat' in spec) {
    const share = delta / spec.hconcat.length;
    const views = spec.hconcat.map((view) => widenView(view, share));
    return views.every((view) => view !== undefined)
      ? ({ ...spec, hconcat: views } as TopLevelSpec)
      : undefined;
  }
  if ('vconcat' in spec) {
    const views = spec.vconcat.map((view) => widenView(view, delta));
    return views.every((view) => view !== undefined)
      ? ({ ...spec, vconcat: views } as TopLevelSpec)
      : undefined;
  }
  return widenView(spec, delta);
}

function widenView<T extends object>(view: T, delta: number): T | undefined {
  const width = 'width' in view ? view.width : undefined;
  return typeof width === 'number' && width + delta > 40 ? { ...view, width: width + delta } : undefined;
}
