import type { Problem } from '../../base/problem.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import { createProblem } from '../../problems/catalog.ts';
import { type KnownTable, knownTables } from '../../schema/tables/known-tables.ts';
import { listKeyColumns } from '../../schema/tables/table-schema.ts';
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
  const key = listKeyColumns(knownTables[table], (name) => facts.has(table, name));
  if (key.length === 0) return [];
  const list = key.map(quoteSqlName).join(', ');
  const held = key.map((name) => `${quoteSqlName(name)} is not null`).join(' and ');
  // Of a large table rows are numbered only where there is something to name.
  const repeated = `select ${list} from ${quoteSqlName(table)} where ${held} group by ${list} having count(*) > 1`;
  const [some] = await facts.query(`select count(*) as n from (${repeated} limit 1)`);
  if (Number(some?.n ?? 0) === 0) return [];
  const rows = await facts.query(
    `select * from (
       select concat_ws(' + ', ${list}) as key, row_no, min(row_no) over (partition by ${list}) as first_row
       from ${facts.numbered(table)} semi join (${repeated}) using (${list})
     ) where row_no > first_row order by row_no limit 100`,
  );
  return rows.map((row) => {
    const { line } = facts.getPlace(table, row.first_row, key[0]!);
    const first = { first: Number(row.first_row), ...(line !== undefined && { line }) };
    const params = { columns: key.join(' + '), key: String(row.key), table, ...first };
    return createProblem('duplicate-key', facts.getPlace(table, row.row_no, key[0]!), params);
  });
}
