import { expect, test } from 'vitest';
import { z } from 'zod';
import { tablesFile } from './tables-file.ts';

function undescribed(node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties = {}, additionalProperties } = node as {
    properties?: Record<string, { description?: string }>;
    additionalProperties?: unknown;
  };
  return [
    ...Object.entries(properties).flatMap(([key, inner]) => [
      ...(inner.description ? [] : [`${path}.${key}`]),
      ...undescribed(inner, `${path}.${key}`),
    ]),
    ...undescribed(additionalProperties, `${path}.*`),
  ];
}

test('every key of tables.yaml is described', () => {
  const schema = z.toJSONSchema(tablesFile);
  expect(undescribed(schema, '')).toEqual([]);
  expect(JSON.stringify(schema)).toContain('headerRow');
});

test('unknown keys are refused, in a file, a sheet and a column', () => {
  for (const notes of [
    { titel: 'x' },
    { sheets: { SEM: { encoding: 'gbk' } } },
    { columns: { a: { lable: 'x' } } },
  ]) {
    expect(tablesFile.safeParse({ 'a.csv': notes }).success).toBe(false);
  }
  expect(tablesFile.safeParse({ 'a.csv': { table: 'orders', headerRow: 2 } }).success).toBe(true);
});
