/** One run of Vega: a compiled specification laid out, measured and written as SVG. */
import '../bounds/bounded-vega.ts';
import type { Loader, View } from 'vega';
import type { Literal } from '../shape/placeholders.ts';
import { vega } from '../vega-bundle.ts';
import type { CompiledSpec } from './compile-cached.ts';
import { expressions } from './expressions.ts';
import { measureText } from './measure-text.ts';
import { VegaLog } from './vega-log.ts';

declare module 'vega' {
  const textMetrics: { width: (item: { fontSize?: number }, text: unknown) => number };
  const setRandom: (random: () => number) => void;
  const randomLCG: (seed: number) => () => number;
}

// Without a canvas Vega guesses 0.8 em a character, and Chinese labels run into each other.
vega.textMetrics.width = (item, text) => measureText(String(text ?? ''), item.fontSize ?? 11);

/** A mark of the scene graph; items of groups hold marks in turn. */
interface SceneGroup {
  marktype: string;
  name?: string;
  items: { items?: SceneGroup[] }[];
}

export class VegaView {
  readonly #compiled: CompiledSpec;
  readonly #log = new VegaLog();
  readonly #view: View;

  constructor(compiled: CompiledSpec) {
    this.#compiled = compiled;
    const { logger } = this.#log;
    this.#view = new vega.View(compiled.dataflow, {
      renderer: 'none',
      loader: refusingLoader,
      logger,
      expr: expressions,
    });
  }

  /** Lays out; again after signals were set. Throws where an expression failed: Vega would draw on, and half a chart is none. */
  async run(signals: Record<string, Literal> = {}): Promise<void> {
    for (const [name, value] of Object.entries(signals)) this.#view.signal(name, value);
    // The width of a panel is no reason for Vega to measure the whole again.
    this.#view.resize();
    // Bootstrapped intervals and samples draw lots: the same ones for every chart.
    vega.setRandom(vega.randomLCG(1));
    await this.#view.runAsync();
    this.#throwError();
  }

  /** Pixels of the whole drawing. */
  get width(): number {
    const { left = 0, right = 0 } = this.#view.padding() as { left?: number; right?: number };
    // What Vega itself sizes the SVG by; no public method tells.
    const { _viewWidth: inner } = this.#view as unknown as { _viewWidth: number };
    return Math.ceil(Math.max(0, inner + left + right));
  }

  get warnings(): string[] {
    return [...new Set([...this.#compiled.warnings, ...this.#log.warnings])];
  }

  async toSvg(): Promise<string> {
    const svg = await this.#view.toSVG();
    this.#throwError();
    return svg;
  }

  #throwError(): void {
    const [error] = this.#log.errors;
    if (this.#log.bound) throw this.#log.bound;
    if (error !== undefined) throw new Error(error);
  }

  /** Everything drawn: how many items there are, and the name of the mark that has most of them. */
  countItems(): { items: number; name: string } {
    let [items, most, name] = [0, 0, ''];
    const groups = [(this.#view.scenegraph() as unknown as { root: SceneGroup }).root];
    for (let group = groups.pop(); group; group = groups.pop()) {
      items += group.items.length;
      if (group.marktype !== 'group' && group.items.length > most)
        [most, name] = [group.items.length, group.name ?? ''];
      if (group.marktype === 'group') for (const item of group.items) groups.push(...(item.items ?? []));
    }
    return { items, name };
  }

  /** At most `limit` rows that the first marks stand for. */
  listRows(limit: number): Record<string, unknown>[] {
    const { source } = this.#compiled;
    if (source === undefined) return [];
    // Vega's own fields are symbols, which copying leaves behind.
    return (this.#view.data(source) as Record<string, unknown>[]).slice(0, limit).map((row) => ({ ...row }));
  }

  close(): void {
    this.#view.finalize();
  }
}

/** Nothing is loaded, whatever a specification says. */
const refuseLoading = () => Promise.reject(new Error('a chart loads nothing'));
const refusingLoader = {
  options: {},
  load: refuseLoading,
  sanitize: refuseLoading,
  http: refuseLoading,
  file: refuseLoading,
} as unknown as Loader;
