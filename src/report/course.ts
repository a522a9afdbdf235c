import { join } from 'node:path';
import { inOrder } from '../base/in-order.ts';
import { nearest } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import { readYaml } from '../base/yaml-text.ts';
import { ChartPool } from '../charts/pool.ts';
import { problem } from '../problems/problem.ts';
import { schemaProblems } from '../problems/schema-problems.ts';
import { type CourseFile, courseFile } from '../schema/course.ts';
import { type CourseSource, type ReportSource, readCourse } from '../source/course.ts';
import { recall, remember, reportKey } from './cache.ts';
import { outlineProblems } from './outline.ts';
import { type CoursePage, settlePages } from './pages.ts';
import { phaseProblems } from './phases.ts';
import { type SettledReport, settleReport } from './settle.ts';

export interface CourseOptions {
  root: string;
  /** Members with names and student numbers: for a PDF that is not published. */
  identity?: boolean;
  /** Only this report. */
  only?: string;
  /** Folder for what need not be computed again. */
  cache?: string;
  /** Folder of `<report>/<table>.csv`. */
  downloads?: string;
  /** Told before each report. */
  onReport?: (report: string, index: number, count: number) => void;
}

export interface SettledCourse {
  course: CourseFile;
  source: CourseSource;
  pages: CoursePage[];
  reports: SettledReport[];
  /** Problems of the course itself; each report has its own. */
  problems: Problem[];
}

/** While one report waits for the engine or for its drawings, another is worked on. */
const atOnce = 2;

/** Settles every report of a course. */
export async function settleCourse(options: CourseOptions): Promise<SettledCourse> {
  const source = await readCourse(options.root);
  const { course, problems } = readCourseFile(source);
  const wanted = source.reports.filter((one) => options.only === undefined || one.report === options.only);
  problems.push(...missingReports(source, options.only));
  const pages = settlePages(source.pages, course);
  problems.push(...pages.problems);
  const pool = new ChartPool();
  try {
    const reports = await inOrder(wanted, atOnce, (one, index) => {
      options.onReport?.(one.report, index, wanted.length);
      return settleOnce(one, course, pool, options);
    });
    return { course, source, pages: pages.pages, reports, problems };
  } finally {
    await pool.close();
  }
}

/** Settles a report, or takes what was settled from the very same files before. */
async function settleOnce(
  source: ReportSource,
  course: CourseFile,
  pool: ChartPool,
  { root, cache, downloads: folder, identity = false }: CourseOptions,
): Promise<SettledReport> {
  const downloads = folder && join(folder, source.report);
  const given = { root, course, pool, identity, ...(downloads && { downloads }) };
  if (!cache) return settleReport(source, given);
  const books = join(cache, 'books');
  const key = await reportKey(root, source, course);
  const known = await recall(books, source.report, key, downloads);
  if (known) return known;
  const settled = await settleReport(source, { ...given, drawings: join(cache, 'charts') });
  await remember(books, { key, settled }, downloads);
  return settled;
}

function missingReports({ reports }: CourseSource, only: string | undefined): Problem[] {
  const place = { file: 'content/reports' };
  if (reports.length === 0) return [problem('no-reports', place, { folder: place.file })];
  const names = reports.map((one) => one.report);
  if (only === undefined || names.includes(only)) return [];
  return [
    problem('unknown-report', place, { name: only, near: nearest(only, names), all: names.join('、') }),
  ];
}

/** A course without `course.yaml` is one without title, phases and required parts. */
const defaults: CourseFile = courseFile.parse({ title: '互联网运营实训' });

function readCourseFile({ course: text }: CourseSource): { course: CourseFile; problems: Problem[] } {
  if (!text) return { course: defaults, problems: [] };
  const yaml = readYaml(text);
  if (yaml.errors.length > 0) {
    const problems = yaml.errors.map(({ place, message }) => problem('yaml-syntax', place, { message }));
    return { course: defaults, problems };
  }
  const result = courseFile.safeParse(yaml.data);
  if (result.success) {
    const { phases, required } = result.data;
    const problems = [...phaseProblems(phases, yaml), ...outlineProblems(required, yaml)];
    return { course: result.data, problems };
  }
  return { course: defaults, problems: schemaProblems(result.error, courseFile, yaml.data, yaml) };
}
