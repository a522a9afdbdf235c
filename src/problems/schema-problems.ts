import { z } from 'zod';
import { findMeantName, suggestNames } from '../base/names/suggest-names.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { createProblem } from './catalog.ts';
import { findListSlip } from './yaml-slips.ts';

/** Where the parts of the checked text stand. */
interface Places {
  getPlace: (path: readonly PropertyKey[]) => Place;
  getKeyPlace: (path: readonly PropertyKey[]) => Place;
}

/** Turns what zod found into problems an author understands: unknown, missing or wrong keys. */
export function collectSchemaProblems(
  error: z.ZodError,
  schema: z.ZodType,
  data: unknown,
  places: Places,
): Problem[] {
  const issues = error.issues.flatMap(findNearestForm);
  const misspelt = listMeantKeys(issues, schema);
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => createUnknownKeyProblem(schema, [...issue.path, key], places));
    }
    // A key that was misspelt is told once, where it stands.
    if (misspelt.has(issue.path.join(' ')) && getValueAt(data, issue.path) === undefined) return [];
    if (issue.message === 'from-after-to')
      return [createReversedProblem(data, issue.path.slice(0, -1), places)];
    const key = issue.path.map(String).join('.') || '—';
    const description = findDescription(schema, issue.path);
    if (
      ['invalid_type', 'invalid_union', 'invalid_value'].includes(issue.code) &&
      getValueAt(data, issue.path) === undefined
    ) {
      return [createProblem('missing-key', places.getPlace(issue.path.slice(0, -1)), { key, description })];
    }
    const value = getValueAt(data, issue.path);
    if (issue.code === 'invalid_type' && issue.expected === 'array' && typeof value === 'string') {
      const slip = findListSlip(String(issue.path.at(-1)), value);
      return [createProblem('yaml-syntax', places.getPlace(issue.path), { ...slip, more: 0 })];
    }
    const found = JSON.stringify(value) ?? '—';
    return [
      createProblem('bad-key', places.getPlace(issue.path), {
        key,
        found,
        expected: description || issue.message,
      }),
    ];
  });
}

/** Paths of the keys that were meant by those that are not known. */
function listMeantKeys(issues: readonly z.core.$ZodIssue[], schema: z.ZodType): ReadonlySet<string> {
  const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys');
  return new Set(
    unknown.flatMap(({ path, keys }) =>
      keys.map((key) => [...path, findMeantName(key, listKeys(schema, path))].join(' ')),
    ),
  );
}

/** A period whose days are the wrong way round: `{ from: …, to: … }`, or both in one text. */
function createReversedProblem(data: unknown, path: PropertyKey[], places: Places): Problem {
  const written = getValueAt(data, path);
  const [from, to] =
    typeof written === 'string'
      ? written.split('..').map((day) => day.trim())
      : [getValueAt(data, [...path, 'from']), getValueAt(data, [...path, 'to'])].map(String);
  const name = String(getValueAt(data, [...path, 'title']) ?? path.at(-1) ?? '');
  const place = places.getPlace(typeof written === 'string' ? path : [...path, 'to']);
  const swapped = typeof written === 'string' ? `${to}..${from}` : `from: ${to}, to: ${from}`;
  return createProblem('period-reversed', place, { name, from: from ?? '', to: to ?? '', swapped });
}

/** Where several forms are allowed and the author clearly took one, what is wrong with that one. */
function findNearestForm(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const within = (one: z.core.$ZodIssue) => one.path.length > 0 || one.code === 'unrecognized_keys';
  const taken = issue.errors.find((form) => form.length > 0 && form.every(within));
  return taken?.map((one) => ({ ...one, path: [...issue.path, ...one.path] })) ?? [issue];
}

function createUnknownKeyProblem(schema: z.ZodType, path: PropertyKey[], places: Places): Problem {
  const key = String(path.at(-1));
  const all = listKeys(schema, path.slice(0, -1));
  return createProblem('unknown-key', places.getKeyPlace(path), { key, ...suggestNames(key, all) });
}

function listKeys(schema: z.ZodType, path: PropertyKey[]): string[] {
  const found = findSchema(schema, path);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

function findDescription(schema: z.ZodType, path: PropertyKey[]): string {
  for (let length = path.length; length > 0; length--) {
    const meta = findSchema(schema, path.slice(0, length), true)?.meta();
    if (meta?.description) return meta.description;
  }
  return '';
}

/** The schema of the part at `path`; `wrapped` keeps optional and default, where the description is. */
function findSchema(schema: z.ZodType, path: PropertyKey[], wrapped = false): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const step of path) at = at && findPart(at, step);
  return wrapped || !at ? at : unwrapSchema(at);
}

/** The schema of one step into another; of several forms the first that has such a part. */
function findPart(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodUnion) {
    const parts = schema.options.map((option) => findPart(option as z.ZodType, step));
    return parts.find((part) => part !== undefined);
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return findPart(schema.unwrap() as z.ZodType, step);
  if (schema instanceof z.ZodObject) return schema.shape[String(step)] as z.ZodType | undefined;
  if (schema instanceof z.ZodArray)
    return typeof step === 'number' ? (schema.element as z.ZodType) : undefined;
  return schema instanceof z.ZodRecord ? (schema.valueType as z.ZodType) : undefined;
}

function unwrapSchema(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodUnion) return unwrapSchema(schema.options[0] as z.ZodType);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unwrapSchema(schema.unwrap() as z.ZodType);
  }
  return schema;
}

function getValueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let at = data;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return at;
}
