import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatPlace } from '../base/place.ts';
import type { SourceTable } from '../base/source-table.ts';
import { readTables } from './read-tables.ts';

export type Files = Record<string, string | Uint8Array>;

/** For tests: the tables of a report whose `data/r/` holds the files, and what is told as `place id`. */
export async function readFiles(files: Files) {
  const root = await mkdtemp(join(tmpdir(), 'fupan-test-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(root, 'data/r', name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
    const { tables, problems } = await readTables(root, 'r');
    const told = problems.map((one) => `${formatPlace(one.place).replace('data/r/', '')} ${one.id}`);
    return { tables, told, problems };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

export const getRows = (table: SourceTable | undefined) =>
  table?.content.kind === 'rows' ? table.content.rows : undefined;

export const describeColumns = (table: SourceTable | undefined) =>
  table?.columns.map(({ name, type }) => `${name}:${type}`);
