import { comparePlaces, formatPlace } from '../base/place.ts';
import type { Problem, Severity } from '../base/problem.ts';
import type { DataRuleId, TextRuleId } from '../problems/rule-problems.ts';
import { isUnreadFile } from '../problems/unread-file.ts';
import type { BuiltReport } from '../report/build-book.ts';
import type { BuiltCourse } from '../report/build-course.ts';
import { withSeverities } from '../report/coverage/check-results.ts';
import type { CourseFile } from '../schema/course-file.ts';
import type { ReportSource } from '../source/read-course.ts';
import { buildCard, findMissedLimits, findWaiverProblems } from './card/judge-card.ts';
import { isCourseUnread, splitByCourse, withHanging, withoutConsequences } from './consequences.ts';
import { dataRules } from './data/data-rules.ts';
import type { DataRule } from './facts/facts.ts';
import { textRules } from './text/text-rules.ts';
import type { TextRule } from './text-rule.ts';
import type { FormerValue } from './typed/former-values.ts';

/** Every rule, by the id of its problem. */
export const rules: Record<DataRuleId | TextRuleId, DataRule | TextRule> = { ...dataRules, ...textRules };

/**
 * Runs the rules of the text over every built report, applies the course's severities, and puts all problems in order.
 * `known`: reports that were checked already, by what they were before. `former`: values of an older build, by report.
 */
export function checkCourse(
  built: BuiltCourse,
  known: ReadonlyMap<BuiltReport, BuiltReport> = new Map(),
  former: ReadonlyMap<string, readonly FormerValue[]> = new Map(),
): BuiltCourse {
  const { course, source } = built;
  const isUnread = isCourseUnread(built.problems);
  let hanging = 0;
  const reports = built.reports.map((report) => {
    const files = source.reports.find((one) => one.report === report.report);
    if (!files) return report;
    const checked = known.get(report) ?? checkReport(report, files, course, former.get(report.report));
    if (!isUnread) return checked;
    const split = splitByCourse(checked.problems);
    hanging += split.hanging;
    return withProblems(checked, split.own);
  });
  const names = source.reports.map(({ report }) => report);
  const ofWaivers = findWaiverProblems(course, source.course, names, reports);
  const ofCourse = withHanging(withoutConsequences([...built.problems, ...ofWaivers]), hanging);
  return { ...built, reports, problems: sortProblems(ofCourse, course) };
}

/** One report of a course whose own files are sound. */
export function checkReport(
  built: BuiltReport,
  source: ReportSource,
  course: CourseFile,
  former?: readonly FormerValue[],
): BuiltReport {
  const { book } = built;
  if (!book) return withProblems(built, sortProblems(withoutConsequences(built.problems), course));
  const input = { book, source, course, former };
  const found = Object.values(textRules).flatMap((rule) => rule.find(input));
  const problems = [...built.problems, ...found];
  const card = buildCard(input, problems);
  const all = [...problems, ...findMissedLimits(card, source)];
  return { ...withProblems(built, sortProblems(withoutConsequences(all), course)), card };
}

function withProblems(built: BuiltReport, problems: Problem[]): BuiltReport {
  const { book } = built;
  if (!book) return { ...built, problems };
  const ruleTitles = Object.fromEntries(
    problems.flatMap(({ id }) => (isRule(id) ? [[id, rules[id].title[book.language]]] : [])),
  );
  return { ...built, problems, book: { ...book, problems, ruleTitles } };
}

const isRule = (id: string): id is keyof typeof rules => Object.hasOwn(rules, id);

/** Severities as the course sets them, what keeps others from being found first, then by file and line; nothing twice. */
function sortProblems(problems: readonly Problem[], course: CourseFile): Problem[] {
  const isFirst = (problem: Problem) => (isUnreadFile(problem) ? 0 : 1);
  const sorted = withSeverities(problems, course).sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] || isFirst(a) - isFirst(b) || comparePlaces(a.place, b.place),
  );
  const names = sorted.map(({ id, place, what }) => `${formatPlace(place)} ${id} ${what.zh}`);
  return sorted.filter((_, at) => names[at] !== names[at - 1]);
}

const rank: Record<Severity, number> = { error: 0, warning: 1, finding: 2 };
