import type { Problem, Severity } from '../base/problem.ts';
import type { SettledCourse } from '../report/course.ts';
import type { SettledReport } from '../report/settle.ts';
import { withSeverities } from '../report/severity.ts';
import type { CourseFile } from '../schema/course.ts';
import type { ReportSource } from '../source/course.ts';
import { rules } from './rules/index.ts';

/** Runs the rules over every settled report, applies the course's severities, and puts all problems in order. */
export function checkCourse(settled: SettledCourse): SettledCourse {
  const { course, source } = settled;
  const reports = settled.reports.map((report) => {
    const files = source.reports.find((one) => one.report === report.report);
    return files ? checkReport(report, files, course) : report;
  });
  return { ...settled, reports, problems: arrange(settled.problems, course) };
}

function checkReport(settled: SettledReport, source: ReportSource, course: CourseFile): SettledReport {
  const { book } = settled;
  const found = book ? rules.flatMap((rule) => rule({ book, source, course })) : [];
  const problems = arrange([...settled.problems, ...found], course);
  return { ...settled, problems, ...(book && { book: { ...book, problems } }) };
}

/** Severities as the course sets them, then by file and line. */
function arrange(problems: readonly Problem[], course: CourseFile): Problem[] {
  return withSeverities(problems, course).sort(
    (a, b) => rank[a.severity] - rank[b.severity] || byPlace(a, b),
  );
}

const rank: Record<Severity, number> = { error: 0, warning: 1, finding: 2 };

function byPlace({ place: a }: Problem, { place: b }: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
