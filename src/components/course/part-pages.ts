import { splitEvenly } from '../html/even-pages.ts';
import type { BookSummary, Course, ReportSummary } from '../site-types.ts';
import { isBuilt } from './compare-metrics.ts';

/** So that a page of 62 parts stays under six thousand elements. */
const teamsPerPage = 40;

/** The teams of each page on which parts stand by team; none where the course asks for no parts. */
export function listPartPages(course: Course, reports: readonly ReportSummary[]): BookSummary[][] {
  const built = reports.filter(isBuilt);
  return course.parts.length === 0 || built.length === 0 ? [] : splitEvenly(built, teamsPerPage);
}
