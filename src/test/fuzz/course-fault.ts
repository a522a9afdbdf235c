/** What a fuzzer looks at: a small course with files of its own, checked as the command `check` does, in this process. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { formatPlace } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { checkCourse } from '../../checks/checks.ts';
import { withProofreadProblems } from '../../cli/output/report-pdfs.ts';
import { buildCourse } from '../../report/build-course.ts';
import { createDice } from '../../source/csv/csv-mutations.sample.ts';
import { copyCourse } from '../copied-course.ts';

export type Files = Record<string, string | Uint8Array>;

/** A whole number from 0 to below `n`. */
export type Next = (n: number) => number;

/** Processor seconds of this process that a check may take. */
const mostSeconds = 10;

/** Checks a course with the files of each seed in turn. */
export function testSeeds(name: string, count: number, buildFiles: (next: Next) => Files): void {
  test(`${count} ${name}`, { timeout: 1_800_000 }, async () => {
    const root = await copyCourse('base');
    const faults: string[] = [];
    for (let seed = 0; seed < count; seed++) {
      const next = createDice(seed * 7919 + 17);
      next(2);
      const fault = await findFault(root, buildFiles(next));
      if (fault) faults.push(`seed ${seed}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });
}

async function findFault(root: string, files: Files): Promise<string | undefined> {
  const before = new Map<string, Buffer | undefined>();
  for (const [file, content] of Object.entries(files)) {
    before.set(file, await readFile(join(root, file)).catch(() => undefined));
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), content);
  }
  const begun = process.cpuUsage();
  try {
    const { problems, reports } = withProofreadProblems(checkCourse(await buildCourse({ root })), root);
    const { user, system } = process.cpuUsage(begun);
    const seconds = (user + system) / 1e6;
    if (seconds > mostSeconds) return `${seconds.toFixed(1)} s`;
    return [...problems, ...reports.flatMap((one) => one.problems)]
      .map((problem) => findProblemFault(problem, root))
      .find((fault) => fault !== undefined);
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : String(error)}`;
  } finally {
    for (const [file, content] of before) {
      if (content) await writeFile(join(root, file), content);
      else await rm(join(root, file), { force: true });
    }
  }
}

/** Words of a program that has failed, which tell an author nothing. */
const engineWords =
  /\b[A-Z]\w*(?: [A-Z]\w*)? (?:Error|Exception)\b|\b(?:Type|Range|Reference)Error\b|\bundefined\b|\bINTERNAL\b/;

function findProblemFault(problem: Problem, root: string): string | undefined {
  const { place, what, cure, id } = problem;
  const told = `${formatPlace(place)} ${id}: ${what.zh}`;
  if (id === 'report-failed') return `ended the report: ${told}`;
  if (!/^(?:content|data)\//.test(place.file)) return `no place: ${told}`;
  if (place.line !== undefined && !(place.line >= 1)) return `no line: ${told}`;
  const text = [what.zh, what.en, cure.zh, cure.en].join('\n');
  if (text.includes(root)) return `a path of this machine: ${told}`;
  if (!/\p{Script=Han}/u.test(what.zh) || engineWords.test(what.zh)) return `words of a program: ${told}`;
  return undefined;
}

export const pick = <T>(next: Next, items: readonly T[]): T => items[next(items.length)]!;

/** A length that is mostly small, and at times large. */
export const drawLength = (next: Next, most: number): number =>
  next(4) === 0 ? next(most) : next(Math.min(most, 12));

/** `count` pieces. */
export const drawPieces = <T>(next: Next, count: number, draw: (next: Next) => T): T[] =>
  Array.from({ length: count }, () => draw(next));
