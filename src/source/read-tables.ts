import type { Language } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';
import { findNameFault, foldFileName, toFileName } from '../base/safety/file-name.ts';
import type { SourceTable } from '../base/source-table.ts';
import type { StepMemory } from '../files/step-memory.ts';
import { createProblem } from '../problems/catalog.ts';
import { createReadProblem } from '../problems/read-problem.ts';
import { findKnownTable } from '../schema/tables/known-tables.ts';
import { type FileNotes, ownTable, type TablesFile } from '../schema/tables-file.ts';
import { withNotes } from './apply-notes.ts';
import type { FileTables, ReadOptions } from './build-source-table.ts';
import { type DataFile, listDataFiles } from './data-files.ts';
import { getFileStem } from './match-known-table.ts';
import { largeFileBytes, readFileTables } from './read-file.ts';
import { checkNoteNames, readNotes } from './read-notes.ts';
import { dropRepeatedRows } from './rows/repeated-rows.ts';

interface TableOptions {
  language?: Language;
  large?: number;
  /** Remembers the tables of files that are what they were. */
  memory?: StepMemory;
}

/**
 * Reads the tables a team handed in: `data/<report>/*.csv|tsv|json|geojson|yaml|xlsx|parquet`.
 * Tables come in order of name; a table with problems is there as far as it could be read. CSV files of more than `large`
 * bytes are only looked at here, and read when they are loaded.
 */
export async function readTables(
  root: string,
  report: string,
  { language = 'zh', large = largeFileBytes, memory }: TableOptions = {},
): Promise<FileTables> {
  const folder = `data/${report}`;
  const { files, problems } = await listDataFiles(root, folder);
  // A folder that is a link, or held: nothing in it is looked for.
  if (problems.some(({ place }) => place.file === folder)) return { tables: [], problems };
  const notes = await readNotes(root, folder);
  // Without its encodings and header rows every file might be read as another: only the cause is told.
  if (notes.isUnread) return { tables: [], problems: [...notes.problems, ...problems] };
  const names = files.map((file) => file.name);
  const all: Problem[] = [
    ...notes.problems,
    ...problems,
    ...checkNoteNames(notes, [], Object.keys(notes.files), names),
  ];
  const tables: SourceTable[] = [];
  const reading = { language, large, taken: collectNamedTables(files, notes.files) };
  for (const file of files) {
    const found = await readAgain(file, notes.files[file.name] ?? {}, reading, memory).catch(
      (error: unknown) => ({
        tables: [],
        problems: [createReadProblem(error, file.file, file.absolute)],
      }),
    );
    const noted = withNotes(notes, file, found);
    const single = noted.tables.map(dropRepeatedRows);
    tables.push(...single.map(({ table }) => table));
    all.push(...found.problems, ...noted.problems, ...single.flatMap(({ problems: told }) => told));
  }
  memory?.sweep('file ');
  const unique = selectUniqueTables(tables);
  return { tables: unique.tables, problems: [...all, ...unique.problems] };
}

/** The tables of a file, from memory where nothing that they depend on has changed. */
async function readAgain(
  file: DataFile,
  notes: FileNotes,
  reading: ReadOptions,
  memory: StepMemory | undefined,
): Promise<FileTables> {
  if (!memory) return readFileTables(file, notes, reading);
  const { taken, ...rest } = reading;
  const digest = await memory.files.digest(file.absolute);
  const key = JSON.stringify([digest, file, notes, rest, [...taken].sort()]);
  const found = await memory.remember(`file ${file.file}`, key, () => readFileTables(file, notes, reading));
  // As reading does: the next file is no table that is there already.
  for (const { known, name } of found.tables) if (known) taken.add(name);
  return found;
}

/** Known tables that a file is called after, or that tables.yaml says it is: no other file takes their place. */
function collectNamedTables(files: readonly DataFile[], notes: TablesFile): Set<string> {
  const names = files.map(({ name }) => {
    const declared = notes[name]?.table;
    return declared && declared !== ownTable ? declared : findKnownTable(getFileStem(name))?.name;
  });
  return new Set(names.filter((name) => name !== undefined));
}

/**
 * Every table is a file to download, by its name: one that no system carries is left out. Neither SQL nor every disk knows
 * case: `Orders.csv` and `orders.json` would be one table. The first keeps the name.
 */
function selectUniqueTables(tables: readonly SourceTable[]): FileTables {
  const taken = new Map<string, SourceTable>();
  const problems: Problem[] = [];
  for (const table of tables) {
    const place = { file: table.file, ...(table.sheet && { cell: `${table.sheet}!A1` }) };
    const fault = findNameFault(`${table.name}.csv`);
    const first = taken.get(foldFileName(table.name));
    if (fault) {
      const safe = toFileName(table.name, 'table');
      problems.push(createProblem('table-file-name', place, { table: table.name, fault, safe }));
    } else if (!first) taken.set(foldFileName(table.name), table);
    else {
      problems.push(createProblem('duplicate-table-name', place, { table: table.name, other: first.file }));
    }
  }
  const sorted = [...taken.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { tables: sorted, problems };
}
