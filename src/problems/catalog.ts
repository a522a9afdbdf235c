import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { ProblemDefinition } from './define-problem.ts';
import { ruleProblems } from './rule-problems.ts';
import { cardProblems } from './texts/card-problems.ts';
import { chartProblems } from './texts/chart-problems.ts';
import { courseProblems } from './texts/course-problems.ts';
import { csvProblems } from './texts/csv-problems.ts';
import { figureInputProblems } from './texts/figure-input-problems.ts';
import { figureProblems } from './texts/figure-problems.ts';
import { fileProblems } from './texts/file-problems.ts';
import { formulaProblems } from './texts/formula-problems.ts';
import { jsonProblems } from './texts/json-problems.ts';
import { markdownProblems } from './texts/markdown-problems.ts';
import { nameProblems } from './texts/name-problems.ts';
import { parquetProblems } from './texts/parquet-problems.ts';
import { printProblems } from './texts/print-problems.ts';
import { privacyProblems } from './texts/privacy-problems.ts';
import { queryProblems } from './texts/query-problems.ts';
import { referenceProblems } from './texts/reference-problems.ts';
import { reportProblems } from './texts/report-problems.ts';
import { shapeProblems } from './texts/shape-problems.ts';
import { sqlProblems } from './texts/sql-problems.ts';
import { tableProblems } from './texts/table-problems.ts';
import { tagProblems } from './texts/tag-problems.ts';
import { valueProblems } from './texts/value-problems.ts';
import { yamlProblems } from './texts/yaml-problems.ts';

/** Every problem there is. An id is kebab-case and never renamed. */
export const catalog = {
  ...markdownProblems,
  ...tagProblems,
  ...fileProblems,
  ...nameProblems,
  ...csvProblems,
  ...parquetProblems,
  ...jsonProblems,
  ...tableProblems,
  ...shapeProblems,
  ...sqlProblems,
  ...valueProblems,
  ...queryProblems,
  ...formulaProblems,
  ...figureProblems,
  ...figureInputProblems,
  ...chartProblems,
  ...courseProblems,
  ...yamlProblems,
  ...reportProblems,
  ...referenceProblems,
  ...printProblems,
  ...ruleProblems,
  ...privacyProblems,
  ...cardProblems,
};

type ProblemId = keyof typeof catalog;
type ParamsOf<K extends ProblemId> = (typeof catalog)[K] extends ProblemDefinition<infer P> ? P : never;

/** Makes the problem `id` at `place`; the texts are filled in both languages. */
export function createProblem<K extends ProblemId>(id: K, place: Place, params: ParamsOf<K>): Problem {
  const { severity, what, cure } = catalog[id] as unknown as ProblemDefinition<ParamsOf<K>>;
  const inEnglish = toEnglishLists(params);
  return {
    id,
    severity,
    place,
    what: { zh: what.zh(params), en: what.en(inEnglish) },
    cure: { zh: cure.zh(params), en: cure.en(inEnglish) },
  };
}

/** Parameters that are lists of names; others quote what an author wrote, to the letter. */
const listParams = new Set(['all', 'columns', 'found', 'missing', 'names', 'owners', 'sources']);

/** Lists as English writes them: `a, b… (12)` for `a、b…（12）`. */
function toEnglishLists<P>(params: P): P {
  const entries = Object.entries(params as Record<string, unknown>).map(([key, value]) =>
    listParams.has(key) && typeof value === 'string'
      ? [key, value.replaceAll('、', ', ').replace(/…（(\d+)）$/, '… ($1)')]
      : [key, value],
  );
  return Object.fromEntries(entries) as P;
}
