import { comparePlaces } from '../base/place.ts';
import type { Problem, Severity } from '../base/problem.ts';
import type { DataRuleId, TextRuleId } from '../problems/rule-problems.ts';
import type { BuiltReport } from '../report/build-book.ts';
import type { BuiltCourse } from '../report/build-course.ts';
import { withSeverities } from '../report/coverage/check-results.ts';
import type { CourseFile } from '../schema/course-file.ts';
import type { ReportSource } from '../source/read-course.ts';
import { dataRules } from './data/data-rules.ts';
import type { DataRule } from './facts/facts.ts';
import { textRules } from './text/text-rules.ts';
import type { TextRule } from './text-rule.ts';

/** Every rule, by the id of its problem. */
export const rules: Record<DataRuleId | TextRuleId, DataRule | TextRule> = { ...dataRules, ...textRules };

/** Runs the rules of the text over every built report, applies the course's severities, and puts all problems in order. */
export function checkCourse(built: BuiltCourse): BuiltCourse {
  const { course, source } = built;
  const reports = built.reports.map((report) => {
    const files = source.reports.find((one) => one.report === report.report);
    return files ? checkReport(report, files, course) : report;
  });
  return { ...built, reports, problems: sortProblems(built.problems, course) };
}

function checkReport(built: BuiltReport, source: ReportSource, course: CourseFile): BuiltReport {
  const { book } = built;
  const found = book ? Object.values(textRules).flatMap((rule) => rule.find({ book, source, course })) : [];
  const problems = sortProblems([...built.problems, ...found], course);
  return { ...built, problems, ...(book && { book: { ...book, problems } }) };
}

/** Severities as the course sets them, then by file and line. */
function sortProblems(problems: readonly Problem[], course: CourseFile): Problem[] {
  return withSeverities(problems, course).sort(
    (a, b) => rank[a.severity] - rank[b.severity] || comparePlaces(a.place, b.place),
  );
}

const rank: Record<Severity, number> = { error: 0, warning: 1, finding: 2 };
