import type { Bilingual } from '../../base/language.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { RuleId } from '../../problems/rule-problems.ts';
import type { KnownTable } from '../../schema/tables/known-tables.ts';
import type { Facts } from '../facts/facts.ts';
import { dataRules } from './data-rules.ts';

/** What came of one rule on the tables of a report. */
export interface RuleResult {
  rule: RuleId;
  title: Bilingual;
  found: Problem[];
}

const mostListed = 20;

/** Runs every rule that the report has the tables for, in the order of the registry. */
export async function runDataRules(facts: Facts): Promise<RuleResult[]> {
  const checked: RuleResult[] = [];
  for (const [rule, { title, needs, find }] of Object.entries(dataRules)) {
    const asked = Object.entries(needs).every(([table, columns]) =>
      columns.every((column) => facts.has(table as KnownTable, column)),
    );
    if (asked)
      checked.push({ rule: rule as RuleId, title, found: abridgeProblems(await find(facts), title) });
  }
  return checked;
}

function abridgeProblems(found: Problem[], title: Bilingual): Problem[] {
  const next = found[mostListed];
  if (!next) return found;
  const more = found.length - mostListed;
  const rest = createProblem('more-found', next.place, { title: title.zh, titleEn: title.en, more });
  return [...found.slice(0, mostListed), { ...rest, severity: next.severity }];
}
