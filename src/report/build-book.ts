/**
 * Settles a report: from what the team wrote and handed in to the book that is printed twice.
 *
 *   chapters ──────▶ manuscript ─▶ numbering ─────────────┐
 *   tables ────────▶ engine ─▶ values ─▶ figures, tables ─┼─▶ prose ─▶ book
 *   references.bib ▶ bibliography ────────────────────────┘
 *
 * All problems are collected; whoever calls decides. A book comes out whenever the front matter holds.
 */
import type { Problem } from '../base/problem.ts';
import type { ChartPool } from '../charts/draw/pool.ts';
import { type RuleResult, runDataRules } from '../checks/data/data-rules.ts';
import { createFacts, type Facts } from '../checks/facts/facts.ts';
import type { Engine } from '../data/engine.ts';
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
import { buildDatasets, writeDownloads } from './tables/datasets.ts';
import { buildReconciliationTable } from './tables/reconciliation-table.ts';
import { buildProse } from './text/build-prose.ts';
import { buildReferences, parseReferences } from './text/citations.ts';
import { buildKpis } from './text/tiles.ts';
import { buildValues, citeValues } from './values/build-values.ts';

interface BuildReportOptions {
  root: string;
  course: CourseFile;
  pool: ChartPool;
  /** Folder for drawings that need not be drawn again. */
  drawings?: string;
  /** For the hand-in PDF: members with names and student numbers. */
  identity?: boolean;
  /** Folder that takes the report's tables as CSV; none are written without it. */
  downloads?: string;
}

export interface BuiltReport {
  report: string;
  title: string;
  /** Missing when the front matter does not hold. */
  book?: Book;
  problems: Problem[];
}

export async function buildReport(source: ReportSource, options: BuildReportOptions): Promise<BuiltReport> {
  const manuscript = parseReport(source);
  const read = await readTables(options.root, source.report, {
    language: manuscript.front?.language ?? 'zh',
  });
  const problems = [...manuscript.problems, ...read.problems];
  const { front } = manuscript;
  if (!front) return { report: source.report, title: source.report, problems };
  const masks = options.identity || options.course.names === 'shown' ? new Map() : buildMasks(read.tables);
  problems.push(...findNamedMembers(source, masks));
  const { engine, problems: refused } = await openEngine(maskNames(read.tables, masks), { zone: front.zone });
  try {
    const facts = createFacts({ engine, sources: read.tables, period: front.period, course: options.course });
    const checked = await runDataRules(facts);
    problems.push(...checked.flatMap(({ found }) => found));
    const settled = await buildBook({ source, manuscript, front, engine, facts, checked, options });
    if (settled.book) problems.push(...(await findPersonal(engine, settled.book, source.folder)));
    if (options.downloads) {
      const written = await writeDownloads(engine, options.downloads);
      for (const dataset of settled.book?.datasets ?? []) {
        const download = written.get(dataset.name);
        if (download) dataset.download = download;
      }
    }
    return { ...settled, problems: [...problems, ...refused, ...settled.problems] };
  } finally {
    engine.close();
  }
}

interface BookParts {
  source: ReportSource;
  manuscript: ParsedReport;
  front: ReportFront;
  engine: Engine;
  facts: Facts;
  checked: RuleResult[];
  options: BuildReportOptions;
}

async function buildBook({
  source,
  manuscript,
  front,
  engine,
  facts,
  checked,
  options,
}: BookParts): Promise<BuiltReport> {
  const { language, period } = front;
  const valued = await buildValues({ source: source.metrics, engine, language, period });
  const numbering = numberParts(manuscript, language);
  const objects = await buildNumberedItems(manuscript, numbering, {
    ...valued,
    engine,
    language,
    specs: source.charts,
    images: { root: options.root, folder: source.folder, files: source.assets },
    pool: options.pool,
    ...(options.drawings && { cache: options.drawings }),
    findings: buildFindingsTable(checked, options.course, language),
    reconciliation: await buildReconciliationTable(facts, language),
    getId: (use) => numbering.partByUse.get(use)?.id,
  });
  const bibliography = parseReferences(source.references);
  const prose = buildProse(manuscript, {
    ...valued,
    numbering,
    bibliography,
    language,
    course: options.course,
  });
  const figures = citeFigures(objects.figures, prose.ledger);
  const coverage = buildCoverage(
    manuscript,
    options.course.required,
    {
      values: valued.values,
      figures,
      tables: objects.tables,
      mentioned: new Set(
        [...figures, ...objects.tables]
          .map(({ id }) => id)
          .filter((id) => prose.ledger.listMentions('part', id).length > 0),
      ),
      getId: (use) => (use.type === 'tag' ? undefined : numbering.partByUse.get(use)?.id),
      queries: listQueryTables(valued.queries, engine.tables),
    },
    language,
  );
  const kpis = buildKpis(front.kpis, valued, source);
  const book: Book = {
    report: source.report,
    language,
    front: buildFront(front, await readMembers(engine, options.identity === true)),
    abstract: prose.abstract.blocks,
    chapters: prose.chapters,
    values: citeValues(valued.values, prose.ledger),
    figures,
    tables: objects.tables,
    datasets: await buildDatasets(engine, language),
    checks: buildChecks(checked, options.course, language),
    references: buildReferences(bibliography, prose.cited, language),
    kpis: kpis.tiles,
    goals: valued.goals,
    coverage: coverage.coverage,
    problems: [],
  };
  const parts = [valued, numbering, objects, bibliography, prose, coverage, kpis];
  return {
    report: source.report,
    title: front.title,
    book,
    problems: parts.flatMap((part) => part.problems),
  };
}
