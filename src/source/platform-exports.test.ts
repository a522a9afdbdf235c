/** 300 exports in the manners of platforms come back as the rows that were put into them. */
import { describe, expect, test } from 'vitest';
import { createDice } from './csv/csv-mutations.sample.ts';
import { manners, writeExport } from './platform-exports.sample.ts';
import { getRows, readFiles } from './read-files.sample.ts';

const seeds = Array.from({ length: 20 }, (_, i) => i + 1);

describe.each(Object.keys(manners))('%s', (name) => {
  test.each(seeds)('export %i', async (seed) => {
    const { file, bytes, names, rows } = writeExport(manners[name]!, createDice(seed * 7919));
    const { tables, problems } = await readFiles({ [file]: bytes });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(tables).toHaveLength(1);
    expect(tables[0]!.columns.map(({ header }) => header.trim())).toEqual(names);
    expect(getRows(tables[0])).toEqual(rows);
  });
});
