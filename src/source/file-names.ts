import { posix, sep } from 'node:path';
import type { Problem } from '../base/problem.ts';
import { foldFileName, isDeviceName } from '../base/safety/file-name.ts';
import { createProblem } from '../problems/catalog.ts';

/** A path as problems and pages print it on every system: with `/`. Elsewhere than on Windows `\\` is a sign of a name. */
export function toSlashPath(path: string, separator: string = sep): string {
  return path.replaceAll(separator, '/');
}

/** What Excel, Word and WPS (`~$`, `.~`, `~WRL0001.tmp`) and LibreOffice (`.~lock.x.xlsx#`) put beside a file that is open. */
const lockFile = /^(?:~\$(?<office>.+)|\.~lock\.(?<libre>.+)#|\.~(?<wps>.+)|~WR[A-Z]\d{4}\.tmp)$/i;

/** Emacs makes a link of this name beside a file that has changes which are not saved. */
export function isEditorLock(name: string): boolean {
  return name.startsWith('.#');
}

/** Whether the system gives a name that it does not take back: its bytes are no UTF-8. */
export function isUnreadableName(name: string): boolean {
  return name.includes('\uFFFD');
}

/** Whether an office program made the file, and takes it away when it closes the one beside it. */
export function isLockFile(name: string): boolean {
  return lockFile.test(name);
}

/** Signs that Windows allows in no name, or at no end. */
const windowsSigns = /[<>:"|?*\\]|\p{Cc}|[. ]$/u;

/**
 * What the names of the files of a folder lead to on some system: files that are open in an office program, names that
 * Windows refuses, names that differ by case only. `fixedNames` are read under this very name. Names come with `/`
 * from `folder`, the folder from the course root.
 */
export function checkFileNames(
  folder: string,
  names: readonly string[],
  fixedNames: readonly string[] = [],
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const path of names) {
    const place = { file: `${folder}/${path}` };
    const name = posix.basename(path);
    if (isLockFile(name)) {
      problems.push(...describeLock(folder, path, names));
      continue;
    }
    if (path.split('/').some((part) => isDeviceName(part) || windowsSigns.test(part)))
      problems.push(createProblem('windows-file-name', place, { name: path }));
    const other = seen.get(foldFileName(path));
    if (other !== undefined) problems.push(createProblem('file-name-case', place, { name: path, other }));
    else seen.set(foldFileName(path), path);
    const expected = fixedNames.find((one) => one.toLowerCase() === path.toLowerCase());
    if (expected !== undefined && !names.includes(expected))
      problems.push(createProblem('misspelt-file-name', place, { name: path, expected }));
  }
  return problems;
}

/** Told at the file that is open, where it is there. */
function describeLock(folder: string, path: string, names: readonly string[]): Problem[] {
  const lock = posix.basename(path);
  const { office, libre, wps } = lockFile.exec(lock)?.groups ?? {};
  const written = office ?? libre ?? wps;
  const beside = names.filter((one) => posix.dirname(one) === posix.dirname(path) && one !== path);
  const open = written === undefined ? undefined : findOpenFile(written, beside);
  // Many programs make files whose names begin with `.~`.
  if (open === undefined && wps !== undefined) return [];
  const place = { file: `${folder}/${open ?? path}` };
  return [createProblem('office-lock-file', place, { name: open && posix.basename(open), lock })];
}

/** Word writes its sign over the first two letters of a long name. */
function findOpenFile(written: string, paths: readonly string[]): string | undefined {
  return (
    paths.find((path) => posix.basename(path) === written) ??
    paths.find((path) => {
      const name = posix.basename(path);
      return !isLockFile(name) && name.endsWith(written) && name.length - written.length <= 2;
    })
  );
}
