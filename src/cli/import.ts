import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nearest } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import { knownTable, knownTables } from '../schema/tables/registry.ts';
import { type Context, type ExitCode, UsageError } from './command.ts';
import { conflictsOf } from './import-conflicts.ts';
import { noteSources } from './import-notes.ts';
import { type ImportFile, importFile, type Piece, readPieces } from './import-read.ts';
import { tellPiece } from './import-tell.ts';
import { writePiece } from './import-write.ts';
import { hasErrors } from './problem-group.ts';
import { foldersOf } from './report-folders.ts';
import { tellProblems } from './tell.ts';

/**
 * Reads files as a report would, and writes each of their tables into `data/<report>/` as UTF-8 CSV. All files are
 * read before the first is written; with an error in one of them, none is.
 */
export async function run(context: Context): Promise<ExitCode> {
  const { root, words, terminal, format } = context;
  const report = await wantedReport(context);
  const files = await wantedFiles(context);
  const folder = `data/${report}`;
  const { pieces, problems } = await readPieces(files, folder, context);
  if (context.as && pieces.length > 1) throw new UsageError(words.importing.oneTable);
  const groups = [{ report, title: '', problems }];
  const sound = !hasErrors(groups);
  if (format === 'text') for (const piece of pieces) terminal.print(tellPiece(piece, sound, context));
  if (problems.length > 0 || format !== 'text') tellProblems(groups, context);
  if (!sound) return refuse(hints(problems, context), context);
  const { conflicts, unchanged } = await conflictsOf(root, folder, pieces, context);
  if (conflicts.length > 0) return refuse(conflicts, context);
  await mkdir(join(root, folder), { recursive: true });
  const changed = pieces.filter((piece) => !unchanged.has(piece));
  for (const piece of changed) await writePiece(root, piece);
  const notes = await noteSources(root, folder, changed, words);
  if (format === 'text') tellWritten(pieces, unchanged, notes, report, context);
  return 0;
}

function refuse(why: readonly string[], { terminal, words }: Context): ExitCode {
  for (const line of why) terminal.complain(line);
  terminal.complain(words.importing.refused);
  return 1;
}

/** What the command itself can be told about a problem whose cure is else written into tables.yaml. */
function hints(problems: readonly Problem[], { words }: Context): string[] {
  const ids = new Set(problems.map(({ id }) => id));
  return [
    ...(ids.has('unclear-encoding') || ids.has('not-utf8') ? [words.importing.encodingHint] : []),
    ...(ids.has('date-order') ? [words.importing.orderHint] : []),
  ];
}

function tellWritten(
  pieces: readonly Piece[],
  unchanged: ReadonlySet<Piece>,
  notes: string | undefined,
  report: string,
  { terminal, words }: Context,
): void {
  for (const piece of pieces) {
    const { target } = piece;
    terminal.print(unchanged.has(piece) ? words.importing.unchanged(target) : words.written(target));
  }
  if (notes) terminal.print(words.importing.entry(notes));
  terminal.print(words.importing.next(report));
}

async function wantedReport({ root, report, words }: Context): Promise<string> {
  const names = await foldersOf(join(root, 'content/reports'));
  if (report === undefined) throw new UsageError(words.importing.needReport(names.join(' / ')));
  if (names.includes(report)) return report;
  const near = nearest(report, names);
  throw new UsageError(
    words.importing.noReport(report),
    near ? words.didYouMean(near) : words.importing.needReport(names.join(' / ')),
  );
}

async function wantedFiles({ files, as, words }: Context): Promise<ImportFile[]> {
  if (files.length === 0) throw new UsageError(words.importing.needFiles);
  if (as !== undefined && !knownTable(as)) {
    const near = nearest(as, Object.keys(knownTables));
    throw new UsageError(words.importing.unknownTable(as), near ? words.didYouMean(near) : words.helpHint);
  }
  if (as !== undefined && files.length > 1) throw new UsageError(words.importing.oneTable);
  const found: ImportFile[] = [];
  for (const typed of files) {
    const file = await importFile(typed);
    if (!file) throw new UsageError(words.importing.noFile(typed));
    found.push(file);
  }
  return found;
}
