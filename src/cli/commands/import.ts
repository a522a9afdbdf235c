import { join } from 'node:path';
import type { Problem } from '../../base/problem.ts';
import { makeFolder } from '../../files/door.ts';
import { findKnownTable, knownTables } from '../../schema/tables/known-tables.ts';
import { ownTable } from '../../schema/tables-file.ts';
import { type Context, type ExitCode, UsageError } from '../command.ts';
import { formatCommandLine } from '../command-line.ts';
import { describePiece } from '../import/describe-piece.ts';
import {
  findImportFile,
  type ImportFile,
  type ImportPiece,
  readImportPieces,
} from '../import/import-pieces.ts';
import { writeSourceNotes } from '../import/source-notes.ts';
import { findConflicts, writeImportPiece } from '../import/write-import.ts';
import { printProblems } from '../output/print-problems.ts';
import { hasErrors } from '../problem-groups.ts';
import { suggestNearest } from '../suggest-nearest.ts';
import { listFolders } from '../workspace/report-folders.ts';

/**
 * Reads files as a report would, and writes each of their tables into `data/<report>/` as UTF-8 CSV. All files are
 * read before the first is written; with an error in one of them, none is.
 */
export async function run(context: Context): Promise<ExitCode> {
  const { root, words, terminal, format } = context;
  const report = await resolveReport(context);
  const files = await resolveFiles(context);
  const folder = `data/${report}`;
  const { pieces, problems } = await readImportPieces(files, folder, context);
  if ((context.as || context.names) && pieces.length > 1) throw new UsageError(words.importing.oneTable);
  const groups = [{ report, title: '', problems }];
  const sound = !hasErrors(groups);
  if (format === 'text')
    for (const piece of pieces) terminal.print(describePiece(piece, sound, { ...context, report }));
  if (problems.length > 0 || format !== 'text') printProblems(groups, context);
  if (!sound) return refuseImport(listHints(problems, pieces, context), context);
  const { conflicts, unchanged } = await findConflicts(root, folder, pieces, context);
  if (conflicts.length > 0) return refuseImport(conflicts, context);
  await makeFolder(root, folder);
  const changed = pieces.filter((piece) => !unchanged.has(piece));
  for (const piece of changed) await writeImportPiece(root, piece);
  const notes = await writeSourceNotes(root, folder, changed, words);
  if (format === 'text') printWrittenFiles(pieces, unchanged, notes, report, context);
  return 0;
}

function refuseImport(reasons: readonly string[], { terminal, words }: Context): ExitCode {
  for (const line of reasons) terminal.printError(line);
  terminal.printError(words.importing.refused);
  return 1;
}

/** What the command itself can be told about a problem whose cure is else written into tables.yaml. */
function listHints(
  problems: readonly Problem[],
  pieces: readonly ImportPiece[],
  { words }: Context,
): string[] {
  const ids = new Set(problems.map(({ id }) => id));
  const failed = problems.filter(({ severity }) => severity === 'error').map(({ place }) => place.cell);
  const sheets = new Set(pieces.flatMap(({ table }) => table.sheet ?? []));
  const sound = [...sheets].filter((sheet) => !failed.some((cell) => cell?.startsWith(`${sheet}!`)));
  return [
    ...(ids.has('unclear-encoding') || ids.has('not-utf8') ? [words.importing.encodingHint] : []),
    ...(ids.has('date-order') ? [words.importing.orderHint] : []),
    ...(sound.length > 0 && failed.every((cell) => cell !== undefined)
      ? [words.importing.sheetHint(sound.join(','))]
      : []),
  ];
}

function printWrittenFiles(
  pieces: readonly ImportPiece[],
  unchanged: ReadonlySet<ImportPiece>,
  notes: string | undefined,
  report: string,
  context: Context,
): void {
  const { terminal, words } = context;
  for (const piece of pieces) {
    const { target } = piece;
    terminal.print(unchanged.has(piece) ? words.importing.unchanged(target) : words.written(target));
  }
  if (notes) terminal.print(words.importing.entry(notes));
  terminal.print(words.importing.next(formatCommandLine(context, 'check', report)));
}

async function resolveReport(context: Context): Promise<string> {
  const { root, report, words } = context;
  const names = await listFolders(join(root, 'content/reports'));
  const otherwise =
    names.length > 0
      ? words.importing.needReport(names.join(' / '))
      : words.importing.needFirstReport(formatCommandLine(context, 'new', words.name));
  if (report === undefined) throw new UsageError(otherwise);
  if (names.includes(report)) return report;
  throw new UsageError(words.importing.noReport(report), suggestNearest(words, report, names, { otherwise }));
}

async function resolveFiles(context: Context): Promise<ImportFile[]> {
  const { files, as, words } = context;
  const example = formatCommandLine(context, 'import', words.importing.exampleFile, '--report', 'team-1');
  if (files.length === 0) throw new UsageError(words.importing.needFiles(example));
  if (as !== undefined && as.toLowerCase() !== ownTable && !findKnownTable(as)) {
    const hint = suggestNearest(words, as, Object.keys(knownTables));
    throw new UsageError(words.importing.unknownTable(as), hint);
  }
  if ((as ?? context.names) !== undefined && files.length > 1) throw new UsageError(words.importing.oneTable);
  const found: ImportFile[] = [];
  for (const typed of files) {
    const file = await findImportFile(typed, context.from);
    if (!file) throw new UsageError(words.importing.noFile(typed));
    found.push(file);
  }
  return found;
}
