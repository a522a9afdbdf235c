import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceTable } from '../base/source-table.ts';
import { csvText } from '../data/download.ts';
import type { Piece } from './import-read.ts';

/**
 * A table as UTF-8 CSV, with a byte order mark (without it Excel takes Chinese for GBK): names of the schema where a
 * column is known, values as they were read. Undefined for a file that is copied as it is.
 */
export function cleanCsv({ columns, content }: SourceTable): string | undefined {
  if (content.kind !== 'rows') return undefined;
  return `\uFEFF${csvText([columns.map(({ name }) => name), ...content.rows])}`;
}

export async function writePiece(root: string, { file, table, target }: Piece): Promise<void> {
  const text = cleanCsv(table);
  const path = join(root, target);
  if (text === undefined) await copyFile(file.absolute, path);
  else await writeFile(path, text);
}
