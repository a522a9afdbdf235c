/**
 * A fixture for each encoding, format, form of numbers and days, and refusal: `fixtures/intake/<case>/` are the files of a
 * report, and `expected.txt` in it lists the tables as they are read, row by row, and the problems found.
 * A missing list is written, except in CI. Files that must be large are made here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import * as xlsx from '@e965/xlsx';
import { describe, expect, onTestFinished, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import type { Engine, EngineTable } from '../data/engine.ts';
import { openEngine } from '../data/open-engine.ts';
import { dateFormats } from '../source/cells/date-formats.ts';
import { numberFormats } from '../source/cells/number-formats.ts';
import { timestampFormats } from '../source/cells/timestamp-formats.ts';
import { readTables } from '../source/read-tables.ts';
import { fixtures } from './copied-course.ts';

const folder = join(fixtures, 'intake');
const cases = readdirSync(folder).sort();

const largeFiles: Record<string, () => Record<string, string | Uint8Array>> = {
  'refused-gzip-bomb': () => ({ 'a.csv.gz': gzipSync(Buffer.alloc(210_000_000)) }),
  'refused-huge-cell': () => ({ 'a.csv': `x,y\n1,${'字'.repeat(100_001)}\n3,4\n` }),
  'refused-zip-bomb': () => {
    const book = xlsx.utils.book_new();
    const rows = Array.from({ length: 30 }, () => ['0'.repeat(32_000)]);
    for (let sheet = 0; sheet < 250; sheet++)
      xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), `s${sheet}`);
    return { 'a.xlsx': xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) };
  },
};

async function readCase(name: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'fupan-intake-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const data = join(root, 'data/r');
  await mkdir(data, { recursive: true });
  await cp(join(folder, name), data, { recursive: true });
  await rm(join(data, 'expected.txt'), { force: true });
  for (const [file, content] of Object.entries(largeFiles[name]?.() ?? {}))
    await writeFile(join(data, file), content);
  const source = await readTables(root, 'r');
  const { engine, problems } = await openEngine(source.tables, { zone: 'Asia/Shanghai' });
  const tables: string[] = [];
  for (const table of engine.tables) tables.push(await formatTable(engine, table));
  engine.close();
  const problemLines = [...source.problems, ...problems].map(
    ({ place, severity, id, what, cure }) =>
      `${formatPlace(place).replace('data/r/', '')} ${severity} ${id}\n  ${what.zh}\n  ${cure.zh}\n`,
  );
  return [...tables, ...problemLines].join('');
}

async function formatTable(engine: Engine, table: EngineTable): Promise<string> {
  const { name, known, encoding, sheet, columns } = table;
  const about = [known ? 'known' : 'free', encoding, sheet].filter((word) => word !== undefined).join(', ');
  const head = columns.map((column) => [column.name, column.type, column.unit].join(' ').trim()).join(' | ');
  const { rows } = await engine.query(`select * from "${name}"`);
  const lines = rows.map((row) => columns.map((column) => JSON.stringify(row[column.name])).join(' | '));
  return `${name} (${about})\n${[head, ...lines].map((line) => `  ${line}\n`).join('')}`;
}

describe('intake', () => {
  test.each(cases)('%s', async (name) => {
    const found = await readCase(name);
    const file = join(folder, name, 'expected.txt');
    const expected = await readFile(file, 'utf8').catch(() => undefined);
    if (expected === undefined && !process.env.CI) await writeFile(file, found);
    else expect(found).toBe(expected);
  });
});

const forms = Object.entries({ number: numberFormats, date: dateFormats, instant: timestampFormats }).flatMap(
  ([kind, table]) =>
    table.map(({ name, examples }) => ({ name: `${kind}-${name.replaceAll(' ', '-')}`, examples })),
);

test.each(forms)('$name has all examples of its form', ({ name, examples }) => {
  expect(cases).toContain(name);
  const files = readdirSync(join(folder, name)).filter((file) => file.endsWith('.csv'));
  const cells = files.flatMap((file) =>
    readFileSync(join(folder, name, file), 'utf8').split(/"(.*?)"|[,\n]/),
  );
  for (const [text] of examples) expect(cells).toContain(text);
});
