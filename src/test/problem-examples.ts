/** What the fixtures of problems give the guide: of every problem the line that has it, and what is told. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../base/problem.ts';
import { rules } from '../checks/checks.ts';
import type { ProblemExample } from '../problems/problem-example.ts';

export interface FoundExample extends ProblemExample {
  id: string;
}

/** Longer lines show nothing at a glance. */
const mostLetters = 160;

/** Problems that stand in a line of a text file. */
export async function readExamples(
  root: string,
  name: string,
  problems: readonly Problem[],
): Promise<FoundExample[]> {
  const found = problems.map(async ({ id, severity, place: { file, line }, what, cure }) => {
    const lines =
      line === undefined ? [] : (await readFile(join(root, file), 'utf8').catch(() => '')).split('\n');
    const wrong = lines[(line ?? 0) - 1]?.trim() ?? '';
    const shown =
      /^[^\p{Cc}\ufffd]*$/u.test(wrong) && wrong !== '---' && wrong.length <= mostLetters ? wrong : '';
    return { id, case: name, severity, file, line: line ?? 0, wrong: shown, what, cure };
  });
  return Promise.all(found);
}

/** The first of each problem, that of its own fixture before others, in order of their ids. */
export function pickExamples(found: readonly FoundExample[]): Map<string, FoundExample> {
  const own = found.filter((one) => one.case === one.id);
  const byId = new Map<string, FoundExample>();
  for (const one of [...own, ...found]) if (!byId.has(one.id)) byId.set(one.id, one);
  return new Map([...byId].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const known: Partial<Record<string, (typeof rules)[keyof typeof rules]>> = rules;

/** As a module. */
export function formatExamples(found: readonly FoundExample[]): string {
  // How long it took hangs on the machine.
  const steady = (text: string) => text.replace(/(“无尽” ?)\d+(?:\.\d+)?/g, '$10.5');
  const entries = [...pickExamples(found)].map(([id, { id: _, ...example }]) => {
    const rule = known[id];
    const told = { ...example, ...(rule && { title: rule.title, why: rule.why }) };
    return `  ${JSON.stringify(id)}: ${steady(JSON.stringify(told))},\n`;
  });
  return `/** Written by \`problem-fixtures.test.ts\`: delete it and run that. */
import type { ProblemExample } from './problem-example.ts';

// biome-ignore format: generated
export const problemExamples: Record<string, ProblemExample> = {
${entries.join('')}};
`;
}
