import process from 'node:process';
import type { SiteMemory } from '../../integration/site-memory.ts';
import type { Context } from '../command.ts';
import { formatProblem, formatProblems, formatTotals, printProblems } from '../output/print-problems.ts';
import { withProofreadProblems } from '../output/report-pdfs.ts';
import { countBySeverity, groupProblems, type ProblemGroup } from '../problem-groups.ts';
import { buildCheckedCourse } from '../workspace/checked-course.ts';
import { compareProblems, sortErrorsLast } from './problem-changes.ts';
import { buildSiteContent } from './site-content.ts';

/** Builds what is served, and gives what was found: the same as `check` and `build` find. */
export async function rebuildSite(context: Context, memory: SiteMemory): Promise<ProblemGroup[]> {
  const { root } = context;
  const built = withProofreadProblems(await buildCheckedCourse(context, true), root);
  memory.site = await buildSiteContent(root, built, { draft: false, printed: false });
  return groupProblems(built, context);
}

/** Everything, when `dev` starts. */
export function tellProblems(groups: readonly ProblemGroup[], context: Context): void {
  printProblems(sortErrorsLast(groups), context);
}

interface Rebuilt {
  before: readonly ProblemGroup[];
  after: readonly ProblemGroup[];
  /** Of the site; '' before it is served. */
  url: string;
}

/** After a save: what is gone, what is new, errors last; then how things stand, when, and where to look. */
export function tellChanges({ before, after, url }: Rebuilt, context: Context): void {
  const { terminal, language, words, root } = context;
  const printing = { language, colours: terminal.colours, root, from: process.cwd() };
  const { appeared, gone } = compareProblems(before, after);
  const goneProblems = gone.flatMap(({ problems }) => problems);
  const parts = [
    ...(goneProblems.length > 0
      ? [
          [
            words.gone(goneProblems.length),
            ...goneProblems.map(
              (one) => `  ✓ ${formatProblem({ ...one, cure: { zh: '', en: '' } }, printing)}`,
            ),
          ].join('\n'),
        ]
      : []),
    ...(appeared.length > 0
      ? [words.appeared(countAll(appeared)), ...formatProblems(sortErrorsLast(appeared), printing)]
      : []),
  ];
  const standing = [
    new Date().toLocaleTimeString('zh-CN', { hour12: false }),
    formatTotals(after, printing),
    url + findPath(after, context),
  ];
  terminal.print(['', ...parts, standing.join('  ')].join('\n'));
}

const countAll = (groups: readonly ProblemGroup[]): number =>
  Object.values(countBySeverity(groups)).reduce((sum, count) => sum + count, 0);

/** The report that has an error, else the one that is worked on, else the course. */
function findPath(groups: readonly ProblemGroup[], { report }: Context): string {
  const broken = groups.find(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  const shown = broken?.report || report;
  return shown ? `reports/${shown}/` : '';
}
