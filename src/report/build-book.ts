/**
 * Builds a report: from what the team wrote and handed in to the book that is printed twice.
 *
 *   chapters ──────▶ manuscript ─▶ numbering ─────────────┐
 *   tables ────────▶ engine ─▶ values ─▶ figures, tables ─┼─▶ prose ─▶ book
 *   references.bib ▶ bibliography ────────────────────────┘
 *
 * All problems are collected; whoever calls decides. A book comes out whenever the front matter holds.
 */

import { join } from 'node:path';
import type { ReportCard } from '../base/card/report-card.ts';
import { type Spending, SpentError } from '../base/limits/spending.ts';
import { formatPlace } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { ChartPool } from '../charts/draw/pool.ts';
import { hashContent } from '../files/folder-files.ts';
import { keepStep } from '../files/kept-steps.ts';
import { remember, type StepMemory } from '../files/step-memory.ts';
import { isUnreadFile } from '../problems/unread-file.ts';
import type { CourseFile } from '../schema/course-file.ts';
import type { ReportFront } from '../schema/front-matter.ts';
import type { ReportSource } from '../source/read-course.ts';
import { readTables } from '../source/read-tables.ts';
import type { Book } from './book.ts';
import { buildChecks, buildFindingsTable } from './coverage/check-results.ts';
import { buildCoverage } from './coverage/coverage.ts';
import { listQueryTables, listReadTables } from './coverage/requirement.ts';
import { buildNumberedItems, citeFigures, listFigureUses } from './figures/numbered-items.ts';
import { buildImages } from './images/build-images.ts';
import { buildPictures } from './images/build-pictures.ts';
import { buildKeptValues } from './kept-values.ts';
import { type Numbering, numberParts } from './manuscript/numbering.ts';
import { type ParsedReport, parseReport } from './manuscript/parsed-report.ts';
import { buildFront } from './manuscript/report-front.ts';
import { findNamedMembers } from './privacy/mask-names.ts';
import { findPersonal } from './privacy/personal-data.ts';
import { readMembers } from './privacy/read-members.ts';
import { assignReportColours } from './registry/report-colours.ts';
import { createRegistry, type ReportRegistry } from './registry/report-registry.ts';
import { type KeptData, keepAnswers, prepareData, type ReportData } from './report-data.ts';
import { createSpending, createSpentProblem } from './spent-report.ts';
import { buildDatasets } from './tables/datasets.ts';
import { mediaFolder, writeDownloads } from './tables/downloads.ts';
import { buildProse } from './text/build-prose.ts';
import { parseReferences, resolveReferenceStyle } from './text/citations.ts';
import { withConclusions } from './text/conclusions.ts';
import { buildKpis } from './text/tiles.ts';
import { type BuiltValues, citeValues } from './values/build-values.ts';
import type { Phase } from './values/computed-value.ts';
import { parseMetricsFile } from './values/metrics-entries.ts';

interface BuildReportOptions {
  root: string;
  course: CourseFile;
  pool: ChartPool;
  /** Folder for drawings that are kept. */
  drawings?: string;
  /** Folder that keeps the copies of Parquet files. */
  copies?: string;
  /** For the hand-in PDF: members with names and student numbers. */
  identity?: boolean;
  /** Folder that takes the report's tables as CSV; none are written without it. */
  downloads?: string;
  /** Where what is known of the data is kept. */
  kept?: KeptData;
  /** Digest of the images and all else beside the chapters. */
  assets?: string;
  /** What a process that builds again and again remembers of this report. */
  memory?: StepMemory;
}

export interface BuiltReport {
  report: string;
  title: string;
  /** Missing when the front matter does not hold. */
  book?: Book;
  problems: Problem[];
  /** Filled in by the checks, of a report that has a book. It is no part of the book: what is published has none. */
  card?: ReportCard;
}

export async function buildReport(source: ReportSource, options: BuildReportOptions): Promise<BuiltReport> {
  const { root, course, identity = false, copies, kept, memory } = options;
  const { report } = source;
  const parsed = parseReport(source, memory);
  const { front } = parsed;
  if (!front) {
    const { problems } = await readTables(root, report, { memory });
    return { report, title: report, problems: withoutTwice(parsed.problems, problems) };
  }
  const spending = createSpending(source, course);
  const isNamed = identity || course.names === 'shown';
  const input = { root, report, front, course, isNamed, copies, spending, kept, memory };
  const data = await prepareData(input);
  const { read, dated, checked, loaded } = data.problems;
  const named = findNamedMembers(source, new Map(data.masks));
  const told = [...withoutTwice(parsed.problems, read), ...named, ...dated, ...loaded, ...checked];
  const fail = (): BuiltReport => {
    const problems = [...told, createSpentProblem(spending, source)];
    return { report, title: front.title, problems };
  };
  // Nothing can be said of a report whose tables are not read.
  if (read.some((one) => isUnreadFile(one) && one.place.file === `data/${report}/tables.yaml`)) {
    if (!memory) data.engine.close();
    const metrics = parseMetricsFile(source.metrics).problems.filter(isUnreadFile);
    return { report, title: front.title, problems: [...told, ...metrics] };
  }
  try {
    if (data.isSpent) return fail();
    const built = await buildFromData({ source, parsed, front, data, spending, options });
    keepAnswers(input, data);
    return { ...built, problems: [...told, ...built.problems] };
  } catch (error) {
    if (error instanceof SpentError) return fail();
    throw error;
  } finally {
    // What remembers the data asks the same engine the next time.
    if (!memory || data.isSpent) data.engine.close();
  }
}

/** A folder of data that is a link is met twice. */
function withoutTwice(parsed: readonly Problem[], read: readonly Problem[]): Problem[] {
  const told = new Set(parsed.map(nameProblem));
  return [...parsed, ...read.filter((one) => !told.has(nameProblem(one)))];
}

/** Throws SpentError when it takes more time than the report may. */
async function buildFromData(parts: BookParts): Promise<BuiltReport> {
  const { source, data, spending, options } = parts;
  const { book, ...built } = await buildBook(parts);
  const personal = findPersonal(data.personal, book, source.folder);
  // Where one formula after another had nothing left, nobody has said so.
  spending.assertLeft();
  const problems = [...personal, ...built.problems];
  if (!options.downloads) return { ...built, book, problems };
  const written = await layDownloads(data, source.report, options.downloads, options);
  const datasets = book.datasets.map((dataset) => {
    const download = written.get(dataset.name);
    return { ...dataset, ...(download && { download }) };
  });
  return { ...built, book: { ...book, datasets }, problems };
}

/** The tables as CSV, for as long as the data are the same. */
function layDownloads(
  data: ReportData,
  report: string,
  folder: string,
  { kept, memory }: BuildReportOptions,
): ReturnType<typeof writeDownloads> {
  const options = {
    report,
    folder,
    kept: kept && join(kept.folder, 'downloads'),
    digest: memory?.files.digest,
    writes: kept?.writes,
  };
  return remember(memory, 'downloads', data.key, () => writeDownloads(data, options));
}

const nameProblem = ({ id, place }: Problem): string => `${formatPlace(place)} ${id}`;

/** The values, and the key of all that they are made of. */
async function buildReportValues({
  source: { metrics },
  front: { language, period, dataDate },
  data,
  spending,
  registry,
  options: { memory, course, kept },
}: Omit<BookParts, 'parsed'> & { registry: ReportRegistry }): Promise<BuiltValues & { key: string }> {
  const known = JSON.stringify([course.phases, dataDate]);
  const key = [data.key, metrics?.file, metrics?.text, registry.key, known].join('\0');
  const { engine, blankTimes } = data;
  const phases = listPhases(course);
  const given = { source: metrics, engine, language, period, dataDate, phases };
  const input = { ...given, spending, memory, blankTimes, registry };
  const values = await remember(memory, 'values', key, () => buildKeptValues(input, key, kept?.steps));
  return { ...values, key };
}

/** Parts of the training by the name that `during` knows them by. */
function listPhases({ phases }: CourseFile): Phase[] {
  return phases.map(({ id, title, from, to }) => ({ id: id ?? title, title, from, to }));
}

/** Figures and tables. */
async function buildItems(
  { source, parsed, front: { language }, data, spending, options }: BookParts,
  values: BuiltValues & { key: string },
  numbering: Numbering,
  registry: ReportRegistry,
) {
  const { course, drawings, memory, kept } = options;
  const uses = listFigureUses(parsed);
  const asked = JSON.stringify([values.key, uses.map(({ name, props }) => [name, props])]);
  const assign = async () => [
    ...(await assignReportColours({ ...values, engine: data.engine, registry, uses })),
  ];
  const colours = new Map(
    await remember(memory, 'colours', asked, () => keepStep(kept?.steps, 'colours', asked, assign)),
  );
  return buildNumberedItems(parsed, numbering, {
    ...values,
    engine: data.engine,
    language,
    specs: source.charts,
    images: { root: options.root, folder: source.folder, files: source.assets },
    pool: options.pool,
    spending,
    ...(drawings && { cache: drawings }),
    findings: buildFindingsTable(data.checked, course, language),
    reconciliation: data.reconciliation,
    getId: (use) => numbering.partByUse.get(use)?.id,
    memory,
    steps: kept?.steps,
    registry,
    colours,
    key: hashContent(JSON.stringify([values.key, source.charts, options.assets, [...colours]])),
  });
}

function buildReportImages({ source, parsed, options }: BookParts): ReturnType<typeof buildImages> {
  const { root, downloads, assets, memory, kept } = options;
  const folder = downloads === undefined ? undefined : join(downloads, mediaFolder);
  const uses = [parsed.abstract, ...parsed.chapters].flatMap((chapter) => chapter.images);
  return buildImages(uses, source, { root, folder, assets, memory, steps: kept?.steps });
}

interface CoveringParts {
  values: Awaited<ReturnType<typeof buildReportValues>>;
  figures: Book['figures'];
  tables: Book['tables'];
  numbering: ReturnType<typeof numberParts>;
  prose: ReturnType<typeof buildProse>;
}

/** Which of the parts that the course asks for are there, by what the text shows and mentions. */
function coverParts(
  { parsed, data, options, front }: BookParts,
  { values, figures, tables, numbering, prose }: CoveringParts,
) {
  const mentioned = [...figures, ...tables]
    .map(({ id }) => id)
    .filter((id) => prose.ledger.listMentions('part', id).length > 0);
  return buildCoverage(
    parsed,
    options.course.required,
    {
      values: values.values,
      figures,
      tables,
      mentioned: new Set(mentioned),
      getId: (use) => (use.type === 'tag' ? undefined : numbering.partByUse.get(use)?.id),
      queries: listQueryTables(values.queries, data.engine.tables),
    },
    front.language,
  );
}

interface BookParts {
  source: ReportSource;
  parsed: ParsedReport;
  front: ReportFront;
  data: ReportData;
  spending: Spending;
  options: BuildReportOptions;
}

async function buildBook({
  source,
  parsed,
  front,
  data,
  spending,
  options,
}: BookParts): Promise<BuiltReport & { book: Book }> {
  const { language } = front;
  const { engine, checked } = data;
  const registry = createRegistry({ ...front, course: options.course, tables: engine.tables });
  const values = await buildReportValues({ source, front, data, spending, options, registry });
  const numbering = numberParts(parsed, language);
  const parts = { source, parsed, data, spending, options, front };
  const items = await buildItems(parts, values, numbering, registry);
  const references = resolveReferenceStyle(options.course, front);
  const bibliography = await parseReferences(source.references, references);
  const prose = buildProse(parsed, {
    ...values,
    numbering,
    bibliography,
    references,
    language,
    course: options.course,
  });
  const read = { values: values.values, queries: listQueryTables(values.queries, engine.tables) };
  const figures = citeFigures(items.figures, prose.ledger, (name) => listReadTables(name, read));
  const coverage = coverParts(parts, { values, figures, tables: items.tables, numbering, prose });
  const cited = citeValues(values.values, prose.ledger);
  const evidence = { figures, values: cited, goals: values.goals, language };
  const concluded = withConclusions(prose.chapters, evidence, front.conclusions);
  const images = await buildReportImages(parts);
  const kpis = buildKpis(front.kpis, values, source);
  const steps = options.kept?.steps;
  const members = await keepStep(steps, 'members', data.key, () =>
    readMembers(engine, options.identity === true),
  );
  const datasets = await keepStep(steps, 'datasets', data.key, () =>
    buildDatasets(data, language, options.memory),
  );
  const book: Book = {
    report: source.report,
    language,
    front: buildFront(front, members),
    abstract: { blocks: prose.abstract.blocks, footnotes: prose.abstract.footnotes },
    chapters: concluded.chapters,
    conclusions: concluded.whole,
    values: cited,
    figures,
    pictures: buildPictures(parsed, numbering, prose.ledger),
    images: images.images,
    tables: items.tables,
    datasets,
    checks: buildChecks(checked, options.course, language),
    references: prose.references,
    kpis: kpis.tiles,
    goals: values.goals,
    coverage: coverage.coverage,
    problems: [],
    ruleTitles: {},
  };
  const stages = [values, numbering, items, bibliography, prose, concluded, coverage, kpis, images];
  return {
    report: source.report,
    title: front.title,
    book,
    problems: stages.flatMap((stage) => stage.problems),
  };
}
