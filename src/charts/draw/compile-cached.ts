/** How a specification is drawn, as Vega's dataflow: compiled and parsed once for all charts of a shape. */
import type { Mark, Runtime } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import { buildThemeConfig } from '../theme.ts';
import { vega, vegaLite } from '../vega-bundle.ts';
import { isSameLiteral, type Literal, type SpecShape, SpecTemplate, splitSpec } from './spec-template.ts';
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
  const made = compileSpec(spec);
  const template = cacheTemplate(shape, made);
  return toCompiledSpec(made, shape, template);
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

/** Keeps the template of a shape, if filled with this chart's literals it is what was made of this chart. */
function cacheTemplate(shape: SpecShape, made: Compilation): SpecTemplate | undefined {
  const { dataflow, warnings } = compileSpec(structuredClone(shape.placeholderSpec) as TopLevelSpec);
  const template = new SpecTemplate(dataflow, shape.placeholders);
  template.fill(shape.literals);
  if (warnings.length > 0 || made.warnings.length > 0) return undefined;
  if (JSON.stringify(dataflow) !== JSON.stringify(made.dataflow)) return undefined;
  cachedByShape.set(shape.key, { ...made, dataflow, template });
  if (cachedByShape.size > mostKnown) cachedByShape.delete(cachedByShape.keys().next().value!);
  return template;
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
