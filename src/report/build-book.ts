/**
 * Builds a report: from what the team wrote and handed in to the book that is printed twice.
 *
 *   chapters ──────▶ manuscript ─▶ numbering ─────────────┐
 *   tables ────────▶ engine ─▶ values ─▶ figures, tables ─┼─▶ prose ─▶ book
 *   references.bib ▶ bibliography ────────────────────────┘
 *
 * All problems are collected; whoever calls decides. A book comes out whenever the front matter holds.
 */

import { type Spending, SpentError } from '../base/limits/spending.ts';
import { formatPlace } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { SourceTable } from '../base/source-table.ts';
import type { ChartPool } from '../charts/draw/pool.ts';
import { type RuleResult, runDataRules } from '../checks/data/data-rules.ts';
import { createFacts, type Facts } from '../checks/facts/facts.ts';
import type { Engine } from '../data/engine.ts';
import { AnsweringEngine, readAnswers, writeAnswers } from '../data/kept-answers.ts';
import { openEngine } from '../data/open-engine.ts';
import type { CourseFile } from '../schema/course-file.ts';
import type { ReportFront } from '../schema/front-matter.ts';
import type { ReportSource } from '../source/read-course.ts';
import { readTables } from '../source/read-tables.ts';
import type { Book } from './book.ts';
import { buildChecks, buildFindingsTable } from './coverage/check-results.ts';
import { buildCoverage } from './coverage/coverage.ts';
import { listQueryTables } from './coverage/requirement.ts';
import { buildNumberedItems, citeFigures } from './figures/numbered-items.ts';
import { numberParts } from './manuscript/numbering.ts';
import { type ParsedReport, parseReport } from './manuscript/parsed-report.ts';
import { buildFront } from './manuscript/report-front.ts';
import { buildMasks, findNamedMembers, maskNames } from './privacy/mask-names.ts';
import { findPersonal } from './privacy/personal-data.ts';
import { readMembers } from './privacy/read-members.ts';
import { createSpending, createSpentProblem } from './spent-report.ts';
import { buildDatasets, writeDownloads } from './tables/datasets.ts';
import { findFarDates, withoutFarDates } from './tables/far-dates.ts';
import { buildReconciliationTable } from './tables/reconciliation-table.ts';
import { buildProse } from './text/build-prose.ts';
import { buildReferences, parseReferences } from './text/citations.ts';
import { buildKpis } from './text/tiles.ts';
import { buildValues, citeValues } from './values/build-values.ts';

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
  /** Where answers of the engine are kept. */
  answers?: AnswerCache;
}

interface AnswerCache {
  folder: string;
  /** What stands for the program, the course and the data of the report. */
  key: string;
}

export interface BuiltReport {
  report: string;
  title: string;
  /** Missing when the front matter does not hold. */
  book?: Book;
  problems: Problem[];
}

export async function buildReport(source: ReportSource, options: BuildReportOptions): Promise<BuiltReport> {
  const parsed = parseReport(source);
  const read = await readTables(options.root, source.report, {
    language: parsed.front?.language ?? 'zh',
  });
  // A folder of data that is a link is met twice.
  const told = new Set(parsed.problems.map(nameProblem));
  const problems = [...parsed.problems, ...read.problems.filter((one) => !told.has(nameProblem(one)))];
  const { front } = parsed;
  if (!front) return { report: source.report, title: source.report, problems };
  const masks = options.identity || options.course.names === 'shown' ? new Map() : buildMasks(read.tables);
  problems.push(...findNamedMembers(source, masks));
  const dated = withoutFarDates(read.tables, front.period);
  problems.push(...dated.problems);
  const spending = createSpending(source, options.course);
  const opened = await openEngine(maskNames(dated.tables, masks), {
    zone: front.zone,
    copies: options.copies,
    spending,
  });
  const { problems: engineProblems } = opened;
  const key = `${options.answers?.key} ${JSON.stringify([front.language, front.zone, front.period])}`;
  const { folder } = options.answers ?? {};
  const known = folder === undefined ? new Map() : readAnswers(folder, source.report, key);
  const engine = new AnsweringEngine(opened.engine, known);
  try {
    const given = { source, parsed, front, engine, spending, options };
    const built = await buildFromTables(given, dated.tables, problems);
    if (folder !== undefined) await writeAnswers(folder, source.report, key, await engine.listAnswers());
    return { ...built, problems: [...problems, ...engineProblems, ...built.problems] };
  } catch (error) {
    if (!(error instanceof SpentError)) throw error;
    const spent = createSpentProblem(spending, source);
    return { report: source.report, title: front.title, problems: [...problems, ...engineProblems, spent] };
  } finally {
    engine.close();
  }
}

/** Adds to `problems`, so that they are told also where it throws SpentError: when it takes more time than the report may. */
async function buildFromTables(
  given: Omit<BookParts, 'facts' | 'checked'>,
  tables: readonly SourceTable[],
  problems: Problem[],
): Promise<BuiltReport> {
  const { source, engine, spending, options } = given;
  const { period } = given.front;
  problems.push(...(await findFarDates(engine, tables, period)));
  const facts = createFacts({ engine, sources: tables, period, course: options.course });
  const checked = await runDataRules(facts);
  problems.push(...checked.flatMap(({ found }) => found));
  const built = await buildBook({ ...given, facts, checked });
  if (built.book) problems.push(...(await findPersonal(engine, built.book, source.folder)));
  // Where one formula after another had nothing left, nobody has said so.
  spending.assertLeft();
  if (options.downloads) {
    const written = await writeDownloads(engine, options.downloads);
    for (const dataset of built.book?.datasets ?? []) {
      const download = written.get(dataset.name);
      if (download) dataset.download = download;
    }
  }
  return built;
}

const nameProblem = ({ id, place }: Problem): string => `${formatPlace(place)} ${id}`;

interface BookParts {
  source: ReportSource;
  parsed: ParsedReport;
  front: ReportFront;
  engine: Engine;
  spending: Spending;
  facts: Facts;
  checked: RuleResult[];
  options: BuildReportOptions;
}

async function buildBook({
  source,
  parsed,
  front,
  engine,
  spending,
  facts,
  checked,
  options,
}: BookParts): Promise<BuiltReport> {
  const { language, period } = front;
  const values = await buildValues({ source: source.metrics, engine, language, period, spending });
  const numbering = numberParts(parsed, language);
  const items = await buildNumberedItems(parsed, numbering, {
    ...values,
    engine,
    language,
    specs: source.charts,
    images: { root: options.root, folder: source.folder, files: source.assets },
    pool: options.pool,
    spending,
    ...(options.drawings && { cache: options.drawings }),
    findings: buildFindingsTable(checked, options.course, language),
    reconciliation: await buildReconciliationTable(facts, language),
    getId: (use) => numbering.partByUse.get(use)?.id,
  });
  const bibliography = parseReferences(source.references);
  const prose = buildProse(parsed, {
    ...values,
    numbering,
    bibliography,
    language,
    course: options.course,
  });
  const figures = citeFigures(items.figures, prose.ledger);
  const coverage = buildCoverage(
    parsed,
    options.course.required,
    {
      values: values.values,
      figures,
      tables: items.tables,
      mentioned: new Set(
        [...figures, ...items.tables]
          .map(({ id }) => id)
          .filter((id) => prose.ledger.listMentions('part', id).length > 0),
      ),
      getId: (use) => (use.type === 'tag' ? undefined : numbering.partByUse.get(use)?.id),
      queries: listQueryTables(values.queries, engine.tables),
    },
    language,
  );
  const kpis = buildKpis(front.kpis, values, source);
  const book: Book = {
    report: source.report,
    language,
    front: buildFront(front, await readMembers(engine, options.identity === true)),
    abstract: { blocks: prose.abstract.blocks, footnotes: prose.abstract.footnotes },
    chapters: prose.chapters,
    values: citeValues(values.values, prose.ledger),
    figures,
    tables: items.tables,
    datasets: await buildDatasets(engine, language),
    checks: buildChecks(checked, options.course, language),
    references: buildReferences(bibliography, prose.cited),
    kpis: kpis.tiles,
    goals: values.goals,
    coverage: coverage.coverage,
    problems: [],
  };
  const parts = [values, numbering, items, bibliography, prose, coverage, kpis];
  return {
    report: source.report,
    title: front.title,
    book,
    problems: parts.flatMap((part) => part.problems),
  };
}
