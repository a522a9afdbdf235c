import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type FormerValue, readFormerValues } from '../../checks/typed/former-values.ts';
import { findOddPart } from '../../files/path-guard.ts';
import { type Context, UsageError } from '../command.ts';

/** Values of reports as an older build had them. */
export type FormerNumbers = ReadonlyMap<string, readonly FormerValue[]>;

/**
 * What the reports' text is held against: the file or folder of `--since`, else what was published last. Throws UsageError
 * where nothing of the kind lies at `--since`.
 */
export async function readFormerNumbers(
  { root, from, since, words }: Context,
  reports: readonly string[],
): Promise<FormerNumbers> {
  if (since === undefined) return readPublishedNumbers(root, reports);
  const path = resolve(from, since);
  const found = await stat(path).catch(() => undefined);
  const numbers = found?.isDirectory()
    ? new Map([
        ...(await readSite(path, '.', reports)),
        ...(await readNumbersFile(join(path, 'numbers.json'))),
      ])
    : await readNumbersFile(path);
  if (numbers.size === 0) throw new UsageError(words.noFormer(since), words.noFormerCure);
  return numbers;
}

/** What was published last, of those that were. */
export function readPublishedNumbers(root: string, reports: readonly string[]): Promise<FormerNumbers> {
  return readSite(root, 'dist', reports);
}

async function readSite(root: string, folder: string, reports: readonly string[]): Promise<FormerNumbers> {
  const all = await Promise.all(
    reports.map((report) => {
      const path = join(folder, 'reports', report, 'numbers.json');
      return findOddPart(root, path) ? new Map() : readNumbersFile(join(root, path));
    }),
  );
  return new Map(all.flatMap((numbers) => [...numbers]));
}

async function readNumbersFile(path: string): Promise<FormerNumbers> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const read = text === undefined ? undefined : readFormerValues(text);
  return read ? new Map([[read.report, read.values]]) : new Map();
}
