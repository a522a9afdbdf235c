import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Problem } from '../base/problem.ts';
import { createOddProblem, findOddFile } from '../files/course-file.ts';
import { findOddKind } from '../files/path-guard.ts';
import { createProblem } from '../problems/catalog.ts';
import { isNotFound } from '../problems/error-code.ts';
import { createReadProblem } from '../problems/read-problem.ts';
import { checkFileNames, isUnreadableName } from './file-names.ts';
import type { Packing } from './unpack-bytes.ts';

const formats = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.geojson': 'geojson',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.xlsx': 'workbook',
  '.xls': 'workbook',
  '.parquet': 'parquet',
} as const;

export type DataFormat = (typeof formats)[keyof typeof formats];

/** A file with data, not yet read. */
export interface DataFile {
  /** `orders.csv`. */
  name: string;
  /** From the course root. */
  file: string;
  absolute: string;
  format: DataFormat;
  bytes: number;
  /** Packed as a whole: `orders.csv.gz`. */
  packing?: Packing;
}

/** Files of the folder that are read under these names, and are no tables. */
const settingFiles = ['metrics.yaml', 'tables.yaml'];
/** Files of the folder that are not read at all. */
const ignoredFiles = new Set(['readme.md', 'readme.txt', 'thumbs.db', 'desktop.ini']);

/** What a file is by its name; undefined when it is no data. */
export function detectDataFormat(name: string): Pick<DataFile, 'format' | 'packing'> | undefined {
  const packing = detectPacking(name);
  const inner = packing ? name.slice(0, -packing.length - 1) : name;
  const format = formats[extname(inner).toLowerCase() as keyof typeof formats];
  if (!format || (packing && (format === 'parquet' || format === 'workbook'))) return undefined;
  return { format, ...(packing && { packing }) };
}

/** The data files of a report in order of name. Folders, and files that programs leave behind, are no data. */
export async function listDataFiles(
  root: string,
  folder: string,
): Promise<{ files: DataFile[]; problems: Problem[] }> {
  const base = join(root, folder);
  const odd = findOddFile(root, folder, 'folder');
  if (odd) return { files: [], problems: [odd] };
  const files: DataFile[] = [];
  const entries = await readdir(base, { withFileTypes: true }).catch((error: unknown) =>
    isNotFound(error) ? [] : createReadProblem(error, folder, base),
  );
  if ('id' in entries) return { files, problems: [entries] };
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const problems = checkFileNames(folder, names, settingFiles);
  for (const entry of entries) {
    const { name } = entry;
    const file = `${folder}/${name}`;
    const kind = detectDataFormat(name);
    if (isNoTable(name) || (entry.isDirectory() && !kind)) continue;
    const oddKind = entry.isDirectory() ? 'folder' : findOddKind(entry);
    if (isUnreadableName(name)) problems.push(createProblem('file-name-encoding', { file }, { name }));
    else if (oddKind) problems.push(createOddProblem(file, oddKind));
    else if (!kind) problems.push(createProblem('unsupported-file', { file }, { name }));
    else {
      const absolute = join(base, name);
      const { size } = await stat(absolute);
      files.push({ name, file, absolute, bytes: size, ...kind });
    }
  }
  return { files, problems };
}

/** Whether the engine would take the path for a pattern and read other files. */
export function hasGlobSigns(path: string): boolean {
  return /[[\]*?]/.test(path);
}

/** Settings, notes, and what programs and systems leave behind. */
function isNoTable(name: string): boolean {
  const plain = name.toLowerCase();
  return /^[.~]/.test(name) || settingFiles.includes(plain) || ignoredFiles.has(plain);
}

function detectPacking(name: string): Packing | undefined {
  const extension = extname(name).toLowerCase().slice(1);
  return extension === 'gz' || extension === 'zst' ? extension : undefined;
}
