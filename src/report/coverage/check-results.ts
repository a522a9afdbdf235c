import type { Language } from '../../base/language.ts';
import { formatPlace } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { TableRows } from '../../base/value-series.ts';
import { dataRules, type RuleResult } from '../../checks/data/data-rules.ts';
import { isDataRuleId } from '../../problems/rule-problems.ts';
import type { CourseFile } from '../../schema/course-file.ts';
import { reportWords } from '../../words/report-words.ts';
import type { BookCheck } from '../book.ts';

/** The rules between tables as the book lists them: what should hold, and how often it did not. */
export function buildChecks(
  checked: readonly RuleResult[],
  course: CourseFile,
  language: Language,
): BookCheck[] {
  return checked
    .filter(({ rule }) => course.severities[rule] !== 'off')
    .map(({ rule, title, found }) => ({
      id: rule,
      title: title[language],
      why: dataRules[rule].why[language],
      found: found.length,
    }));
}

/** `<Table of="findings">`: what the rules found, but for errors, which no printed report has. */
export function buildFindingsTable(
  checked: readonly RuleResult[],
  course: CourseFile,
  language: Language,
): TableRows {
  const words = reportWords[language];
  const heads = { rule: words.rule, found: words.found, place: words.place, cure: words.cure };
  const columns = Object.entries(heads).map(([name, label]) => ({
    name,
    label,
    unit: '',
    align: 'left' as const,
  }));
  const rows = checked.flatMap(({ title, found }) =>
    withSeverities(found, course)
      .filter(({ severity }) => severity !== 'error')
      .map((one) => formatFindingRow(title[language], one, language)),
  );
  return { columns, rows };
}

function formatFindingRow(title: string, { what, place, cure }: Problem, language: Language): string[] {
  return [title, what[language], formatPlace(place).replace(/^data\/[^/]+\//, ''), cure[language]];
}

/** Problems with the severities that the course sets; those set to `off` are gone. What cannot be shown stays an error, what breaks a rule between tables may be made less. */
export function withSeverities(problems: readonly Problem[], { severities }: CourseFile): Problem[] {
  return problems.flatMap((one) => {
    const wanted = one.severity === 'error' && !isDataRuleId(one.id) ? undefined : severities[one.id];
    if (wanted === 'off') return [];
    return [wanted ? { ...one, severity: wanted } : one];
  });
}
