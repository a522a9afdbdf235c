import { extname } from 'node:path';
import type { Problem } from '../base/problem.ts';
import { createProblem } from '../problems/catalog.ts';
import type { FileTables } from './build-source-table.ts';
import type { DataFile } from './data-files.ts';
import type { SniffedFormat } from './sniff-format.ts';

/** What a packed file may unpack to. */
export const unpackedLimit = 200_000_000;

export function toRefusal(why: Problem): FileTables {
  return { tables: [], problems: [why] };
}

export function createUnpackProblem(file: DataFile, why: 'limit' | 'damaged'): Problem {
  const place = { file: file.file };
  return why === 'limit'
    ? createProblem('unpacked-size', place, { limit: unpackedLimit / 1e6 })
    : createProblem('damaged-archive', place, {});
}

export function createFormatProblem(file: DataFile, { kind, cure }: SniffedFormat): Problem {
  return createProblem('disguised-file', { file: file.file }, { kind, cure, extension: extname(file.name) });
}
