import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeCount, makeRank } from '../../base/claims/make-claims.ts';
import { describeClaims } from '../../words/claims/describe-claims.ts';
/** What is wrong with a team's own specification, at the line and column where it is written. */

import type { Language } from '../../base/language.ts';
import { suggestNames } from '../../base/names/suggest-names.ts';
import { findNearestName } from '../../base/nearest-name.ts';
import type { Problem } from '../../base/problem.ts';
import type { SourceText } from '../../base/source-text.ts';
import type { TableRows } from '../../base/value-series.ts';
import { parseYaml, type YamlText } from '../../base/yaml-text.ts';
import { BoundError, mostMarks } from '../../charts/bounds/bounds.ts';
import { DrawingLimitError } from '../../charts/draw/drawing-errors.ts';
import { timeLocale } from '../../charts/draw/time-locale.ts';
import { findExcess } from '../../charts/user-specs/excess.ts';
import { findGrammarErrors } from '../../charts/user-specs/grammar.ts';
import type { Path, SchemaError } from '../../charts/user-specs/json-schema.ts';
import {
  locateBound,
  locateMark,
  locateQuotedText,
  locateRowGrowth,
} from '../../charts/user-specs/locate-error.ts';
import { buildPublishedSpec } from '../../charts/user-specs/published.ts';
import {
  hasCustomColours,
  parseUserSpec,
  type Refusal,
  withDatasets,
} from '../../charts/user-specs/user-spec.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';
import { createProblem } from '../../problems/catalog.ts';
import { collectSyntaxProblems } from '../../problems/syntax-problems.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { grouped } from '../../words/number-words.ts';
import { getPropPlace } from '../manuscript/tag-props.ts';
import { buildDrawnTable, type NamedRows, readChartTables } from './chart-data.ts';
import {
  createExcessProblem,
  type FigureContext,
  type FigureResult,
  toDrawingProblem,
} from './figure-context.ts';
import { type Drawings, drawVariants, withAccessibleNames } from './render-variants.ts';
import { nameUserRows, withNameColours } from './user-chart-look.ts';

/** A `<Chart>`: the team's own Vega-Lite specification. */
export async function buildUserChart(
  use: BlockTagUse,
  id: string,
  context: FigureContext,
): Promise<FigureResult> {
  const source = findSpec(use, context.specs);
  if ('severity' in source) return { problems: [source] };
  const yaml = parseYaml(source);
  const unread = findSyntaxProblems(yaml, source);
  if (unread.length > 0) return { problems: unread };
  const own = parseUserSpec(yaml.data);
  if (own.refusals.length > 0) return { problems: own.refusals.map((one) => toRefusalProblem(one, yaml)) };
  const errors = findGrammarErrors(yaml.data);
  if (errors.length > 0) return { problems: errors.map((one) => toSchemaProblem(one, yaml)) };
  const excess = findExcess(yaml.data);
  if (excess.length > 0)
    return { problems: excess.map((one) => createExcessProblem(one, one.path, yaml.getPlace(one.path))) };
  const { tables: read, problems } = await readChartTables(own, yaml, context);
  if (!read || problems.length > 0) return { problems };
  const tables = nameUserRows(read, own.spec, context);
  const getPlace = (message: string) => yaml.getPlace(locateQuotedText(yaml.data, message));
  try {
    const rows = Object.fromEntries(tables.map(({ name, rows: all }) => [name, all]));
    const spec = withDatasets(withLocale(withNameColours(own.spec, tables, context), context.language), rows);
    const variants = { group: `chart ${id}`, wide: use.props.wide === 'yes', rows: true };
    const drawings = await drawVariants(() => spec, context, variants);
    const warnings = drawings.text.warnings.map((message) =>
      createProblem('chart-spec-warning', getPlace(message), { message }),
    );
    return {
      figure: {
        ...buildChartFigure(use, id, drawings, tables, context.language),
        spec: buildPublishedSpec(spec),
      },
      problems: warnings,
    };
  } catch (error) {
    const tooMuch = toLimitProblem(error, yaml);
    return { problems: [tooMuch ?? toDrawingProblem(error, getPlace(String(error)), 'chart-spec-invalid')] };
  }
}

const getSpecName = (file: string) => file.replace(/^.*\//, '').replace(/\.vl\.(ya?ml|json)$/, '');

function findSpec(use: BlockTagUse, specs: readonly SourceText[]): SourceText | Problem {
  const name = getSpecName(use.props.spec ?? '');
  const found = specs.find((spec) => getSpecName(spec.file) === name);
  if (found) return found;
  const known = specs.map((spec) => getSpecName(spec.file));
  const folder = specs[0]?.file.replace(/\/[^/]*$/, '') ?? 'data/…/charts';
  const params = { name, ...suggestNames(name, known), folder };
  return createProblem('chart-unknown', getPropPlace(use, 'spec'), params);
}

function findSyntaxProblems(yaml: YamlText, { file }: SourceText): Problem[] {
  const problems = collectSyntaxProblems(yaml);
  if (problems.length > 0 || typeof yaml.data === 'object') return problems;
  return [createProblem('chart-spec-invalid', { file, line: 1, column: 1 }, { message: 'YAML' })];
}

/** Month names of the axes; those a team writes itself stand. */
function withLocale(spec: Record<string, unknown>, language: Language): Record<string, unknown> {
  const time = timeLocale[language];
  if (!time) return spec;
  const config = typeof spec.config === 'object' ? spec.config : {};
  return { ...spec, config: { locale: { time }, ...config } };
}

function buildChartFigure(
  use: BlockTagUse,
  id: string,
  drawings: Drawings,
  tables: NamedRows[],
  language: Language,
) {
  const { text: drawing } = drawings;
  const words = chartWords[language];
  const caption = use.props.caption ?? use.props.spec ?? '';
  const data = buildDrawnTable(drawing, tables, language);
  const summary = describeClaims(
    [...makeCount('data', data.rows.length), ...rankMarks(drawing.rows ?? [], data)],
    language,
  );
  const alternative = [words.picture(words.ownChart, caption), summary].join(language === 'zh' ? '' : ' ');
  const light = hasCustomColours(drawing.svg);
  const pictures = withAccessibleNames(drawings, { id, title: caption, description: alternative, light });
  const of = tables.map((table) => table.name);
  return { ...pictures, id, kind: 'chart', caption, finding: '', clauses: [], alternative, data, of };
}

/** Where the last column of numbers is highest and lowest, named by the other columns. */
function rankMarks(marks: Record<string, unknown>[], { columns, rows }: TableRows): Claim[] {
  const at = columns.findLastIndex((column) => column.align === 'right');
  const column = columns[at];
  if (!column) return [];
  const members = marks.flatMap((mark, i): Member[] => {
    const value = mark[column.name];
    const row = rows[i] ?? [];
    const name = row.filter((_, j) => j !== at).join(' ');
    return typeof value === 'number' ? [{ name, value, text: row[at] ?? '', unit: '' }] : [];
  });
  return makeRank(members, { of: column.label }).filter(({ is }) => is === 'rank');
}

const formatPath = (path: Path) => path.join('.');

function toRefusalProblem({ why, path, found }: Refusal, yaml: YamlText): Problem {
  const place = yaml.getPlace(path);
  if (why === 'url')
    return createProblem('chart-url-refused', place, { path: formatPath(path) || '—', found });
  if (why === 'inline') return createProblem('chart-data-inline', place, { path: formatPath(path) || '—' });
  return createProblem('chart-spec-invalid', place, { message: found });
}

/** As many names as an author reads; the nearest is named apart. */
const mostNames = 16;

function toSchemaProblem({ why, path, expected, sorts }: SchemaError, yaml: YamlText): Problem {
  const all = expected.slice(0, mostNames).concat(expected.length > mostNames ? ['…'] : []);
  if (why === 'missing') {
    const place = yaml.getPlace(path);
    return createProblem('chart-spec-missing', place, { path: formatPath(path), name: expected.join('、') });
  }
  if (why === 'key') {
    const name = String(path.at(-1));
    const near = findNearestName(name, expected);
    const params = { path: formatPath(path.slice(0, -1)), name, near, all };
    return createProblem('chart-spec-key', yaml.getKeyPlace(path), params);
  }
  const value = path.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], yaml.data);
  const found = typeof value === 'string' ? value : abbreviateValue(value);
  const near = typeof value === 'string' ? findNearestName(value, expected) : undefined;
  return createProblem('chart-spec-value', yaml.getPlace(path), {
    path: formatPath(path),
    found,
    near,
    all,
    sorts,
  });
}

function abbreviateValue(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function toLimitProblem(error: unknown, yaml: YamlText): Problem | undefined {
  if (error instanceof BoundError) {
    const path = locateBound(yaml.data, error.part);
    return createExcessProblem(error, path, yaml.getPlace(path));
  }
  if (!(error instanceof DrawingLimitError)) return undefined;
  const { limit, message, mark } = error;
  const path = limit === 'marks' ? locateMark(yaml.data, mark) : locateRowGrowth(yaml.data);
  const place = yaml.getPlace(path);
  if (limit !== 'marks') return createProblem('chart-too-slow', place, { path: formatPath(path), message });
  const [marks, most] = [Number(message), mostMarks].map((count) => grouped.format(count));
  return createProblem('chart-too-many-marks', place, {
    path: formatPath(path),
    marks: marks!,
    limit: most!,
  });
}
