import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvText } from '../data/download.ts';
import type { Piece } from './import-read.ts';

/**
 * A table as UTF-8 CSV, with a byte order mark (without it Excel takes Chinese for GBK): names of the schema where a
 * column is known, values as they were read. Undefined for a file that is copied as it is.
 */
export function cleanCsv({ table, isMap }: Pick<Piece, 'table' | 'isMap'>): string | undefined {
  const { columns, content } = table;
  if (content.kind !== 'rows' || isMap) return undefined;
  return `\uFEFF${csvText([columns.map(({ name }) => name), ...content.rows])}`;
}

export async function writePiece(root: string, piece: Piece): Promise<void> {
  const text = cleanCsv(piece);
  const path = join(root, piece.target);
  if (text === undefined) await copyFile(piece.file.absolute, path);
  else await writeFile(path, text);
}
