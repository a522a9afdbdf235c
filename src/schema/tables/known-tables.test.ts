import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contentTables } from './content-tables.ts';
import { goalTables } from './goal-tables.ts';
import { buildRowSchema, findKnownTable, knownTables } from './known-tables.ts';
import { promotionTables } from './promotion-tables.ts';
import { serviceTables } from './service-tables.ts';
import { teamTables } from './team-tables.ts';
import { tradeTables } from './trade-tables.ts';
import { userTables } from './user-tables.ts';

describe.each(Object.entries(knownTables))('%s', (name, schema) => {
  test('is told in both languages', () => {
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(schema.id).toMatch(/^T\d\d$/);
    for (const text of [schema.title, schema.meaning]) {
      expect(text.zh).not.toBe('');
      expect(text.en).not.toBe('');
    }
  });

  test('describes every column', () => {
    for (const [column, { label, description }] of Object.entries(schema.columns)) {
      expect(column).toMatch(/^[a-z][a-z0-9_]*$/);
      for (const text of [label, description]) {
        expect(text.zh).not.toBe('');
        expect(text.en).not.toBe('');
      }
    }
    const json = z.toJSONSchema(buildRowSchema(schema)) as {
      properties: Record<string, { description?: string }>;
    };
    for (const property of Object.values(json.properties)) expect(property.description).toBeTruthy();
  });

  test('no header means two columns', () => {
    const headers = Object.entries(schema.columns).flatMap(([column, { aliases }]) => [
      ...new Set([column, ...aliases]),
    ]);
    expect(headers.filter((header, at) => headers.indexOf(header) !== at)).toEqual([]);
  });

  test('relations are about its own columns', () => {
    const columns = Object.keys(schema.columns);
    for (const { low, high } of schema.relations)
      expect(columns).toEqual(expect.arrayContaining([low, high]));
  });
});

test('a known name may be written in capitals', () => {
  expect(findKnownTable('Orders')?.name).toBe('orders');
  expect(findKnownTable('toString')).toBeUndefined();
});

test('a row schema refuses what a column may not hold', () => {
  const row = buildRowSchema(knownTables.goals);
  const goal = { kpi: '新增用户', direction: 'higher', unit: '人', target: 1000 };
  expect(row.safeParse(goal).success).toBe(true);
  expect(row.safeParse({ ...goal, direction: 'up' }).success).toBe(false);
});

test('numbers go from T01 without a gap; parts of one thing may share theirs', () => {
  const ids = [...new Set(Object.values(knownTables).map(({ id }) => id))].sort();
  expect(ids).toEqual(ids.map((_, at) => `T${String(at + 1).padStart(2, '0')}`));
});

test('no name of a table stands in two families', () => {
  const families = [
    userTables,
    tradeTables,
    promotionTables,
    contentTables,
    serviceTables,
    teamTables,
    goalTables,
  ];
  const names = families.flatMap((family) => Object.keys(family));
  expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
  expect(names.sort()).toEqual(Object.keys(knownTables).sort());
});
