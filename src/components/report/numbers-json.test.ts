import { expect, test } from 'vitest';
import { numbersFile } from '../../schema/numbers-file.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import { buildNumbersJson } from './numbers-json.ts';

const book = createSampleBook();
const json = buildNumbersJson(book);

test('numbers.json keeps to its schema and holds every value with the tables it names', () => {
  expect(numbersFile.parse(JSON.parse(JSON.stringify(json)))).toEqual(json);
  expect(json.values.map(({ name }) => name)).toEqual(Object.keys(book.values));
  const tables = new Set(json.tables.map(({ table }) => table));
  for (const value of json.values) for (const name of value.tables) expect(tables).toContain(name);
});

test('rows of test accounts are counted together', () => {
  const [first] = Object.values(createSampleBook().values);
  const tests = [
    { table: 'events', rows: 3 },
    { table: 'users', rows: 2 },
  ];
  const account = {
    table: 'events',
    rows: 90,
    tests,
    filtered: 1,
    undated: 0,
    outside: 4,
    beyond: 0,
    blank: [],
    text: '',
  };
  const values = { 一: { ...first!, lineage: { ...first!.lineage, account } } };
  const [value] = buildNumbersJson({ ...book, values }).values;
  expect(value!.account).toEqual({
    table: 'events',
    rows: 90,
    tests: 5,
    filtered: 1,
    undated: 0,
    outside: 4,
    beyond: 0,
    unknown: 0,
    blank: [],
  });
});
