/** Every problem there is, by what it is about, with the example that its fixture gives. */
import type { Severity } from '../../base/problem.ts';
import { catalog } from '../../problems/catalog.ts';
import type { ProblemExample } from '../../problems/problem-example.ts';
import { problemExamples } from '../../problems/problem-examples.generated.ts';
import { rightLines } from '../../problems/right-lines.ts';
import { ruleProblems } from '../../problems/rule-problems.ts';
import { cardProblems } from '../../problems/texts/card-problems.ts';
import { chartProblems } from '../../problems/texts/chart-problems.ts';
import { courseProblems } from '../../problems/texts/course-problems.ts';
import { figureInputProblems } from '../../problems/texts/figure-input-problems.ts';
import { figureProblems } from '../../problems/texts/figure-problems.ts';
import { formulaProblems } from '../../problems/texts/formula-problems.ts';
import { markdownProblems } from '../../problems/texts/markdown-problems.ts';
import { queryProblems } from '../../problems/texts/query-problems.ts';
import { referenceProblems } from '../../problems/texts/reference-problems.ts';
import { reportProblems } from '../../problems/texts/report-problems.ts';
import { sqlProblems } from '../../problems/texts/sql-problems.ts';
import { tagProblems } from '../../problems/texts/tag-problems.ts';
import { textRuleProblems } from '../../problems/texts/text-rule-problems.ts';
import { valueProblems } from '../../problems/texts/value-problems.ts';
import { yamlProblems } from '../../problems/texts/yaml-problems.ts';
import type { CheckKind } from '../../words/site/check-words.ts';

export const checksPage = 'guide/checks.html';

export interface CheckEntry {
  id: string;
  severity: Severity;
  example?: ProblemExample;
  right?: string;
}

const catalogs: Record<Exclude<CheckKind, 'data'>, readonly object[]> = {
  text: [markdownProblems, tagProblems, textRuleProblems],
  values: [valueProblems, queryProblems, formulaProblems, sqlProblems],
  figures: [figureProblems, figureInputProblems, chartProblems],
  rules: [ruleProblems],
  course: [courseProblems, yamlProblems, reportProblems, cardProblems, referenceProblems],
};

/** Each id stands once, with the first kind that has it; what is left is about the data files. */
function findKind(id: string): CheckKind {
  const found = Object.entries(catalogs).find(([, texts]) => texts.some((one) => Object.hasOwn(one, id)));
  return (found?.[0] as CheckKind | undefined) ?? 'data';
}

/** In order of the kinds, then of the ids. */
export function listChecks(kinds: readonly CheckKind[]): { kind: CheckKind; entries: CheckEntry[] }[] {
  const entries = Object.entries(catalog)
    .map(([id, { severity }]): CheckEntry => {
      const example = problemExamples[id];
      const right = rightLines[id];
      return { id, severity, ...(example && { example }), ...(right !== undefined && { right }) };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return kinds.map((kind) => ({ kind, entries: entries.filter(({ id }) => findKind(id) === kind) }));
}
