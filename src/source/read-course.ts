import type { Dirent } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../base/problem.ts';
import { findAddressFault, foldFileName } from '../base/safety/file-name.ts';
import type { SourceText } from '../base/source-text.ts';
import { createOddProblem, findOddFile } from '../files/course-file.ts';
import { findOddKind } from '../files/path-guard.ts';
import { createProblem } from '../problems/catalog.ts';
import { isNotFound } from '../problems/error-code.ts';
import { createReadProblem } from '../problems/read-problem.ts';
import { checkFileNames, isEditorLock, isLockFile, isUnreadableName } from './file-names.ts';
import { decodeAuthorText } from './text-faults.ts';

/** The files of a course, read but not yet understood. */
export interface CourseSource {
  root: string;
  /** `content/course.yaml`. */
  course?: SourceText;
  /** `content/pages/*`. */
  pages: SourceText[];
  reports: ReportSource[];
  /** Folders of reports that are not read for their name; each is one of the problems. */
  refused: string[];
  /** Files of the course itself that could not be read. */
  problems: Problem[];
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
  /** Errors are files that could not be read; warnings are names that other systems do not take. */
  problems: Problem[];
}

const chapterFile = /\.mdx?$/;
/** What may be shown: it is opened once, so that a held one is a problem before it is copied. */
const imageFile = /\.(png|jpe?g|gif|webp|svg)$/i;

/** Reads every text of a course; folders that do not exist count as empty. `known`: reports that are taken as they were read before. */
export async function readCourse(root: string, known: readonly ReportSource[] = []): Promise<CourseSource> {
  const reader = new FolderReader(root);
  const course = await reader.readText('content/course.yaml');
  const pages = await reader.readTexts('content/pages', (name) => chapterFile.test(name));
  const items = await reader.list('content/reports');
  const names = items
    .filter((item) => !reader.tellOdd('content/reports', item) && item.isDirectory())
    .map((item) => item.name);
  const refused = checkReportNames(names.sort(compareNames));
  const wanted = names.filter((name) => !refused.has(name));
  const reports = await Promise.all(
    wanted.map((report) => known.find((one) => one.report === report) ?? readReport(root, report)),
  );
  const problems = [...reader.listProblems(), ...refused.values()];
  return { root, ...(course && { course }), pages, reports, refused: [...refused.keys()], problems };
}

/** Report folders whose name can be no address, or no file beside the others, with what is told of each. */
function checkReportNames(names: readonly string[]): Map<string, Problem> {
  const problems = new Map<string, Problem>();
  const seen = new Map<string, string>();
  for (const name of names) {
    const place = { file: `content/reports/${name}` };
    const fault = findAddressFault(name);
    const other = seen.get(foldFileName(name));
    if (fault) problems.set(name, createProblem('report-folder-name', place, { name, fault }));
    // `a.pdf` is the file of `a`, and beside the tables of `a` lies their key.
    else if (/\.(?:pdf|key)$/i.test(name))
      problems.set(name, createProblem('report-folder-reserved', place, { name }));
    else if (other !== undefined)
      problems.set(name, createProblem('report-folder-twice', place, { name, other }));
    else seen.set(foldFileName(name), name);
  }
  return problems;
}

async function readReport(root: string, report: string): Promise<ReportSource> {
  const reader = new FolderReader(root);
  const folder = `content/reports/${report}`;
  const texts = await reader.readTexts(folder, (name) => chapterFile.test(name));
  const isIndex = (text: SourceText) => /\/index\.mdx?$/.test(text.file);
  const index = texts.find(isIndex);
  const references = await reader.readText(`${folder}/references.bib`);
  const metrics = await reader.readText(`data/${report}/metrics.yaml`);
  const charts = await reader.readTexts(`data/${report}/charts`, (name) => name.endsWith('.vl.yaml'));
  const files = await reader.listFiles(folder);
  const assets = files.filter((file) => !chapterFile.test(file) && !isLockFile(getFileName(file)));
  for (const file of assets.filter((one) => imageFile.test(one))) await reader.tryOpen(file);
  const names = files.map((file) => file.slice(folder.length + 1));
  return {
    report,
    folder,
    ...(index && { index }),
    chapters: texts.filter((text) => !isIndex(text)),
    ...(references && { references }),
    ...(metrics && { metrics }),
    charts,
    assets,
    problems: [...reader.listProblems(), ...checkFileNames(folder, names, fixedNames)],
  };
}

/** Files of a report's folder that are read under these very names. */
const fixedNames = ['index.mdx', 'index.md', 'references.bib'];

/** Reads files of a course; one that is not there is left out, one that cannot be read is a problem. */
class FolderReader {
  readonly #root: string;
  readonly #problems: Problem[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  /** In order of their files, whatever came first. */
  listProblems(): Problem[] {
    return this.#problems.toSorted((a, b) => compareNames(a.place.file, b.place.file));
  }

  async readText(file: string): Promise<SourceText | undefined> {
    const bytes = await this.#tryReading(file, (path) => readFile(path));
    if (bytes === undefined) return undefined;
    const read = decodeAuthorText(file, bytes);
    if ('text' in read) return { file, text: normaliseText(read.text) };
    this.#tell(read.problem);
    return undefined;
  }

  async readTexts(folder: string, wanted: (name: string) => boolean): Promise<SourceText[]> {
    const names = (await this.list(folder))
      .filter(({ name }) => wanted(name) && !isLockFile(name))
      .map((item) => item.name);
    const texts = await Promise.all(
      names.sort(compareNames).map((name) => this.readText(`${folder}/${name}`)),
    );
    return texts.filter((text) => text !== undefined);
  }

  /** What can be read by its name; links and what else is odd is there, and told where it is read. */
  async list(folder: string) {
    const items = await this.#tryReading(folder, (path) => readdir(path, { withFileTypes: true }), 'folder');
    return (items ?? []).filter(({ name }) => this.#isReadableName(folder, name));
  }

  #isReadableName(folder: string, name: string): boolean {
    if (isEditorLock(name)) return false;
    if (!isUnreadableName(name)) return true;
    this.#tell(createProblem('file-name-encoding', { file: `${folder}/${name}` }, { name }));
    return false;
  }

  /** Tells what is neither a file nor a folder. */
  tellOdd(folder: string, item: Dirent): boolean {
    const kind = findOddKind(item);
    if (kind) this.#tell(createOddProblem(`${folder}/${item.name}`, kind));
    return kind !== undefined;
  }

  /** A file may be met twice: where it is read by its name, and in its folder. */
  #tell(problem: Problem): void {
    const isTold = this.#problems.some(
      ({ id, place }) => id === problem.id && place.file === problem.place.file,
    );
    if (!isTold) this.#problems.push(problem);
  }

  /** Every file below a folder, from the course root, in order of name. */
  async listFiles(folder: string): Promise<string[]> {
    const files: string[] = [];
    for (const item of await this.list(folder)) {
      const file = `${folder}/${item.name}`;
      if (item.isDirectory()) files.push(...(await this.listFiles(file)));
      else if (!this.tellOdd(folder, item)) files.push(file);
    }
    return files.sort(compareNames);
  }

  async tryOpen(file: string): Promise<void> {
    await this.#tryReading(file, async (path) => (await open(path)).close());
  }

  /** What `read` gives; undefined when the file is not there, or is a problem. */
  async #tryReading<T>(
    file: string,
    read: (path: string) => Promise<T>,
    wanted: 'file' | 'folder' = 'file',
  ): Promise<T | undefined> {
    const path = join(this.#root, file);
    const odd = findOddFile(this.#root, file, wanted);
    if (odd) {
      this.#tell(odd);
      return undefined;
    }
    try {
      return await read(path);
    } catch (error) {
      if (!isNotFound(error)) this.#tell(createReadProblem(error, file, path));
      return undefined;
    }
  }
}

/** Without byte order mark, lines ended by `\n`. */
function normaliseText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

function getFileName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** Code point order: the same on every system, and `02-` before `10-`. */
function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
