import type { Problem } from '../../base/problem.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import { createProblem } from '../../problems/catalog.ts';
import { type KnownTable, knownTables } from '../../schema/tables/known-tables.ts';
import type { DataRule, Facts } from '../facts/facts.ts';

export const duplicateKey: DataRule = {
  title: { zh: '编号不重复', en: 'Ids are unique' },
  why: { zh: '重复的行会使人数、订单数算多。', en: 'A row that is there twice counts twice.' },
  needs: {},
  async find(facts) {
    const found: Problem[] = [];
    for (const table of facts.tables) found.push(...(await findRepeats(facts, table)));
    return found;
  },
};

async function findRepeats(facts: Facts, table: KnownTable): Promise<Problem[]> {
  const { columns } = knownTables[table];
  const all = Object.keys(columns).filter((name) => columns[name]?.unique);
  const key = all.filter((name) => columns[name]?.required || facts.has(table, name));
  if (key.length === 0 || !key.every((name) => facts.has(table, name))) return [];
  const list = key.map(quoteSqlName).join(', ');
  const rows = await facts.query(
    `select * from (
       select concat_ws(' + ', ${list}) as key, row_no, min(row_no) over (partition by ${list}) as first_row
       from ${facts.numbered(table)} where ${key.map((name) => `${quoteSqlName(name)} is not null`).join(' and ')}
     ) where row_no > first_row order by row_no limit 100`,
  );
  return rows.map((row) => {
    const params = { columns: key.join(' + '), key: String(row.key), table, first: Number(row.first_row) };
    return createProblem('duplicate-key', facts.getPlace(table, row.row_no, key[0]!), params);
  });
}
