/** A course that is built again and again while people write it: a save builds the report that it is of, from what is remembered. */
import { ChartPool } from '../../charts/draw/pool.ts';
import { checkCourse } from '../../checks/checks.ts';
import { FileDigester } from '../../files/folder-files.ts';
import { StepMemory } from '../../files/step-memory.ts';
import type { BuiltCourse } from '../../report/build-course.ts';
import { forgetData } from '../../report/report-data.ts';
import type { Context } from '../command.ts';
import { withProofreadProblems } from '../output/report-pdfs.ts';
import { getCacheFolders } from '../workspace/cache-folders.ts';
import { buildFromCaches } from '../workspace/checked-course.ts';

/** The course itself, and reports whose tables, values and figures stay in memory: those that were built last. */
const mostRemembered = 5;

export class CourseSession {
  readonly #context: Context;
  readonly #files = new FileDigester(Date.now);
  readonly #memories = new Map<string, StepMemory>();
  readonly #pool = new ChartPool();
  readonly #later = new Map<string, () => Promise<void>>();
  /** Reports that were built since they were proofread, and reports that have something in them that cannot be printed. */
  readonly #unread = new Set<string>();
  readonly #unprintable = new Set<string>();
  #built: BuiltCourse | undefined;

  constructor(context: Context) {
    this.#context = context;
  }

  /**
   * The course as it is now, checked, but not proofread; the caches are open. `changed`: paths from the course root, where only these have changed
   * since.
   */
  async build(changed?: readonly string[]): Promise<BuiltCourse> {
    const touched = changed && findReports(changed);
    const before = touched && this.#built;
    // Where this fails, nobody knows what has changed since.
    this.#built = undefined;
    const untouched = before?.reports.filter((one) => !touched?.has(one.report)) ?? [];
    const built = await buildFromCaches(this.#context, {
      ...(before && { before: { ...before, reports: untouched } }),
      downloads: getCacheFolders(this.#context.root).downloads,
      memories: { get: (name) => this.#getMemory(name) },
      pool: this.#pool,
      later: async (work, name) => void this.#later.set(name, work),
    });
    const known = new Set(untouched);
    const fresh = built.reports.filter((one) => !known.has(one));
    for (const one of fresh) this.#unread.add(one.report);
    this.#built = replaceReports(built, checkCourse({ ...built, reports: fresh }));
    return this.#built;
  }

  /** Whether one of the reports that were built could not be printed when that was last looked at. */
  get isDoubtful(): boolean {
    return [...this.#unread].some((report) => this.#unprintable.has(report));
  }

  /** The course as it was built last, proofread; the same where nothing was found. */
  proofread(): BuiltCourse | undefined {
    const built = this.#built;
    if (!built) return undefined;
    const fresh = built.reports.filter(({ report }) => this.#unread.has(report));
    const read = withProofreadProblems({ ...built, reports: fresh }, this.#context.root);
    for (const [at, { report, problems }] of read.reports.entries()) {
      if (problems.length > fresh[at]!.problems.length) this.#unprintable.add(report);
      else this.#unprintable.delete(report);
    }
    this.#unread.clear();
    const isSame = read.reports.every(({ problems }, at) => problems.length === fresh[at]!.problems.length);
    if (!isSame) this.#built = replaceReports(built, read);
    return this.#built;
  }

  /** What nobody waits for: books are kept for the next command. */
  async settle(): Promise<void> {
    for (const [report, work] of this.#later) {
      this.#later.delete(report);
      await work();
    }
  }

  async close(): Promise<void> {
    await this.settle();
    await this.#pool.close();
    for (const memory of this.#memories.values()) await forgetData(memory);
  }

  #getMemory(report: string): StepMemory {
    const memory = this.#memories.get(report) ?? new StepMemory(this.#files);
    // The last one asked for is the last to go.
    this.#memories.delete(report);
    this.#memories.set(report, memory);
    const [oldest] = this.#memories.keys();
    if (this.#memories.size > mostRemembered && oldest !== undefined) {
      void forgetData(this.#memories.get(oldest)!);
      this.#memories.delete(oldest);
    }
    return memory;
  }
}

/** The course with these reports instead of its own of the same names. */
function replaceReports(course: BuiltCourse, { reports, problems }: BuiltCourse): BuiltCourse {
  const named = new Map(reports.map((one) => [one.report, one]));
  return { ...course, problems, reports: course.reports.map((one) => named.get(one.report) ?? one) };
}

/** The reports that these files are of; undefined where one is of the course, or nobody knows of what. */
function findReports(changed: readonly string[]): Set<string> | undefined {
  const names = changed.map((path) => /^(?:content\/reports|data)\/([^/]+)\//.exec(path)?.[1]);
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? new Set(known) : undefined;
}
