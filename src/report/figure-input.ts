import type { Language } from '../base/language.ts';
import { nearest } from '../base/nearest.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { GoalRow } from '../base/series.ts';
import type { ChartInput, ChartTable, PanelForm } from '../charts/input.ts';
import type { ChartKind, Lack, Source } from '../charts/kind.ts';
import { isKind, type Kind, kinds } from '../charts/kinds/index.ts';
import type { BlockUse } from '../markdown/uses.ts';
import { problem } from '../problems/problem.ts';
import { tagSchemas } from '../schema/tags.ts';
import type { BookValue } from './book.ts';
import { figureTable, pickedColumns, type TableData, tableValues } from './figure-table.ts';
import { splitNames, unknownValue } from './names.ts';
import { type ImageShelf, readPageImage } from './page-image.ts';
import { findSource } from './tables.ts';
import type { SettledValues } from './values.ts';

export interface FigureData extends TableData {
  values: Record<string, BookValue>;
  goals: GoalRow[];
  language: Language;
  /** Names that have no value because of a problem told already. */
  broken: readonly string[];
  narrow: SettledValues['narrow'];
  images?: ImageShelf;
}

/** Attributes that every kind takes; the kind's own are in its `props`. */
const common = new Set(['kind', 'id', 'caption', 'wide']);

/** What a `<Figure>` draws, or why it cannot. */
export async function figureInput(
  use: BlockUse,
  name: Kind,
  data: FigureData,
): Promise<{ input: ChartInput; of: string[] } | { problems: Problem[] }> {
  const kind = kinds[name];
  const wrong = wrongProps(use, name, kind);
  if (wrong.length > 0) return { problems: wrong };
  const { language, goals } = data;
  const of = splitNames(use.props.of ?? '');
  const { at } = use.props;
  const input: ChartInput = { language, values: [], goals: [], ...(at !== undefined && { at: Number(at) }) };
  const source = sourceOf(kind, of, data);
  const odd = strangeProps(use, name, source);
  if (odd.length > 0) return { problems: odd };
  if (source === 'goals') input.goals = goals;
  if (source === 'values') {
    const found = await Promise.all(of.map((one) => askedValue(one, use, data)));
    const problems = found.flatMap((one) => (Array.isArray(one) ? one : []));
    const values = found.flatMap((one) => (Array.isArray(one) ? [] : [one]));
    if (problems.length > 0 || values.length < of.length) return { problems };
    input.values = values.map((value) => ({ ...value, label: value.label ?? value.name }));
  }
  if (source === 'table') {
    if (of.some((one) => data.broken.includes(one))) return { problems: [] };
    const problems = await fillTable(input, use, kind, data);
    if (problems.length > 0) return { problems };
  }
  const second = await secondTable(use, data);
  if (Array.isArray(second)) return { problems: second };
  if (second) input.second = second;
  const panel = panelForm(use);
  if (typeof panel === 'object') return { problems: [panel] };
  if (panel) input.panel = panel;
  const page = await pageImage(use, data);
  if (page && 'severity' in page) return { problems: [page] };
  if (page) input.page = page;
  const lack = kind.lacks(input);
  const fault = second && lack?.name === second.name ? 'second' : 'of';
  return lack ? { problems: [lackProblem(lack, placeOf(use, fault))] } : { input, of };
}

/** What `of` names, among what the kind takes. */
function sourceOf({ sources }: ChartKind, of: readonly string[], data: FigureData): Source {
  if (sources.includes('goals') && of[0] === 'goals') return 'goals';
  const known = (name: string) => data.values[name] !== undefined || data.broken.includes(name);
  const isTable = of.length === 1 && !known(of[0]!) && findSource(of[0]!, data) !== undefined;
  if (sources.includes('table') && (isTable || !sources.includes('values'))) return 'table';
  return sources.find((one) => one === 'values') ?? sources[0]!;
}

/** Attributes that narrow values do nothing to a table, and the other way round. */
function strangeProps(use: BlockUse, kind: Kind, source: Source): Problem[] {
  const unused = { values: ['x', 'y', 'group'], table: ['by', 'from'], goals: ['x', 'y', 'group'] }[source];
  const all = Object.keys(kinds[kind].props.shape).filter((prop) => !unused.includes(prop));
  return unused
    .filter((prop) => use.props[prop] !== undefined)
    .map((prop) =>
      problem('figure-prop', use.propPlaces[prop] ?? use.place, { kind, name: prop, all: all.join('、') }),
    );
}

/** The rows themselves for kinds that draw rows, else the columns as values. */
async function fillTable(
  input: ChartInput,
  use: BlockUse,
  kind: ChartKind,
  data: FigureData,
): Promise<Problem[]> {
  const table = await figureTable(use, data);
  if (Array.isArray(table)) return table;
  const { picked, problems: unknown } = pickedColumns(table, use);
  if (unknown.length > 0) return unknown;
  input.table = { ...table, picked };
  if (!kind.sources.includes('values')) return [];
  const values = tableValues(table, use, data.language);
  if (values.problems.length === 0) input.values = values.values;
  return values.problems;
}

function placeOf({ place, propPlaces }: BlockUse, fault: 'of' | 'second'): Place {
  const { of, events, layout } = propPlaces;
  return (fault === 'of' ? of : (events ?? layout)) ?? place;
}

/** What `panel` names, as a form of small panels. */
function panelForm({ props, propPlaces, place }: BlockUse): PanelForm | Problem | undefined {
  const { panel: name } = props;
  if (name === undefined) return undefined;
  const form = isKind(name) ? kinds[name].panel : undefined;
  if (typeof form === 'string') return form;
  const all = (Object.keys(kinds) as Kind[]).filter((kind) => typeof kinds[kind].panel === 'string');
  const params = { name, all: all.join('、'), near: nearest(name, all), ...(form && { why: form }) };
  return problem('figure-panel', propPlaces.panel ?? place, params);
}

function pageImage({ props, propPlaces, place }: BlockUse, { images }: FigureData) {
  return props.page === undefined || !images
    ? undefined
    : readPageImage(props.page, propPlaces.page ?? place, images);
}

/** The table that `events` or `layout` names. */
async function secondTable(use: BlockUse, data: FigureData): Promise<ChartTable | Problem[] | undefined> {
  const prop = (['events', 'layout'] as const).find((one) => use.props[one] !== undefined);
  if (prop === undefined) return undefined;
  const of = use.props[prop]!;
  if (data.broken.includes(of)) return [];
  const place = use.propPlaces[prop];
  return figureTable({ ...use, props: { of }, propPlaces: place ? { of: place } : {} }, data);
}

/** The value as it stands, or asked again where the tag narrows it. */
async function askedValue(name: string, use: BlockUse, data: FigureData): Promise<BookValue | Problem[]> {
  const place = use.propPlaces.of ?? use.place;
  const value = data.values[name];
  if (!value) return unknownValue(name, data, place);
  const { by, from, to, where } = use.props;
  const asked = { ...(by && { by: splitNames(by) }), from, to, where };
  const key = (['where', 'from', 'to', 'by'] as const).find((one) => asked[one] !== undefined);
  return key ? data.narrow(name, asked, use.propPlaces[key] ?? use.place) : value;
}

function wrongProps(use: BlockUse, name: Kind, kind: ChartKind): Problem[] {
  const taken = Object.keys(kind.props.shape);
  const all = taken.join('、');
  // What no figure has is told by the tag's own check.
  const known = Object.keys(tagSchemas.Figure.props.shape);
  const odd = Object.keys(use.props).filter(
    (prop) => known.includes(prop) && !common.has(prop) && !taken.includes(prop),
  );
  if (odd.length > 0)
    return odd.map((prop) =>
      problem('figure-prop', use.propPlaces[prop] ?? use.place, { kind: name, name: prop, all }),
    );
  const own = Object.fromEntries(Object.entries(use.props).filter(([prop]) => !common.has(prop)));
  const { error } = kind.props.safeParse(own);
  if (!error) return [];
  if (error.issues.some(({ path }) => path[0] === 'at'))
    return [problem('figure-limit', use.propPlaces.at ?? use.place, { found: use.props.at ?? '' })];
  const found = use.props.of ?? '';
  const expected = kind.sources[0] === 'goals' ? 'goals' : (splitNames(found)[0] ?? '新增用户');
  return [problem('figure-of', use.propPlaces.of ?? use.place, { kind: name, found, expected })];
}

function lackProblem({ why, name, text = '' }: Lack, place: Place): Problem {
  const params = { name, text };
  return problem(`figure-${why}`, place, params);
}

export function unknownKind(use: BlockUse): Problem {
  const name = use.props.kind ?? '';
  const known = Object.keys(kinds);
  const params = { name, near: nearest(name, known), all: known.join('、') };
  return problem('unknown-kind', use.propPlaces.kind ?? use.place, params);
}
