import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { Problem } from '../../base/problem.ts';
import { parseYaml } from '../../base/yaml-text.ts';
import { writeInside } from '../../files/door.ts';
import { resolvePlain } from '../../files/path-guard.ts';
import { isNotFound } from '../../problems/error-code.ts';
import { collectSyntaxProblems } from '../../problems/syntax-problems.ts';
import { findKnownTable } from '../../schema/tables/known-tables.ts';
import { type FileNotes, ownTable, tablesFile } from '../../schema/tables-file.ts';
import type { CommandWords } from '../../words/command-words.ts';
import type { ImportPiece } from './import-pieces.ts';

/** What a clean CSV file no longer needs to be said of it. */
const obsoleteKeys = ['encoding', 'separator', 'headerRow', 'dateOrder', 'sheets'] as const;

/**
 * Notes in `tables.yaml` what each table is and where it is from. New entries go to the end and nothing else is
 * touched; an entry that is there keeps what its team wrote. Gives the file when it was written.
 */
export async function writeSourceNotes(
  root: string,
  folder: string,
  pieces: readonly ImportPiece[],
  words: CommandWords,
): Promise<string | undefined> {
  if (pieces.length === 0) return undefined;
  const file = `${folder}/tables.yaml`;
  let text = await readNotesText(root, file);
  for (const piece of pieces) text = withEntry(text, basename(piece.target), buildEntry(piece, words));
  await writeInside(root, file, text);
  return file;
}

async function readNotesText(root: string, file: string): Promise<string> {
  try {
    return await readFile(resolvePlain(root, file), 'utf8');
  } catch (error) {
    if (isNotFound(error)) return '';
    throw error;
  }
}

/** Why no entry can be added to the notes that are there. */
export async function findNotesProblem(root: string, file: string): Promise<Problem | undefined> {
  return collectSyntaxProblems(parseYaml({ file, text: await readNotesText(root, file) }))[0];
}

function buildEntry({ file, table, isOwn }: ImportPiece, words: CommandWords): FileNotes {
  const from = basename(file.typed) + (table.sheet ? `!${table.sheet}` : '');
  const encoding = table.encoding?.toUpperCase() ?? '';
  const units = listColumnUnits(table).map(([name, unit]) => [name, { unit }] as const);
  return {
    title: table.title,
    source: words.importing.source(from, encoding),
    ...(isOwn && { table: ownTable }),
    ...(units.length > 0 && { columns: Object.fromEntries(units) }),
  };
}

/** Units that a row below the names gave, of columns that no schema knows. */
export function listColumnUnits({ name, known, columns }: ImportPiece['table']): [string, string][] {
  const schema = known ? findKnownTable(name)?.schema.columns : undefined;
  return columns
    .filter((column) => column.unit && !schema?.[column.name])
    .map((column) => [column.name, column.unit]);
}

/** `text`, a sound YAML, with the entry. */
function withEntry(text: string, name: string, entry: FileNotes): string {
  const document = parseDocument(text);
  const { contents } = document;
  if (contents === null || (isMap(contents) && !contents.has(name) && !contents.flow)) {
    const gap = text === '' || text.endsWith('\n') ? '' : '\n';
    const appended = `${text}${gap}${stringify({ [name]: entry }, { lineWidth: 0 })}`;
    if (tablesFile.safeParse(parseDocument(appended).toJS()).success) return appended;
  }
  // A clean file has its names.
  if (isSeq(document.getIn([name, 'columns']))) document.deleteIn([name, 'columns']);
  for (const key of obsoleteKeys) if (document.hasIn([name, key])) document.deleteIn([name, key]);
  for (const [key, value] of Object.entries(entry)) {
    if (key === 'source' || !document.hasIn([name, key])) document.setIn([name, key], value);
  }
  return document.toString({ lineWidth: 0 });
}
