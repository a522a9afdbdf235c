import type { z } from 'zod';
import { decodeEntities } from '../../base/decoding.ts';
import { findMeantName, suggestNames } from '../../base/names/suggest-names.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { LineIndex } from '../../base/source-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import { type TagName, type TagSchema, tagSchemas } from '../../schema/tag-schemas.ts';
import type { LexedAttribute, LexedTag, ValueForm } from './tag-lexer.ts';

interface ParsedAttributes {
  props: Record<string, string>;
  propPlaces: Record<string, Place>;
  /** Attributes written wrong or twice, which is reported: their values get no second problem. */
  reported: ReadonlySet<string>;
  /** Every value is known, however it is written. */
  known: boolean;
  /** The tag as it should be written. */
  corrected: string;
}

/** Attributes of a tag as texts; reports those that are not quoted texts and goes on with what was meant. */
export function parseAttributes(
  tag: LexedTag,
  name: TagName,
  lines: LineIndex,
  problems: Problem[],
): ParsedAttributes {
  const props: Record<string, string> = {};
  const propPlaces: Record<string, Place> = {};
  const reported = new Set<string>();
  let known = true;
  const corrected = correctTag(tag, name);
  for (const attribute of tag.attributes) {
    const place = lines.toPlace(attribute.from);
    const found = findFormProblem(attribute, place, corrected);
    const twice = Object.hasOwn(props, attribute.name);
    if (twice) problems.push(createProblem('duplicate-attribute', place, { name: attribute.name }));
    if (found) problems.push(found);
    if (found || twice) reported.add(attribute.name);
    if (unknowableForms.has(attribute.form)) known = false;
    if (twice || attribute.form === 'spread') continue;
    setOwnProperty(props, attribute.name, decodeEntities(attribute.value).trim());
    setOwnProperty(propPlaces, attribute.name, lines.toPlace(attribute.valueFrom));
  }
  return { props, propPlaces, reported, known, corrected };
}

const unknowableForms = new Set<ValueForm>(['computed', 'spread', 'bare']);

/** An attribute may be called `__proto__`. */
function setOwnProperty<T>(record: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

type WrongForm = Exclude<ValueForm, 'quoted'>;

const wrongForms = {
  unquoted: 'attribute-unquoted',
  'full-width': 'attribute-full-width',
  computed: 'attribute-computed',
  spread: 'attribute-computed',
  bare: 'attribute-bare',
  'unclosed-quote': 'attribute-quote-open',
} as const satisfies Record<WrongForm, string>;

function findFormProblem(attribute: LexedAttribute, place: Place, corrected: string): Problem | undefined {
  if (attribute.form === 'quoted') return undefined;
  const written = attribute.form === 'bare' || attribute.form === 'spread' ? '' : attribute.value;
  return createProblem(wrongForms[attribute.form], place, { name: attribute.name, written, corrected });
}

/** `<Value of={x}>` → `<Value of="x" />`. */
function correctTag(tag: LexedTag, name: TagName): string {
  const attributes = tag.attributes
    .filter(({ form }) => form !== 'spread')
    .map(({ name: key, value, form }) => {
      const meant = form === 'computed' ? value.replace(/^\{\s*["'`]?|["'`]?\s*\}$/g, '') : value;
      const text = form === 'bare' ? (key === 'wide' ? 'yes' : '…') : meant;
      return text.includes('"') ? ` ${key}='${text}'` : ` ${key}="${text}"`;
    });
  return `<${name}${attributes.join('')}${tagSchemas[name].position === 'container' ? '>' : ' />'}`;
}

/**
 * The attributes of a tag that its schema accepts, and what is wrong with the others. A wrong one is reported and
 * left out, so that no part of the program meets a value that the schema refuses. `complete`: none of the tag's
 * own attributes is wrong or missing.
 */
export function validateAttributes(
  name: TagName,
  place: Place,
  { props, propPlaces, reported }: ParsedAttributes,
): { props: Record<string, string>; complete: boolean; problems: Problem[] } {
  const schema: TagSchema = tagSchemas[name];
  const issues = schema.props.safeParse(props).error?.issues ?? [];
  const refused = new Map<string, Problem>();
  for (const issue of issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])];
    for (const key of keys.filter((one) => !refused.has(one)))
      refused.set(key, createAttributeProblem(name, key, issue, { place, props, propPlaces }));
  }
  const accepted: Record<string, string> = {};
  for (const [key, value] of Object.entries(props))
    if (!refused.has(key)) setOwnProperty(accepted, key, value);
  const complete = [...refused.keys()].every((key) => !Object.hasOwn(schema.props.shape, key));
  // An attribute that seems to be missing may be one of those written wrong.
  const unreported = [...refused].filter(
    ([key]) => !reported.has(key) && (Object.hasOwn(props, key) || reported.size === 0),
  );
  return { props: accepted, complete, problems: unreported.map(([, problem]) => problem) };
}

function createAttributeProblem(
  tag: TagName,
  name: string,
  issue: z.core.$ZodIssue,
  { place, props, propPlaces }: Pick<ParsedAttributes, 'props' | 'propPlaces'> & { place: Place },
): Problem {
  const schema: TagSchema = tagSchemas[tag];
  const { shape } = schema.props;
  const at = propPlaces[name] ?? place;
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(shape);
    const params = { tag, name, ...suggestNames(name, known) };
    return createProblem('unknown-attribute', at, params);
  }
  const description = shape[name]?.meta()?.description ?? '';
  const written = props[name];
  if (written === undefined)
    return createProblem('missing-attribute', place, { tag, name, description, example: schema.example });
  const near = issue.code === 'invalid_value' ? findMeantName(written, issue.values.map(String)) : undefined;
  return createProblem('bad-attribute', at, { tag, name, written, near, description });
}
