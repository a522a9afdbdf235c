/**
 * One cause, one message: where a file cannot be read, all that is named in it is missing elsewhere. Only the file is told,
 * with the count of what hangs on it.
 */
import type { Problem } from '../base/problem.ts';
import type { catalog } from '../problems/catalog.ts';
import { isUnreadFile } from '../problems/unread-file.ts';

type ProblemId = keyof typeof catalog;

/** What a text file of a course lends its names to. */
interface Source {
  /** Path from the course root. */
  file: RegExp;
  /** Problems that are none of their own while it is not read. */
  hides: readonly ProblemId[];
  /** Only those in the file itself. */
  within?: boolean;
}

type SourceKind = 'metrics' | 'front';

const sources: Record<SourceKind, Source> = {
  metrics: {
    file: /^data\/[^/]+\/metrics\.yaml$/,
    hides: ['unknown-value', 'unknown-data', 'figure-prop', 'figure-of', 'thin-part', 'verdict-without'],
  },
  front: { file: /\.mdx?$/, hides: ['missing-key', 'bad-key'], within: true },
};

/** What a key says that is not read as it was meant. */
const ofSameLine: readonly ProblemId[] = ['unknown-key', 'unknown-value'];

/** What is missing for want of `course.yaml`, in any report. */
const hangsOnCourse: readonly ProblemId[] = [
  'unknown-part',
  'unknown-conclusion',
  'unknown-term',
  'unknown-phase',
  'task-outside-phase',
  'team-size',
  'missing-role',
  'contact-cap',
  'service-late',
];

const has = (ids: readonly string[], id: string) => ids.includes(id);

/** The problems of a report without those that follow from a file that is not read. */
export function withoutConsequences(problems: readonly Problem[]): Problem[] {
  let left = [...problems];
  for (const { file, hides, within } of Object.values(sources)) {
    for (const cause of problems.filter((one) => isUnreadFile(one) && file.test(one.place.file))) {
      const isNear = (one: Problem) =>
        one.place.file === cause.place.file &&
        (has(hides, one.id) || (has(ofSameLine, one.id) && one.place.line === cause.place.line));
      const follows = (one: Problem) => (within ? isNear(one) : has(hides, one.id));
      left = foldInto(cause, left, follows);
    }
  }
  return withoutMissingTables(left);
}

/** The file of the course was not taken: what it says stands nowhere. */
export function isCourseUnread(problems: readonly Problem[]): boolean {
  const ids = ['missing-key', 'bad-key', 'unknown-key'];
  return problems.some(
    (one) => one.place.file === 'content/course.yaml' && (isUnreadFile(one) || has(ids, one.id)),
  );
}

/** Problems of a report apart from those that hang on `course.yaml`. */
export function splitByCourse(problems: readonly Problem[]): { own: Problem[]; hanging: number } {
  const own = problems.filter(({ id }) => !has(hangsOnCourse, id));
  return { own, hanging: problems.length - own.length };
}

/** The first problem of `course.yaml` tells what hangs on it in all reports. */
export function withHanging(problems: readonly Problem[], count: number): Problem[] {
  const at = problems.findIndex(
    ({ place, severity }) => place.file === 'content/course.yaml' && severity === 'error',
  );
  return at < 0 || count === 0 ? [...problems] : problems.with(at, tellCount(problems[at]!, count));
}

/** What is said of a table that is not there. */
const ofMissingTables: readonly ProblemId[] = ['unknown-table', 'unknown-data', 'sql-unknown-table'];

/** What is said of a column whose numbers became texts. */
const ofLostNumbers: readonly ProblemId[] = ['sql-failed', 'number-expected', 'condition-expected'];

/** A data file with an error of its own gives no table, or not the one that was meant. */
function withoutMissingTables(problems: readonly Problem[]): Problem[] {
  let left = [...problems];
  const causes = new Map<string, Problem>();
  for (const one of problems) {
    const name = /^data\/[^/]+\/(?!metrics\.yaml$|tables\.yaml$)([^/]+?)\.[^/]+$/.exec(one.place.file)?.[1];
    if (name !== undefined && one.severity === 'error' && !causes.has(name)) causes.set(name, one);
  }
  for (const [name, cause] of causes)
    left = foldInto(cause, left, (one) => has(ofMissingTables, one.id) && one.what.zh.includes(`“${name}”`));
  // A cell that never ends takes the numbers of all rows below with it.
  const open = problems.find(({ id }) => id === 'open-quote');
  return open ? foldInto(open, left, ({ id }) => has(ofLostNumbers, id)) : left;
}

function foldInto(cause: Problem, all: readonly Problem[], follows: (one: Problem) => boolean): Problem[] {
  const left = all.filter((one) => !follows(one));
  // What stands in the very file is in sight of who corrects it.
  const counted = (one: Problem) => one.severity !== 'finding' && one.place.file !== cause.place.file;
  const count = all.filter((one) => follows(one) && counted(one)).length;
  return left.map((one) => (one === cause && count > 0 ? tellCount(one, count) : one));
}

function tellCount(problem: Problem, count: number): Problem {
  return {
    ...problem,
    what: {
      zh: `${problem.what.zh}另有 ${count} 处要用到这个文件，改好之后才能检查。`,
      en: `${problem.what.en} ${count} further places need this file and are checked when it can be read.`,
    },
  };
}
