import { expect, test } from 'vitest';
import { sampleBook } from '../test/sample-book.ts';
import { dataPackage } from './datapackage.ts';

test('a data package after Frictionless 2.0: required keys, types and patterns of the profiles', () => {
  const described = dataPackage(sampleBook());
  expect(described.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
  expect(described.created).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
  expect(described.resources.map(({ name, path }) => [name, path])).toEqual([
    ['events', 'data/events.csv'],
    ['users', 'data/users.csv'],
  ]);
  const allowed = ['string', 'number', 'integer', 'boolean', 'date', 'datetime'];
  for (const { schema, path } of described.resources) {
    // Neither absolute nor up: "url-or-path" of the specification.
    expect(path).not.toMatch(/^[/.]|\.\./);
    expect(schema.fields.length).toBeGreaterThan(0);
    for (const { name, type } of schema.fields) {
      expect(name).not.toBe('');
      expect(allowed).toContain(type);
    }
  }
});

test('known columns bring their constraints, unknown ones none', () => {
  const [events, users] = dataPackage(sampleBook()).resources;
  expect(events?.schema.fields[0]).toMatchObject({ name: 'user_id', constraints: { required: true } });
  expect(users?.schema.fields[0]).not.toHaveProperty('constraints');
});
