import { expect, test } from 'vitest';
import { z } from 'zod';
import { createSampleBook } from '../../test/sample-book.ts';
import { buildDataPackage } from './data-package.ts';

const text = z.string();
const filled = z.string().min(1);
/** Neither absolute nor up, or an address: "url-or-path" of the standard. */
const urlOrPath = z
  .string()
  .regex(/^((?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*|(http|ftp)s?:\/\/.*)$/);
const types = z.enum(['string', 'number', 'integer', 'boolean', 'date', 'datetime', 'any']);
const limit = z.union([z.number(), text]);

/** What the profiles of version 2.0 require of the properties that we write; others are not allowed here. */
const tableSchema = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
  fields: z
    .array(
      z.strictObject({
        name: filled,
        type: types,
        title: text,
        description: text.optional(),
        // Any further property is allowed; this one is ours.
        unit: filled.optional(),
        constraints: z
          .strictObject({
            required: z.boolean().optional(),
            unique: z.boolean().optional(),
            enum: z.array(z.unknown()).min(1).optional(),
            minimum: limit.optional(),
            maximum: limit.optional(),
          })
          .optional(),
      }),
    )
    .min(1),
  missingValues: z.array(text),
  primaryKey: z.array(filled).min(1).optional(),
});
const resource = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/dataresource.json'),
  name: filled,
  path: urlOrPath,
  type: z.literal('table'),
  title: text,
  description: filled.optional(),
  format: text,
  mediatype: z.string().regex(/^(.+)\/(.+)$/),
  encoding: text,
  // Any further property is allowed; these are ours.
  rows: z.int().min(0),
  leftOut: z.array(filled).min(1).optional(),
  bytes: z.int().min(0),
  hash: z.string().regex(/^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$/),
  sources: z.array(z.strictObject({ title: filled })).min(1),
  dialect: z.strictObject({
    $schema: z.literal('https://datapackage.org/profiles/2.0/tabledialect.json'),
    header: z.boolean(),
    delimiter: text,
    lineTerminator: text,
    quoteChar: text,
    doubleQuote: z.boolean(),
  }),
  schema: tableSchema,
});
const profile = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: filled,
  title: text,
  created: z.iso.datetime(),
  keywords: z.array(text).min(1).optional(),
  contributors: z.array(z.strictObject({ title: text, roles: z.array(text).min(1) })).min(1),
  resources: z.array(resource).min(1),
});

function described() {
  const book = createSampleBook();
  const datasets = book.datasets.map((one, at) => ({
    ...one,
    download: { bytes: 10 + at, sha256: 'ab'.repeat(32), guarded: at },
  }));
  return buildDataPackage({ ...book, datasets });
}

test('as the profiles of datapackage.org/standard 2.0 require: package, resource, dialect, schema', () => {
  const told = described();
  expect(profile.safeParse(told).error?.issues ?? []).toEqual([]);
  expect(new Set(told.resources.map(({ name }) => name)).size).toBe(told.resources.length);
  expect(told.resources.map(({ path }) => path)).toEqual(['data/events.csv', 'data/users.csv']);
  expect(told.resources[0]).toMatchObject({ bytes: 10, hash: `sha256:${'ab'.repeat(32)}` });
  for (const { schema } of told.resources) {
    const names = schema.fields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(schema.primaryKey ?? []));
  }
});

test('cells with an apostrophe before them are told, where there are any', () => {
  const [events, users] = described().resources;
  expect(events).not.toHaveProperty('description');
  expect(users?.description).toMatch(/1 格.*撇号/);
});

test('known columns bring their constraints, unknown ones none', () => {
  const [events, users] = described().resources;
  expect(events?.schema.fields[0]).toMatchObject({ name: 'user_id', constraints: { required: true } });
  expect(users?.schema.fields[0]).not.toHaveProperty('constraints');
});
