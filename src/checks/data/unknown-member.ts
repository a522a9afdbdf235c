import { listNames } from '../../base/names/suggest-names.ts';
import { findNearestName } from '../../base/nearest-name.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { KnownTable } from '../../schema/tables/known-tables.ts';
import type { DataRule, Facts } from '../facts/facts.ts';
import { splitList } from '../facts/split-list.ts';

/** Columns that name members. */
const columns: readonly (readonly [table: KnownTable, column: string])[] = [
  ['tasks', 'owner'],
  ['content_calendar', 'owner'],
  ['review_log', 'reviewer'],
  ['tracking_plan', 'owner'],
  ['decision_log', 'owner'],
  ['lessons', 'owner'],
  ['skills', 'member_id'],
  ['topic_pool', 'proposer'],
  ['crisis_cases', 'owner'],
  ['peer_ratings', 'rater'],
  ['peer_ratings', 'member'],
];

export const unknownMember: DataRule = {
  title: { zh: '负责人都是小组成员', en: 'Whoever is in charge is a member' },
  why: {
    zh: '按人统计时，写错的名字会成为另一个人。',
    en: 'A name spelled otherwise would count as another person.',
  },
  needs: { members: ['member_id', 'name'] },
  async find(facts) {
    const members = await facts.rows('members');
    const names = members.flatMap(({ member_id, name }) => [String(member_id), String(name)]);
    const found: Problem[] = [];
    for (const [table, column] of columns) {
      if (facts.has(table, column)) found.push(...(await findUnknownMembers(facts, table, column, names)));
    }
    return found;
  },
};

/** Every stranger once, at the first row that names it. */
async function findUnknownMembers(
  facts: Facts,
  table: KnownTable,
  column: string,
  names: string[],
): Promise<Problem[]> {
  const seen = new Set(names);
  const found: Problem[] = [];
  for (const row of await facts.rows(table)) {
    for (const name of splitList(row[column])) {
      if (seen.has(name)) continue;
      seen.add(name);
      const all = listNames(
        name,
        names.filter((_, at) => at % 2 === 1),
      );
      const place = facts.getPlace(table, row.row_no, column);
      found.push(
        createProblem('unknown-member', place, { name, column, near: findNearestName(name, names), all }),
      );
    }
  }
  return found;
}
