import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatCsv } from '../../data/csv-export.ts';
import type { ImportPiece } from './import-pieces.ts';

/**
 * A table as UTF-8 CSV, with a byte order mark (without it Excel takes Chinese for GBK): names of the schema where a
 * column is known, values as they were read. Undefined for a file that is copied as it is.
 */
export function toCleanCsv({ table, isMap }: Pick<ImportPiece, 'table' | 'isMap'>): string | undefined {
  const { columns, content } = table;
  if (content.kind !== 'rows' || isMap) return undefined;
  return `\uFEFF${formatCsv([columns.map(({ name }) => name), ...content.rows])}`;
}

export async function writeImportPiece(root: string, piece: ImportPiece): Promise<void> {
  const text = toCleanCsv(piece);
  const path = join(root, piece.target);
  if (text === undefined) await copyFile(piece.file.absolute, path);
  else await writeFile(path, text);
}
