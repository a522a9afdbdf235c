import type { Language } from '../base/language.ts';
import { nearest } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import type { Rows } from '../base/series.ts';
import type { SourceText } from '../base/source-text.ts';
import { readYaml, type YamlText } from '../base/yaml-text.ts';
import { pathOfQuote } from '../charts/blame.ts';
import { DrawingLimitError } from '../charts/drawing-errors.ts';
import { grammarFaults } from '../charts/grammar.ts';
import { timeLocale } from '../charts/locale.ts';
import { fillData, hasOwnColours, readOwnSpec } from '../charts/own.ts';
import { publishedSpec } from '../charts/published.ts';
import type { BlockUse } from '../markdown/uses.ts';
import { problem } from '../problems/problem.ts';
import { chartWords } from '../words/charts.ts';
import { findData, type NamedRows } from './chart-data.ts';
import { drawingProblem, type FigureContext, type Settled } from './drawn.ts';
import { drawnTable } from './drawn-table.ts';
import { faultProblem, limitProblem, refusalProblem } from './own-problems.ts';
import { type Drawings, drawAll, dressAll } from './pictures.ts';

/** A `<Chart>`: the team's own Vega-Lite specification. */
export async function settleChart(use: BlockUse, id: string, context: FigureContext): Promise<Settled> {
  const source = findSpec(use, context.specs);
  if ('severity' in source) return { problems: [source] };
  const yaml = readYaml(source);
  if (yaml.data === undefined || yaml.errors.length > 0) return { problems: syntaxProblems(yaml, source) };
  const own = readOwnSpec(yaml.data);
  if (own.refusals.length > 0) return { problems: own.refusals.map((one) => refusalProblem(one, yaml)) };
  const faults = grammarFaults(yaml.data);
  if (faults.length > 0) return { problems: faults.map((fault) => faultProblem(fault, yaml)) };
  const { tables, problems } = await findData(own, yaml, context);
  if (!tables || problems.length > 0) return { problems };
  const placeOf = (message: string) => yaml.placeOf(pathOfQuote(yaml.data, message));
  try {
    const rows = Object.fromEntries(tables.map(({ name, rows: all }) => [name, all]));
    const spec = fillData(withLocale(own.spec, context.language), rows);
    const asked = { group: `chart ${id}`, wide: use.props.wide === 'yes', rows: true };
    const drawings = await drawAll(() => spec, context, asked);
    const warnings = drawings.text.warnings.map((message) =>
      problem('chart-spec-warning', placeOf(message), { message }),
    );
    return {
      figure: { ...figureOf(use, id, drawings, tables, context.language), spec: publishedSpec(spec) },
      problems: warnings,
    };
  } catch (error) {
    const tooMuch = error instanceof DrawingLimitError ? limitProblem(error, yaml) : undefined;
    return { problems: [tooMuch ?? drawingProblem(error, placeOf(String(error)), 'chart-spec-invalid')] };
  }
}

const specName = (file: string) => file.replace(/^.*\//, '').replace(/\.vl\.(ya?ml|json)$/, '');

function findSpec(use: BlockUse, specs: readonly SourceText[]): SourceText | Problem {
  const name = specName(use.props.spec ?? '');
  const found = specs.find((spec) => specName(spec.file) === name);
  if (found) return found;
  const known = specs.map((spec) => specName(spec.file));
  const folder = specs[0]?.file.replace(/\/[^/]*$/, '') ?? 'data/…/charts';
  const params = { name, near: nearest(name, known), all: known.join('、'), folder };
  return problem('chart-unknown', use.propPlaces.spec ?? use.place, params);
}

function syntaxProblems({ errors }: YamlText, { file }: SourceText): Problem[] {
  if (errors.length === 0)
    return [problem('chart-spec-invalid', { file, line: 1, column: 1 }, { message: 'YAML' })];
  return errors.map(({ place, message }) => problem('yaml-syntax', place, { message }));
}

/** Month names of the axes; those a team writes itself stand. */
function withLocale(spec: Record<string, unknown>, language: Language): Record<string, unknown> {
  const time = timeLocale[language];
  if (!time) return spec;
  const config = typeof spec.config === 'object' ? spec.config : {};
  return { ...spec, config: { locale: { time }, ...config } };
}

function figureOf(use: BlockUse, id: string, drawings: Drawings, tables: NamedRows[], language: Language) {
  const { text: drawing } = drawings;
  const words = chartWords[language];
  const caption = use.props.caption ?? use.props.spec ?? '';
  const data = drawnTable(drawing, tables, language);
  const told = words.sentence([
    words.data(data.rows.length),
    ...extremes(drawing.rows ?? [], data, language),
  ]);
  const alternative = [words.picture(words.ownChart, caption), told].join(language === 'zh' ? '' : ' ');
  const light = hasOwnColours(drawing.svg);
  const pictures = dressAll(drawings, { id, title: caption, description: alternative, light });
  const of = tables.map((table) => table.name);
  return { ...pictures, id, kind: 'chart', caption, finding: '', alternative, data, of };
}

/** Where the last column of numbers is highest and lowest, named by the other columns. */
function extremes(drawn: Record<string, unknown>[], { columns, rows }: Rows, language: Language): string[] {
  const at = columns.findLastIndex((column) => column.align === 'right');
  const column = columns[at];
  const order = drawn
    .map((row, i) => ({ i, value: column ? row[column.name] : null }))
    .filter((one): one is { i: number; value: number } => typeof one.value === 'number')
    .sort((a, b) => b.value - a.value);
  const [top, bottom] = [order[0], order.at(-1)];
  if (!column || !top || !bottom || top.value === bottom.value) return [];
  const mention = ({ i }: { i: number }) => {
    const row = rows[i] ?? [];
    return { at: row.filter((_, j) => j !== at).join(' '), text: row[at] ?? '' };
  };
  return [chartWords[language].extremes(column.label, mention(top), mention(bottom))];
}
