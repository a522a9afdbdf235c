import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceText } from '../base/source-text.ts';

/** The files of a course, read but not yet understood. */
export interface CourseSource {
  root: string;
  /** `content/course.yaml`. */
  course?: SourceText;
  /** `content/pages/*`. */
  pages: SourceText[];
  reports: ReportSource[];
}

export interface ReportSource {
  /** Name of its folder. */
  report: string;
  /** Folder from the course root: `content/reports/growth-lab`. */
  folder: string;
  /** `index.mdx` or `index.md`. */
  index?: SourceText;
  /** In the order of their file names. */
  chapters: SourceText[];
  /** `references.bib`. */
  references?: SourceText;
  /** `data/<report>/metrics.yaml`. */
  metrics?: SourceText;
  /** `data/<report>/charts/*.vl.yaml`. */
  charts: SourceText[];
  /** All other files of the report's folder (images), from the course root. */
  assets: string[];
}

const chapterFile = /\.mdx?$/;

/** Reads every text of a course; folders that do not exist count as empty. */
export async function readCourse(root: string, only?: string): Promise<CourseSource> {
  const course = await readText(root, 'content/course.yaml');
  const pages = await readTexts(root, 'content/pages', (name) => chapterFile.test(name));
  const names = (await listFolder(root, 'content/reports'))
    .filter((item) => item.isDirectory())
    .map((item) => item.name);
  const wanted = names.filter((name) => only === undefined || name === only).sort(compareNames);
  const reports = await Promise.all(wanted.map((report) => readReport(root, report)));
  return { root, ...(course && { course }), pages, reports };
}

async function readReport(root: string, report: string): Promise<ReportSource> {
  const folder = `content/reports/${report}`;
  const texts = await readTexts(root, folder, (name) => chapterFile.test(name));
  const isIndex = (text: SourceText) => /\/index\.mdx?$/.test(text.file);
  const index = texts.find(isIndex);
  const references = await readText(root, `${folder}/references.bib`);
  const metrics = await readText(root, `data/${report}/metrics.yaml`);
  return {
    report,
    folder,
    ...(index && { index }),
    chapters: texts.filter((text) => !isIndex(text)),
    ...(references && { references }),
    ...(metrics && { metrics }),
    charts: await readTexts(root, `data/${report}/charts`, (name) => name.endsWith('.vl.yaml')),
    assets: await readAssets(root, folder),
  };
}

async function readAssets(root: string, folder: string): Promise<string[]> {
  const items = await readdir(join(root, folder), { withFileTypes: true, recursive: true });
  return items
    .filter((item) => item.isFile() && !chapterFile.test(item.name))
    .map((item) => join(item.parentPath, item.name).slice(join(root, '/').length).replaceAll('\\', '/'))
    .sort(compareNames);
}

async function readTexts(
  root: string,
  folder: string,
  wanted: (name: string) => boolean,
): Promise<SourceText[]> {
  const names = (await listFolder(root, folder))
    .filter((item) => item.isFile() && wanted(item.name))
    .map((item) => item.name);
  const texts = await Promise.all(
    names.sort(compareNames).map((name) => readText(root, `${folder}/${name}`)),
  );
  return texts.filter((text) => text !== undefined);
}

async function listFolder(root: string, folder: string) {
  try {
    return await readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

async function readText(root: string, file: string): Promise<SourceText | undefined> {
  try {
    const text = await readFile(join(root, file), 'utf8');
    return { file, text: text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n') };
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Code point order: the same on every system, and `02-` before `10-`. */
function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
