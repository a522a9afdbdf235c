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
import type { ChartPool } from '../charts/pool.ts';
import type { Engine } from '../data/engine.ts';
import { openEngine } from '../data/open.ts';
import type { CourseFile } from '../schema/course.ts';
import type { ReportFront } from '../schema/report.ts';
import type { ReportSource } from '../source/course.ts';
import { readTables } from '../source/tables.ts';
import type { Book } from './book.ts';
import { bookChecks, findingRows } from './checks.ts';
import { settleCoverage } from './coverage.ts';
import { settleDatasets } from './datasets.ts';
import { writeDownloads } from './downloads.ts';
import { settleFront } from './front.ts';
import { readsOf } from './holdings.ts';
import { settleKpis } from './kpis.ts';
import { type Manuscript, readManuscript } from './manuscript.ts';
import { maskNames, masksOf } from './mask-names.ts';
import { readMembers } from './members.ts';
import { namedMembers } from './named-members.ts';
import { numberParts } from './numbering.ts';
import { citeFigures, settleObjects } from './objects.ts';
import { findPersonal } from './personal.ts';
import { settleProse } from './prose.ts';
import { reconciliationRows } from './reconciliation.ts';
import { readReferences, settleReferences } from './references.ts';
import { type Facts, factsOf } from './rules/facts.ts';
import { type Checked, runRules } from './rules/run.ts';
import { citeValues, settleValues } from './values.ts';

export interface SettleOptions {
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

export interface SettledReport {
  report: string;
  title: string;
  /** Missing when the front matter does not hold. */
  book?: Book;
  problems: Problem[];
}

export async function settleReport(source: ReportSource, options: SettleOptions): Promise<SettledReport> {
  const manuscript = readManuscript(source);
  const read = await readTables(options.root, source.report, {
    language: manuscript.front?.language ?? 'zh',
  });
  const problems = [...manuscript.problems, ...read.problems];
  const { front } = manuscript;
  if (!front) return { report: source.report, title: source.report, problems };
  const masks = options.identity || options.course.names === 'shown' ? new Map() : masksOf(read.tables);
  problems.push(...namedMembers(source, masks));
  const { engine, problems: refused } = await openEngine(maskNames(read.tables, masks), { zone: front.zone });
  try {
    const facts = factsOf({ engine, sources: read.tables, period: front.period, course: options.course });
    const checked = await runRules(facts);
    problems.push(...checked.flatMap(({ found }) => found));
    const settled = await settleBook({ source, manuscript, front, engine, facts, checked, options });
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

interface Parts {
  source: ReportSource;
  manuscript: Manuscript;
  front: ReportFront;
  engine: Engine;
  facts: Facts;
  checked: Checked[];
  options: SettleOptions;
}

async function settleBook({
  source,
  manuscript,
  front,
  engine,
  facts,
  checked,
  options,
}: Parts): Promise<SettledReport> {
  const { language, zone, period } = front;
  const valued = await settleValues({ source: source.metrics, engine, language, zone, period });
  const numbering = numberParts(manuscript, language);
  const objects = await settleObjects(manuscript, numbering, {
    ...valued,
    engine,
    language,
    specs: source.charts,
    images: { root: options.root, folder: source.folder, files: source.assets },
    pool: options.pool,
    ...(options.drawings && { cache: options.drawings }),
    findings: findingRows(checked, options.course, language),
    reconciliation: await reconciliationRows(facts, language),
    idOf: (use) => numbering.idOf.get(use)?.id,
  });
  const bibliography = readReferences(source.references);
  const prose = settleProse(manuscript, {
    ...valued,
    numbering,
    bibliography,
    language,
    course: options.course,
  });
  const figures = citeFigures(objects.figures, prose.ledger);
  const coverage = settleCoverage(
    manuscript,
    options.course.required,
    {
      values: valued.values,
      figures,
      tables: objects.tables,
      mentioned: new Set(
        [...figures, ...objects.tables]
          .map(({ id }) => id)
          .filter((id) => prose.ledger.of('part', id).length > 0),
      ),
      idOf: (use) => (use.type === 'tag' ? undefined : numbering.idOf.get(use)?.id),
      queries: readsOf(valued.queries, engine.tables),
    },
    language,
  );
  const kpis = settleKpis(front.kpis, valued, source);
  const book: Book = {
    report: source.report,
    language,
    front: settleFront(front, await readMembers(engine, options.identity === true)),
    abstract: prose.abstract.blocks,
    chapters: prose.chapters,
    values: citeValues(valued.values, prose.ledger),
    figures,
    tables: objects.tables,
    datasets: await settleDatasets(engine, language),
    checks: bookChecks(checked, options.course, language),
    references: settleReferences(bibliography, prose.cited, language),
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
