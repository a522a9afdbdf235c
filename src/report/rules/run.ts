import type { Bilingual } from '../../base/language.ts';
import type { Problem } from '../../base/problem.ts';
import { problem } from '../../problems/problem.ts';
import type { RuleId } from '../../problems/rules.ts';
import type { KnownTable } from '../../schema/tables/registry.ts';
import type { Facts } from './facts.ts';
import { dataRules } from './index.ts';

/** What came of one rule on the tables of a report. */
export interface Checked {
  rule: RuleId;
  title: Bilingual;
  found: Problem[];
}

const toldOneByOne = 20;

/** Runs every rule that the report has the tables for, in the order of the registry. */
export async function runRules(facts: Facts): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const [rule, { title, needs, find }] of Object.entries(dataRules)) {
    const asked = Object.entries(needs).every(([table, columns]) =>
      columns.every((column) => facts.has(table as KnownTable, column)),
    );
    if (asked) checked.push({ rule: rule as RuleId, title, found: abridged(await find(facts), title) });
  }
  return checked;
}

function abridged(found: Problem[], title: Bilingual): Problem[] {
  const next = found[toldOneByOne];
  if (!next) return found;
  const more = found.length - toldOneByOne;
  const rest = problem('more-found', next.place, { title: title.zh, titleEn: title.en, more });
  return [...found.slice(0, toldOneByOne), { ...rest, severity: next.severity }];
}
