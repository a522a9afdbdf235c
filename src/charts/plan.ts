/** How a specification is drawn, as Vega's dataflow: compiled and parsed once for all charts of a shape. */
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { Journal } from './journal.ts';
import { isSame, type Literal, type Shape, shapeOf } from './shape.ts';
import { Template } from './template.ts';
import { themeConfig } from './theme.ts';

/** Vega's descriptions of axes and legends are English, long, and would be thrown away. */
const { axis, legend, ...theme } = themeConfig();
const config = { ...theme, axis: { ...axis, aria: false }, legend: { ...legend, aria: false } };

/** Ready to be drawn until the next plan is asked for: plans of one shape share their dataflow. */
export interface Plan {
  dataflow: vega.Runtime;
  /** Set of data that the first marks stand for. */
  source: string | undefined;
  warnings: readonly string[];
  /**
   * Signals to set for a drawing of this plan to become that of `spec`; undefined where a plan of its own is needed.
   */
  changes: (spec: object) => Record<string, Literal> | undefined;
}

interface Made {
  dataflow: vega.Runtime;
  source: string | undefined;
  warnings: readonly string[];
}

interface Known extends Made {
  template: Template;
}

/** Shapes in the order of their last use; a course has a few dozen. */
const known = new Map<string, Known>();
const mostKnown = 100;

/** Throws what Vega-Lite throws at a wrong specification. */
export function planOf(spec: TopLevelSpec): Plan {
  const shape = shapeOf(spec);
  const found = known.get(shape.key);
  if (found) {
    known.delete(shape.key);
    known.set(shape.key, found);
    found.template.fill(shape.literals);
    return planned(found, shape, found.template);
  }
  const made = make(spec);
  const template = learn(shape, made);
  return planned(made, shape, template);
}

function planned(made: Made, { key, literals }: Shape, template: Template | undefined): Plan {
  const changes = (spec: object) => {
    const wanted = shapeOf(spec);
    if (!template || wanted.key !== key) return undefined;
    const signals: Record<string, Literal> = {};
    for (const [i, literal] of wanted.literals.entries()) {
      if (isSame(literal, literals[i])) continue;
      const names = template.signals(i);
      if (!names) return undefined;
      for (const name of names) signals[name] = literal;
    }
    return signals;
  };
  return { dataflow: made.dataflow, source: made.source, warnings: made.warnings, changes };
}

/** Keeps the template of a shape, if filled with this chart's literals it is what was made of this chart. */
function learn(shape: Shape, made: Made): Template | undefined {
  const { dataflow, warnings } = make(structuredClone(shape.marked) as TopLevelSpec);
  const template = new Template(dataflow, shape.marks);
  template.fill(shape.literals);
  if (warnings.length > 0 || made.warnings.length > 0) return undefined;
  if (JSON.stringify(dataflow) !== JSON.stringify(made.dataflow)) return undefined;
  known.set(shape.key, { ...made, dataflow, template });
  if (known.size > mostKnown) known.delete(known.keys().next().value!);
  return template;
}

function make(spec: TopLevelSpec): Made {
  const journal = new Journal();
  const compiled = compile(structuredClone(spec), { config, logger: journal.logger }).spec;
  const dataflow = vega.parse(compiled);
  return { dataflow, source: sourceOf(compiled.marks ?? []), warnings: journal.warnings };
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
