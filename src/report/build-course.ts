import { join } from 'node:path';
import { mapConcurrent } from '../base/map-concurrent.ts';
import { suggestNames } from '../base/names/suggest-names.ts';
import type { Problem } from '../base/problem.ts';
import { parseYaml } from '../base/yaml-text.ts';
import { ChartPool } from '../charts/draw/pool.ts';
import { stampFolder } from '../files/folder-files.ts';
import { remember, type StepMemory } from '../files/step-memory.ts';
import { createProblem } from '../problems/catalog.ts';
import { collectSchemaProblems } from '../problems/schema-problems.ts';
import { collectSyntaxProblems } from '../problems/syntax-problems.ts';
import { type CourseFile, courseFile } from '../schema/course-file.ts';
import { type CourseSource, type ReportSource, readCourse } from '../source/read-course.ts';
import { computeReportKeys, readCache, writeCache } from './book-cache.ts';
import { type BuiltReport, buildReport } from './build-book.ts';
import { validateDigits, validateOutline, validatePhases, validateRubric } from './manuscript/outline.ts';
import { isLasting } from './passing-problems.ts';
import { checkDeclaredColumns } from './registry/declared-columns.ts';
import { forgetData, openSteps } from './report-data.ts';
import { buildPages, type CoursePage } from './text/course-pages.ts';

export interface CourseCache {
  /** Reports as built. */
  books: string;
  drawings: string;
  /** What is known of the data. */
  data?: string;
  /** Copies of Parquet files: `<report>/`. */
  copies?: string;
}

export interface CourseOptions {
  root: string;
  /** Members with names and student numbers: for a PDF that is not published. */
  identity?: boolean;
  /** Only this report. */
  only?: string;
  /** The course as it was built before; those of its reports are taken as they are. */
  before?: BuiltCourse;
  /** Where what need not be computed again lies: of this course, and drawings of any. */
  cache?: CourseCache;
  /** Folder of `<report>/<table>.csv`. Without it nothing is kept, what was kept is only read. */
  downloads?: string;
  /** What a process that builds again and again remembers of each report, by its name; of the course by ''. */
  memories?: { get: (report: string) => StepMemory };
  /** Draws, and goes on when the course is built; without it one is opened. */
  pool?: ChartPool;
  /** Takes work that nobody waits for, by its name: only the last of each is to be done. Without it, it is done at once. */
  later?: (work: () => Promise<void>, name: string) => Promise<void>;
  /** Called when the course file is read. */
  onCourse?: (course: CourseFile) => void;
  /** Called before each report. */
  onReport?: (report: string, index: number, count: number) => void;
  /** Called with each report when it is built, while others are not. */
  onBuilt?: (built: BuiltReport, source: ReportSource, course: CourseFile) => void;
}

export interface BuiltCourse {
  course: CourseFile;
  source: CourseSource;
  pages: CoursePage[];
  reports: BuiltReport[];
  /** Problems of the course itself; each report has its own. */
  problems: Problem[];
}

/** While one report waits for the engine or for its drawings, another is worked on. */
const concurrentReports = 2;

/** Builds every report of a course. */
export async function buildCourse(options: CourseOptions): Promise<BuiltCourse> {
  const known = new Map(options.before?.reports.map((one) => [one.report, one]));
  const read = options.before?.source.reports.filter(({ report }) => known.has(report));
  const source = await readCourse(options.root, read);
  const memory = options.memories?.get('');
  const { course, problems: ofCourse } = remember(memory, 'course', JSON.stringify(source.course), () =>
    parseCourseFile(source),
  );
  const problems = [...source.problems, ...ofCourse];
  const wanted = source.reports.filter((one) => options.only === undefined || one.report === options.only);
  problems.push(...findMissingReports(source, options.only));
  const key = JSON.stringify([source.pages, course]);
  const pages = remember(memory, 'pages', key, () => buildPages(source.pages, course));
  problems.push(...pages.problems);
  const pool = options.pool ?? new ChartPool();
  try {
    options.onCourse?.(course);
    const reports = await mapConcurrent(wanted, concurrentReports, async (one, index) => {
      const before = known.get(one.report);
      if (before) return before;
      options.onReport?.(one.report, index, wanted.length);
      const built = await buildCachedReport(one, course, pool, options);
      options.onBuilt?.(built, one, course);
      return built;
    });
    // Of one report alone it is not known what columns the others have.
    if (options.only === undefined)
      problems.push(
        ...checkDeclaredColumns(
          course,
          reports.map(({ book }) => book),
          source.course,
        ),
      );
    return { course, source, pages: pages.pages, reports, problems };
  } finally {
    if (!options.pool) await pool.close();
  }
}

/** As often a report is built anew while its files are written; what comes of the last time is not kept. */
const mostTries = 3;

/** Builds a report, or takes what was built from the very same files before. */
async function buildCachedReport(
  source: ReportSource,
  course: CourseFile,
  pool: ChartPool,
  options: CourseOptions,
): Promise<BuiltReport> {
  const { root, identity = false, cache, memories, later = (work) => work() } = options;
  // A report with the names of its members is for one PDF and is never kept.
  if (!cache || identity) return buildWhole(source, { ...pickOptions(source, options), course, pool });
  const memory = memories?.get(source.report);
  const stampFiles = async () => [
    await stampFolder(join(root, source.folder)),
    await stampFolder(join(root, 'data', source.report)),
  ];
  for (let tries = 1; ; tries++) {
    const before = await stampFiles();
    const writes = new Map<string, () => Promise<void>>();
    const built = await buildReportOnce({ source, course, pool, cache, memory, writes, options });
    // What was made of some files is not kept for others, which were written meanwhile.
    if (JSON.stringify(before) === JSON.stringify(await stampFiles())) {
      for (const [name, write] of writes) await later(write, `${source.report} ${name}`);
      return built;
    }
    if (memory) await forgetData(memory);
    if (tries === mostTries) return built;
  }
}

/** Where a report finds what it needs besides its files. */
function pickOptions({ report }: ReportSource, { root, identity = false, cache, downloads }: CourseOptions) {
  const folder = downloads && join(downloads, report);
  const copies = folder && cache?.copies && join(cache.copies, report);
  return { root, identity, ...(folder && { downloads: folder }), ...(copies && { copies }) };
}

interface ReportBuild {
  source: ReportSource;
  course: CourseFile;
  pool: ChartPool;
  cache: CourseCache;
  memory: StepMemory | undefined;
  writes: Map<string, () => Promise<void>>;
  options: CourseOptions;
}

async function buildReportOnce({
  source,
  course,
  pool,
  cache,
  memory,
  writes,
  options,
}: ReportBuild): Promise<BuiltReport> {
  const { report } = source;
  const { root } = options;
  const given = { ...pickOptions(source, options), course, pool };
  const { data, whole: key } = await computeReportKeys(root, source, course, memory?.files.digest);
  // What is remembered of the report as it was is nearer than what is kept of it.
  const isFirst = !memory?.peek('report');
  return remember(memory, 'report', JSON.stringify(key), async () => {
    const before = isFirst ? await readCache(cache.books, report, key, given.downloads) : undefined;
    if (before) return before;
    const steps = cache.data === undefined ? undefined : openSteps(cache.data, report);
    const kept = steps ? { kept: { folder: cache.data!, keys: data, steps, writes } } : {};
    const known = { ...kept, ...(memory && { memory }), assets: key.assets, drawings: cache.drawings };
    const built = await buildWhole(source, { ...given, ...known });
    memory?.sweep('chapter ', 'Figure ', 'Chart ', 'Table ');
    // What is remembered is not asked for here: what was kept would be lost.
    if (given.downloads && steps && !memory) writes.set('steps', () => steps.write());
    if (!isLasting(built.problems)) memory?.forget('report');
    else if (given.downloads) writes.set('book', () => writeCache(cache.books, key, built));
    return built;
  });
}

/** What ends the building of a report ends no other. */
async function buildWhole(
  source: ReportSource,
  options: Parameters<typeof buildReport>[1],
): Promise<BuiltReport> {
  const { report, folder } = source;
  try {
    return await buildReport(source, options);
  } catch (error) {
    const message =
      error instanceof Error
        ? `${error.name}: ${error.message}`.split('\n')[0]!.replaceAll(options.root, '')
        : '';
    const problem = createProblem('report-failed', { file: `${folder}/index.mdx` }, { message });
    return { report, title: report, problems: [problem] };
  }
}

function findMissingReports({ reports, refused }: CourseSource, only: string | undefined): Problem[] {
  const place = { file: 'content/reports' };
  if (refused.length > 0 && (only === undefined || refused.includes(only))) return [];
  if (reports.length === 0) return [createProblem('no-reports', place, { folder: place.file })];
  const names = reports.map((one) => one.report);
  if (only === undefined || names.includes(only)) return [];
  return [
    createProblem('unknown-report', place, {
      name: only,
      ...suggestNames(only, names),
    }),
  ];
}

/** A course without `course.yaml` is one without title, phases and required parts. */
const defaultCourse: CourseFile = courseFile.parse({ title: '互联网运营实训' });

function parseCourseFile({ course: text }: CourseSource): { course: CourseFile; problems: Problem[] } {
  if (!text) return { course: defaultCourse, problems: [] };
  const yaml = parseYaml(text);
  const unread = collectSyntaxProblems(yaml);
  if (unread.length > 0) return { course: defaultCourse, problems: unread };
  const result = courseFile.safeParse(yaml.data);
  if (result.success) {
    const { phases, required, rubric, digits } = result.data;
    const problems = [
      ...validatePhases(phases, yaml),
      ...validateOutline(required, yaml),
      ...validateRubric(rubric, yaml),
      ...validateDigits(digits, yaml),
    ];
    return { course: result.data, problems };
  }
  return {
    course: defaultCourse,
    problems: collectSchemaProblems(result.error, courseFile, yaml.data, yaml),
  };
}
