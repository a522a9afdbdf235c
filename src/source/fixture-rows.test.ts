/** Every CSV file of the fixtures: each of its rows is one of the table, one of names, or one that is told. */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { fixtures } from '../test/copied-course.ts';
import { countLeftOutRows } from './csv/csv-mutations.sample.ts';
import { getRows, readFiles } from './read-files.sample.ts';

const files = globSync('**/*.csv', { cwd: fixtures }).sort();

function parseRecords(text: string, separator: string): string[][] {
  return parse(text, {
    bom: true,
    delimiter: separator,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
}

describe('rows of the fixtures', () => {
  const counted = { files: 0, rows: 0 };

  test.each(files)('%s', async (file) => {
    const bytes = await readFile(join(fixtures, file));
    const notes = await readFile(join(fixtures, dirname(file), 'tables.yaml')).catch(() => undefined);
    const { tables, problems } = await readFiles({
      [basename(file)]: bytes,
      ...(notes && { 'tables.yaml': notes }),
    });
    // What is refused has a place; in another encoding or with another separator csv-parse reads otherwise.
    const isRefused = problems.some(({ severity }) => severity === 'error');
    const [table] = tables;
    if (isRefused || tables.length !== 1 || (table!.encoding ?? 'utf-8') !== 'utf-8') return;
    const text = bytes.toString('utf8');
    const separator = [',', ';', '\t', '|', '，'].find((one) => {
      const [first = []] = parseRecords(text, one).slice(-1);
      return first.length >= table!.columns.length;
    });
    if (separator === undefined || notes) return;
    const records = parseRecords(text, separator);
    const filled = records.filter((row) => row.some((cell) => cell.trim() !== ''));
    const rows = getRows(table)!.length;
    const names = filled.length - rows - countLeftOutRows(problems.filter(({ id }) => id !== 'empty-rows'));
    expect([1, 2]).toContain(names);
    counted.files++;
    counted.rows += rows;
  });

  test('most of them are counted', () => {
    expect(counted.files).toBeGreaterThan(100);
    expect(counted.rows).toBeGreaterThan(300);
  });
});
