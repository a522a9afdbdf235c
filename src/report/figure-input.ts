import type { Language } from '../base/language.ts';
import { nearest } from '../base/nearest.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { GoalRow } from '../base/series.ts';
import type { ChartInput } from '../charts/input.ts';
import type { ChartKind, Lack } from '../charts/kind.ts';
import { type Kind, kinds } from '../charts/kinds/index.ts';
import type { BlockUse } from '../markdown/uses.ts';
import { problem } from '../problems/problem.ts';
import { tagSchemas } from '../schema/tags.ts';
import type { BookValue } from './book.ts';
import { splitNames, unknownValue } from './names.ts';
import type { SettledValues } from './values.ts';

export interface FigureData {
  values: Record<string, BookValue>;
  goals: GoalRow[];
  language: Language;
  /** Names that have no value because of a problem told already. */
  broken: readonly string[];
  narrow: SettledValues['narrow'];
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
  const of = splitNames(use.props.of ?? '');
  const { language, goals } = data;
  const input: ChartInput = { language, values: [], goals: kind.source === 'goals' ? goals : [] };
  if (kind.source === 'values') {
    const found = await Promise.all(of.map((one) => askedValue(one, use, data)));
    const problems = found.flatMap((one) => (Array.isArray(one) ? one : []));
    const values = found.flatMap((one) => (Array.isArray(one) ? [] : [one]));
    if (problems.length > 0 || values.length < of.length) return { problems };
    input.values = values.map((value) => ({ ...value, label: value.label ?? value.name }));
  }
  const lack = kind.lacks(input);
  return lack ? { problems: [lackProblem(lack, use.propPlaces.of ?? use.place)] } : { input, of };
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
  if (kind.props.safeParse(own).success) return [];
  const found = use.props.of ?? '';
  const expected = kind.source === 'goals' ? 'goals' : (splitNames(found)[0] ?? '新增用户');
  return [problem('figure-of', use.propPlaces.of ?? use.place, { kind: name, found, expected })];
}

function lackProblem({ why, name, text = '' }: Lack, place: Place): Problem {
  switch (why) {
    case 'needs-time':
      return problem('figure-needs-time', place, { name });
    case 'needs-parts':
      return problem('figure-needs-parts', place, { name });
    case 'needs-two-arms':
      return problem('figure-needs-two-arms', place, { name, text });
    case 'needs-counts':
      return problem('figure-needs-counts', place, { name });
    case 'too-many-series':
      return problem('figure-too-many-series', place, { name, text });
    case 'empty':
      return problem('figure-empty', place, { name });
  }
}

export function unknownKind(use: BlockUse): Problem {
  const name = use.props.kind ?? '';
  const known = Object.keys(kinds);
  const params = { name, near: nearest(name, known), all: known.join('、') };
  return problem('unknown-kind', use.propPlaces.kind ?? use.place, params);
}
