import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isMap, parseDocument, stringify } from 'yaml';
import { knownTable } from '../schema/tables/registry.ts';
import type { FileNotes } from '../schema/tables-file.ts';
import { tablesFile } from '../schema/tables-file.ts';
import type { CommandWords } from '../words/commands.ts';
import { UsageError } from './command.ts';
import type { Piece } from './import-read.ts';

/** What a clean CSV file no longer needs to be said of it. */
const settled = ['encoding', 'separator', 'headerRow', 'dateOrder', 'sheets'] as const;

/**
 * Notes in `tables.yaml` what each table is and where it is from. New entries go to the end and nothing else is
 * touched; an entry that is there keeps what its team wrote. Gives the file when it was written.
 */
export async function noteSources(
  root: string,
  folder: string,
  pieces: readonly Piece[],
  words: CommandWords,
): Promise<string | undefined> {
  if (pieces.length === 0) return undefined;
  const file = `${folder}/tables.yaml`;
  const before = await readFile(join(root, file), 'utf8').catch(() => '');
  let text = before;
  for (const piece of pieces) text = withEntry(text, basename(piece.target), entryOf(piece, words));
  await writeFile(join(root, file), text);
  return file;
}

function entryOf({ file, table }: Piece, words: CommandWords): FileNotes {
  const from = basename(file.typed) + (table.sheet ? `!${table.sheet}` : '');
  const encoding = table.encoding?.toUpperCase() ?? '';
  const units = unitsOf(table).map(([name, unit]) => [name, { unit }] as const);
  return {
    title: table.title,
    source: words.importing.source(from, encoding),
    ...(units.length > 0 && { columns: Object.fromEntries(units) }),
  };
}

/** Units that a row below the names gave, of columns that no schema knows. */
export function unitsOf({ name, known, columns }: Piece['table']): [string, string][] {
  const schema = known ? knownTable(name)?.schema.columns : undefined;
  return columns
    .filter((column) => column.unit && !schema?.[column.name])
    .map((column) => [column.name, column.unit]);
}

/** `text` with the entry; throws UsageError when the file is no sound tables.yaml. */
export function withEntry(text: string, name: string, entry: FileNotes): string {
  const document = parseDocument(text);
  if (document.errors[0]) throw new UsageError(`tables.yaml: ${document.errors[0].message}`);
  const { contents } = document;
  if (contents === null || (isMap(contents) && !contents.has(name) && !contents.flow)) {
    const gap = text === '' || text.endsWith('\n') ? '' : '\n';
    const appended = `${text}${gap}${stringify({ [name]: entry }, { lineWidth: 0 })}`;
    if (tablesFile.safeParse(parseDocument(appended).toJS()).success) return appended;
  }
  for (const key of settled) if (document.hasIn([name, key])) document.deleteIn([name, key]);
  for (const [key, value] of Object.entries(entry)) {
    if (key === 'source' || !document.hasIn([name, key])) document.setIn([name, key], value);
  }
  return document.toString({ lineWidth: 0 });
}
