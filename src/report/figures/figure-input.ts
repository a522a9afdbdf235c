import type { Language } from '../../base/language.ts';
import { suggestNames } from '../../base/names/suggest-names.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { GoalRow } from '../../base/value-series.ts';
import type { ChartInput, ChartTable, PanelForm } from '../../charts/input.ts';
import type { ChartKind, FigureSource, InputError } from '../../charts/kind.ts';
import { isKind, type Kind, kinds } from '../../charts/kinds/kinds.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';
import { createProblem } from '../../problems/catalog.ts';
import { tagSchemas } from '../../schema/tag-schemas.ts';
import type { BookValue } from '../book.ts';
import { getPropPlace, splitNames } from '../manuscript/tag-props.ts';
import { type FigureRegistry, withLook } from '../registry/figure-look.ts';
import { nameChartRows } from '../registry/name-cells.ts';
import { findSource } from '../tables/report-tables.ts';
import { createUnknownValueProblems } from '../text/value-names.ts';
import type { BuiltValues } from '../values/build-values.ts';
import { buildColumnValues, readFigureTable, resolvePickedColumns, type TableData } from './figure-table.ts';
import { describeObserved } from './observed.ts';
import { type ImageFiles, readPageImage } from './read-page-image.ts';

export interface FigureData extends TableData, FigureRegistry {
  values: Record<string, BookValue>;
  goals: GoalRow[];
  language: Language;
  /** Names that have no value because of a problem reported already. */
  broken: readonly string[];
  filterValue: BuiltValues['filterValue'];
  images?: ImageFiles;
  /** What the series of values are split by. */
  dimensions?: Readonly<Record<string, readonly string[]>>;
}

/** Attributes that every kind takes; the kind's own are in its `props`. */
const commonProps = new Set(['kind', 'id', 'caption', 'wide']);

/** What a `<Figure>` draws, all of it plain data; `of`: the names that it is made of. */
export interface ResolvedFigure {
  input: ChartInput;
  of: string[];
}

/** What a `<Figure>` draws, or why it cannot. */
export async function resolveFigureInput(
  use: BlockTagUse,
  name: Kind,
  data: FigureData,
): Promise<ResolvedFigure | { problems: Problem[] }> {
  const kind = kinds[name];
  const wrong = validateProps(use, name, kind);
  if (wrong.length > 0) return { problems: wrong };
  const { language, goals } = data;
  const of = splitNames(use.props.of ?? '');
  const { at } = use.props;
  const input: ChartInput = {
    language,
    values: [],
    goals: [],
    ...(at !== undefined && { limit: Number(at) }),
  };
  const source = resolveSource(kind, of, data);
  const odd = findIgnoredProps(use, name, source);
  if (odd.length > 0) return { problems: odd };
  if (source === 'goals') input.goals = goals;
  if (source === 'values') {
    const found = await Promise.all(of.map((one) => resolveValue(one, use, data)));
    const problems = found.flatMap((one) => (Array.isArray(one) ? one : []));
    const values = found.flatMap((one) => (Array.isArray(one) ? [] : [one]));
    if (problems.length > 0 || values.length < of.length) return { problems };
    input.values = values.map((value) => {
      const observed = describeObserved(value);
      return { ...value, label: value.label ?? value.name, ...(observed && { observed }) };
    });
  }
  if (source === 'table') {
    if (of.some((one) => data.broken.includes(one))) return { problems: [] };
    const problems = await fillTable(input, use, kind, data);
    if (problems.length > 0) return { problems };
  }
  const second = await readSecondTable(use, data);
  if (Array.isArray(second)) return { problems: second };
  if (second) input.secondTable = second;
  const panel = resolvePanelForm(use);
  if (typeof panel === 'object') return { problems: [panel] };
  if (panel) input.panel = panel;
  const page = await loadPageImage(use, data);
  if (page && 'severity' in page) return { problems: [page] };
  if (page) input.page = page;
  const inputError = kind.validate(input);
  const culprit = second && inputError?.name === second.name ? 'second' : 'of';
  return inputError
    ? { problems: [toInputProblem(inputError, getAttributePlace(use, culprit))] }
    : { input: withLook(input, findGroupColumn(use, input, data), data), of };
}

/** The column that groups come from, as the tag or the first of its values says it. */
function findGroupColumn(
  { props: { by } }: BlockTagUse,
  { table, values }: ChartInput,
  { dimensions = {} }: FigureData,
): string | undefined {
  const split = by === undefined ? dimensions[values[0]?.name ?? ''] : splitNames(by);
  return table ? table.picked?.group : split?.[1];
}

/** What `of` names, among what the kind takes. */
function resolveSource({ sources }: ChartKind, of: readonly string[], data: FigureData): FigureSource {
  if (sources.includes('goals') && of[0] === 'goals') return 'goals';
  const isKnown = (name: string) => data.values[name] !== undefined || data.broken.includes(name);
  const isTable = of.length === 1 && !isKnown(of[0]!) && findSource(of[0]!, data) !== undefined;
  if (sources.includes('table') && (isTable || !sources.includes('values'))) return 'table';
  return sources.find((one) => one === 'values') ?? sources[0]!;
}

/** Attributes that filter values do nothing to a table, and the other way round. */
function findIgnoredProps(use: BlockTagUse, kind: Kind, source: FigureSource): Problem[] {
  const unused = { values: ['x', 'y', 'group'], table: ['by', 'from'], goals: ['x', 'y', 'group'] }[source];
  const all = Object.keys(kinds[kind].props.shape).filter((prop) => !unused.includes(prop));
  return unused
    .filter((prop) => use.props[prop] !== undefined)
    .map((prop) =>
      createProblem('figure-prop', getPropPlace(use, prop), {
        kind,
        name: prop,
        all: all.join('、'),
      }),
    );
}

/** The rows themselves for kinds that draw rows, else the columns as values. */
async function fillTable(
  input: ChartInput,
  use: BlockTagUse,
  kind: ChartKind,
  data: FigureData,
): Promise<Problem[]> {
  const table = await readFigureTable(use, data);
  if (Array.isArray(table)) return table;
  const { picked, problems: unknown } = resolvePickedColumns(table, use);
  if (unknown.length > 0) return unknown;
  input.table = { ...nameChartRows(table, data.registry), picked };
  if (!kind.sources.includes('values')) return [];
  const values = buildColumnValues(table, use, data);
  if (values.problems.length === 0) input.values = values.values;
  return values.problems;
}

function getAttributePlace({ place, propPlaces }: BlockTagUse, prop: 'of' | 'second'): Place {
  const { of, events, layout } = propPlaces;
  return (prop === 'of' ? of : (events ?? layout)) ?? place;
}

/** What `panel` names, as a form of small panels. */
function resolvePanelForm({ props, propPlaces, place }: BlockTagUse): PanelForm | Problem | undefined {
  const { panel: name } = props;
  if (name === undefined) return undefined;
  const form = isKind(name) ? kinds[name].panel : undefined;
  if (typeof form === 'string') return form;
  const all = (Object.keys(kinds) as Kind[]).filter((kind) => typeof kinds[kind].panel === 'string');
  const params = { name, ...suggestNames(name, all), ...(form && { why: form }) };
  return createProblem('figure-panel', propPlaces.panel ?? place, params);
}

function loadPageImage({ props, propPlaces, place }: BlockTagUse, { images }: FigureData) {
  return props.page === undefined || !images
    ? undefined
    : readPageImage(props.page, propPlaces.page ?? place, images);
}

/** The table that `events` or `layout` names. */
async function readSecondTable(
  use: BlockTagUse,
  data: FigureData,
): Promise<ChartTable | Problem[] | undefined> {
  const prop = (['events', 'layout'] as const).find((one) => use.props[one] !== undefined);
  if (prop === undefined) return undefined;
  const of = use.props[prop]!;
  if (data.broken.includes(of)) return [];
  const place = use.propPlaces[prop];
  return readFigureTable({ ...use, props: { of }, propPlaces: place ? { of: place } : {} }, data);
}

/** The value as it stands, or computed again where the tag filters it. */
async function resolveValue(
  name: string,
  use: BlockTagUse,
  data: FigureData,
): Promise<BookValue | Problem[]> {
  const place = getPropPlace(use, 'of');
  const value = data.values[name];
  if (!value) return createUnknownValueProblems(name, data, place);
  const { by, from, to, where } = use.props;
  const filters = { ...(by && { by: splitNames(by) }), from, to, where };
  const key = (['where', 'from', 'to', 'by'] as const).find((one) => filters[one] !== undefined);
  return key ? data.filterValue(name, filters, getPropPlace(use, key)) : value;
}

function validateProps(use: BlockTagUse, name: Kind, kind: ChartKind): Problem[] {
  const taken = Object.keys(kind.props.shape);
  const all = taken.join('、');
  // What no figure has is a problem of the tag's own check.
  const known = Object.keys(tagSchemas.Figure.props.shape);
  const odd = Object.keys(use.props).filter(
    (prop) => known.includes(prop) && !commonProps.has(prop) && !taken.includes(prop),
  );
  if (odd.length > 0)
    return odd.map((prop) =>
      createProblem('figure-prop', getPropPlace(use, prop), { kind: name, name: prop, all }),
    );
  const own = Object.fromEntries(Object.entries(use.props).filter(([prop]) => !commonProps.has(prop)));
  const { error } = kind.props.safeParse(own);
  if (!error) return [];
  if (error.issues.some(({ path }) => path[0] === 'at'))
    return [createProblem('figure-limit', getPropPlace(use, 'at'), { found: use.props.at ?? '' })];
  const found = use.props.of ?? '';
  const expected = kind.sources[0] === 'goals' ? 'goals' : (splitNames(found)[0] ?? '新增用户');
  return [createProblem('figure-of', getPropPlace(use, 'of'), { kind: name, found, expected })];
}

function toInputProblem({ why, name, text = '' }: InputError, place: Place): Problem {
  const params = { name, text };
  return createProblem(`figure-${why}`, place, params);
}

const kindTitles = Object.fromEntries(Object.entries(kinds).map(([name, { title }]) => [name, title.zh]));

export function createUnknownKindProblem(use: BlockTagUse): Problem {
  const name = use.props.kind ?? '';
  const known = Object.keys(kinds);
  const params = { name, ...suggestNames(name, known, kindTitles) };
  return createProblem('unknown-kind', getPropPlace(use, 'kind'), params);
}
