import { isReached } from '../base/conventions/attainment.ts';
import type { Language } from '../base/language.ts';
import type { Book } from '../report/book.ts';
import type { BookSummary, ReportSummary, SiteReport } from './site-types.ts';

export function summarizeReport(one: SiteReport): ReportSummary {
  return one.broken ? { ...one, problems: one.problems.length } : summarizeBook(one);
}

const shownKpis = 4;

function summarizeBook({ report, language, front, kpis, goals, coverage, ...book }: Book): BookSummary {
  const { title, subtitle, team, mentor, period, draft, simulated } = front;
  return {
    report,
    language,
    front: { title, team, mentor, period, draft, simulated, ...(subtitle !== undefined && { subtitle }) },
    kpis: kpis.slice(0, shownKpis).map(({ label, text }) => ({ label, text })),
    goals: goals.map(({ kpi, attainment }) => ({ kpi, attainment })),
    coverage: { done: coverage.done, total: coverage.total },
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
