/** Draws a Vega-Lite specification as SVG, without a browser, a canvas or a network. */
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Spec } from './kind.ts';
import { textWidth } from './measure.ts';
import { chartWidth, themeConfig } from './theme.ts';
import { tidy } from './tidy.ts';

declare module 'vega' {
  const textMetrics: { width: (item: { fontSize?: number }, text: unknown) => number };
}

// Without a canvas Vega guesses 0.8 em a character, and Chinese labels run into each other.
vega.textMetrics.width = (item, text) => textWidth(String(text ?? ''), item.fontSize ?? 11);

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
}

const mostRows = 200;

/** A chart that would be wider or narrower than the text is laid out again; the second time fits but for axis labels. */
const attempts = 3;

/** `spec` is not changed. Throws what Vega throws at a wrong specification. */
export async function render({ spec, rows = false }: DrawingRequest): Promise<Drawing> {
  let current = structuredClone(spec) as TopLevelSpec;
  let drawing = await draw(current, rows);
  for (let i = 1; i < attempts && drawing.width !== chartWidth; i++) {
    const fitted = widened(current, chartWidth - drawing.width);
    if (!fitted) break;
    current = fitted;
    drawing = await draw(current, rows);
  }
  return drawing;
}

async function draw(spec: TopLevelSpec, rows: boolean): Promise<Drawing> {
  const { logger, warnings, errors } = collector();
  const compiled = compile(structuredClone(spec), { config: themeConfig(), logger }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader: deafLoader, logger });
  try {
    const svg = tidy(await view.toSVG());
    // Vega draws on after an error in an expression; half a chart is none.
    if (errors.length > 0) throw new Error(errors[0]);
    const [, width = '0', height = '0'] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const drawing = { svg, width: Number(width), height: Number(height), warnings };
    return rows ? { ...drawing, rows: drawnRows(view, compiled.marks ?? []) } : drawing;
  } finally {
    view.finalize();
  }
}

function drawnRows(view: vega.View, marks: readonly vega.Mark[]): Record<string, unknown>[] {
  const name = sourceOf(marks);
  if (name === undefined) return [];
  // Vega's own fields are symbols, which copying leaves behind.
  return (view.data(name) as Record<string, unknown>[]).slice(0, mostRows).map((row) => ({ ...row }));
}

function sourceOf(marks: readonly vega.Mark[]): string | undefined {
  for (const mark of marks) {
    const { from } = mark;
    if (from && 'facet' in from && from.facet) return from.facet.data;
    const inner = mark.type === 'group' ? sourceOf(mark.marks ?? []) : undefined;
    const name = inner ?? (from && 'data' in from ? from.data : undefined);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Nothing is loaded, whatever a specification says. */
const refuse = () => Promise.reject(new Error('a chart loads nothing'));
const deafLoader = {
  options: {},
  load: refuse,
  sanitize: refuse,
  http: refuse,
  file: refuse,
} as unknown as vega.Loader;

function collector(): { logger: vega.LoggerInterface; warnings: string[]; errors: string[] } {
  const told: Record<'warnings' | 'errors', string[]> = { warnings: [], errors: [] };
  const logger = vega.logger(vega.Warn, undefined, (_method, level, input) => {
    const text = input.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
    told[level === 'ERROR' ? 'errors' : 'warnings'].push(text);
  });
  return { logger, ...told };
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
