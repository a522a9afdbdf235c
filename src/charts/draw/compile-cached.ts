/** How a specification is drawn, as Vega's dataflow: compiled and parsed once for all charts of a shape. */
import type { Mark, Runtime } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import type { Literal } from '../shape/placeholders.ts';
import { SpecTemplate } from '../shape/spec-template.ts';
import { isSameLiteral, type SpecShape, splitSpec } from '../shape/split-spec.ts';
import { buildThemeConfig } from '../theme.ts';
import { vega, vegaLite } from '../vega-bundle.ts';
import { VegaLog } from './vega-log.ts';

/** Vega's descriptions of axes and legends are English, long, and would be thrown away. */
const { axis, legend, ...theme } = buildThemeConfig();
const config = { ...theme, axis: { ...axis, aria: false }, legend: { ...legend, aria: false } };

/** Ready to be drawn until the next specification is compiled: those of one shape share their dataflow. */
export interface CompiledSpec {
  dataflow: Runtime;
  /** Set of data that the first marks stand for. */
  source: string | undefined;
  warnings: readonly string[];
  /**
   * Signals to set for this drawing to become that of `spec`; undefined where it has to be compiled anew.
   */
  findSignalChanges: (spec: object) => Record<string, Literal> | undefined;
}

interface Compilation {
  dataflow: Runtime;
  source: string | undefined;
  warnings: readonly string[];
}

interface CachedCompilation extends Compilation {
  template: SpecTemplate;
}

/** Shapes in the order of their last use; a course has a few dozen. */
const cachedByShape = new Map<string, CachedCompilation>();
const mostKnown = 100;

/** Throws what Vega-Lite throws at a wrong specification. */
export function compileCached(spec: TopLevelSpec): CompiledSpec {
  const shape = splitSpec(spec);
  const found = cachedByShape.get(shape.key);
  if (found) {
    cachedByShape.delete(shape.key);
    cachedByShape.set(shape.key, found);
    found.template.fill(shape.literals);
    return toCompiledSpec(found, shape, found.template);
  }
  const made = compileShape(shape);
  if (!made) return toCompiledSpec(compileSpec(spec), shape, undefined);
  cachedByShape.set(shape.key, made);
  if (cachedByShape.size > mostKnown) cachedByShape.delete(cachedByShape.keys().next().value!);
  made.template.fill(shape.literals);
  return toCompiledSpec(made, shape, made.template);
}

function toCompiledSpec(
  made: Compilation,
  { key, literals }: SpecShape,
  template: SpecTemplate | undefined,
): CompiledSpec {
  const findSignalChanges = (spec: object) => {
    const wanted = splitSpec(spec);
    if (!template || wanted.key !== key) return undefined;
    const signals: Record<string, Literal> = {};
    for (const [i, literal] of wanted.literals.entries()) {
      if (isSameLiteral(literal, literals[i])) continue;
      const names = template.findSignals(i);
      if (!names) return undefined;
      for (const name of names) signals[name] = literal;
    }
    return signals;
  };
  return { dataflow: made.dataflow, source: made.source, warnings: made.warnings, findSignalChanges };
}

/** Undefined where a literal decides something, or makes something else than itself: the chart is compiled as it is. */
function compileShape({ placeholderSpec, placeholders }: SpecShape): CachedCompilation | undefined {
  try {
    const made = compileSpec(placeholderSpec as TopLevelSpec);
    const template = new SpecTemplate(made.dataflow, placeholders);
    return template.isWhole && made.warnings.length === 0 ? { ...made, template } : undefined;
  } catch {
    // What is wrong is to be told of the chart itself.
    return undefined;
  }
}

function compileSpec(spec: TopLevelSpec): Compilation {
  const log = new VegaLog();
  const compiled = vegaLite.compile(structuredClone(spec), { config, logger: log.logger }).spec;
  const dataflow = vega.parse(compiled);
  return { dataflow, source: findSource(compiled.marks ?? []), warnings: log.warnings };
}

function findSource(marks: readonly Mark[]): string | undefined {
  for (const mark of marks) {
    const { from } = mark;
    if (from && 'facet' in from && from.facet) return from.facet.data;
    const inner = mark.type === 'group' ? findSource(mark.marks ?? []) : undefined;
    const name = inner ?? (from && 'data' in from ? from.data : undefined);
    if (name !== undefined) return name;
  }
  return undefined;
}
