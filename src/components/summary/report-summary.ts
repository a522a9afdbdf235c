import { isReached } from '../../base/conventions/attainment.ts';
import type { Language } from '../../base/language.ts';
import type { Book, CoveredPart } from '../../report/book.ts';
import type { BookSummary, ReportSummary, SiteReport } from '../site-types.ts';
import { groupParts } from './group-parts.ts';
import { listMeasures } from './list-measures.ts';

/** `wanted`: ids of the metrics that the course asks every report for. */
export function summarizeReport(one: SiteReport, wanted: readonly string[]): ReportSummary {
  return one.broken ? { ...one, problems: one.problems.length } : summarizeBook(one, wanted);
}

/** The required parts by the chapters of the course, `1` where one is covered. */
export function summarizeParts(items: readonly CoveredPart[]): string[] {
  return groupParts(items).map(({ parts }) => parts.map(({ done }) => (done ? '1' : '0')).join(''));
}

const shownKpis = 4;

function summarizeBook(book: Book, wanted: readonly string[]): BookSummary {
  const { report, language, front, kpis, goals, coverage } = book;
  const { title, subtitle, team, mentor, period, draft, simulated } = front;
  return {
    report,
    language,
    front: { title, team, mentor, period, draft, simulated, ...(subtitle !== undefined && { subtitle }) },
    kpis: kpis.slice(0, shownKpis).map(({ label, text }) => ({ label, text })),
    goals: goals.map(({ kpi, attainment }) => ({ kpi, attainment })),
    measures: listMeasures(book, wanted),
    coverage: { done: coverage.done, total: coverage.total },
    parts: summarizeParts(coverage.items),
    counts: {
      chapters: book.chapters.length,
      figures: book.figures.length + book.pictures.length,
      values: Object.keys(book.values).length,
    },
  };
}

export function countGoalsMet({ goals }: Pick<BookSummary, 'goals'>): number {
  return goals.filter(({ attainment }) => isReached(attainment.outcome)).length;
}

/** Those in the language of the course first. */
export function sortReports<T extends { language?: Language }>(
  reports: readonly T[],
  language: Language,
): T[] {
  const foreign = (one: T): number => (one.language === language ? 0 : 1);
  return reports.toSorted((a, b) => foreign(a) - foreign(b));
}
