import { z } from 'zod';
import { nearest } from '../base/nearest.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { problem } from './problem.ts';

/** Where the parts of the checked text stand. */
export interface Places {
  placeOf: (path: readonly PropertyKey[]) => Place;
  placeOfKey: (path: readonly PropertyKey[]) => Place;
}

/** Turns what zod found into problems an author understands: unknown, missing or wrong keys. */
export function schemaProblems(
  error: z.ZodError,
  schema: z.ZodType,
  data: unknown,
  places: Places,
): Problem[] {
  return error.issues.flatMap(nearestForm).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownKey(schema, [...issue.path, key], places));
    }
    const key = issue.path.map(String).join('.') || '—';
    const description = describe(schema, issue.path);
    if (issue.code === 'invalid_type' && valueAt(data, issue.path) === undefined) {
      return [problem('missing-key', places.placeOf(issue.path.slice(0, -1)), { key, description })];
    }
    const found = JSON.stringify(valueAt(data, issue.path)) ?? '—';
    return [
      problem('bad-key', places.placeOf(issue.path), { key, found, expected: description || issue.message }),
    ];
  });
}

/** Where several forms are allowed and the author clearly took one, what is wrong with that one. */
function nearestForm(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const within = (one: z.core.$ZodIssue) => one.path.length > 0 || one.code === 'unrecognized_keys';
  const taken = issue.errors.find((form) => form.length > 0 && form.every(within));
  return taken?.map((one) => ({ ...one, path: [...issue.path, ...one.path] })) ?? [issue];
}

function unknownKey(schema: z.ZodType, path: PropertyKey[], places: Places): Problem {
  const key = String(path.at(-1));
  const all = keysAt(schema, path.slice(0, -1));
  const near = nearest(key, all);
  return problem('unknown-key', places.placeOfKey(path), { key, near, all: all.join('、') });
}

function keysAt(schema: z.ZodType, path: PropertyKey[]): string[] {
  const found = schemaAt(schema, path);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

function describe(schema: z.ZodType, path: PropertyKey[]): string {
  for (let length = path.length; length > 0; length--) {
    const meta = schemaAt(schema, path.slice(0, length), true)?.meta();
    if (meta?.description) return meta.description;
  }
  return '';
}

/** The schema of the part at `path`; `wrapped` keeps optional and default, where the description is. */
function schemaAt(schema: z.ZodType, path: PropertyKey[], wrapped = false): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const step of path) {
    const inner: z.ZodType | undefined = at && unwrap(at);
    if (inner instanceof z.ZodObject) at = inner.shape[String(step)] as z.ZodType | undefined;
    else if (inner instanceof z.ZodArray) at = inner.element as z.ZodType;
    else if (inner instanceof z.ZodRecord) at = inner.valueType as z.ZodType;
    else return undefined;
  }
  return wrapped || !at ? at : unwrap(at);
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodUnion) return unwrap(schema.options[0] as z.ZodType);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  return schema;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let at = data;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return at;
}
