import type { Language } from '../base/language.ts';
import { showPlace } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Rows } from '../base/series.ts';
import type { CourseFile } from '../schema/course.ts';
import { reportWords } from '../words/report.ts';
import type { BookCheck } from './book.ts';
import { dataRules } from './rules/index.ts';
import type { Checked } from './rules/run.ts';
import { withSeverities } from './severity.ts';

/** The rules between tables as the book tells them: what was asked, and how often it did not hold. */
export function bookChecks(checked: readonly Checked[], course: CourseFile, language: Language): BookCheck[] {
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
export function findingRows(checked: readonly Checked[], course: CourseFile, language: Language): Rows {
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
      .map((one) => findingRow(title[language], one, language)),
  );
  return { columns, rows };
}

function findingRow(title: string, { what, place, cure }: Problem, language: Language): string[] {
  return [title, what[language], showPlace(place).replace(/^data\/[^/]+\//, ''), cure[language]];
}
