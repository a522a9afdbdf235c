/** How the rows of one table find theirs in another: by its key, so that no row is counted twice. */
import { quoteSqlName, quoteSqlText } from '../../../base/quoting.ts';
import type { EngineTable } from '../../../data/engine.ts';
import { createProblem } from '../../../problems/catalog.ts';
import { findKnownTable } from '../../../schema/tables/known-tables.ts';
import { listKeyColumns } from '../../../schema/tables/table-schema.ts';
import { listReferences } from '../../../schema/tables/table-traits.ts';
import { ValueError } from '../computed-value.ts';
import type { JoinedColumns, RowScope } from './row-scope.ts';

interface Link {
  own: string;
  other: string;
}

/** LEFT JOINs, and the columns they add: one struct a table, so that `users.channel` reads as it is written. */
export interface Joins {
  sql: string;
  columns: string[];
}

/** Throws ValueError where no column leads to the other table, or one row would find several. */
export async function buildJoins(scope: RowScope): Promise<Joins> {
  const joins: Joins = { sql: '', columns: [] };
  for (const [written, joined] of scope.joined) {
    const { own, other } = await findLink(scope, joined);
    const alias = quoteSqlName(`joined ${written}`);
    const from = quoteSqlName(joined.table.name);
    joins.sql += `\n  LEFT JOIN ${from} AS ${alias} ON own.${quoteSqlName(own)} = ${alias}.${quoteSqlName(other)}`;
    joins.columns.push(`${buildStruct(alias, joined)} AS ${quoteSqlName(written)}`);
  }
  return joins;
}

function buildStruct(alias: string, { columns }: JoinedColumns): string {
  const fields = [...columns].map(
    ([name, column]) => `${quoteSqlText(name)}: ${alias}.${quoteSqlName(column.name)}`,
  );
  return `{${fields.join(', ')}}`;
}

async function findLink(scope: RowScope, { table: other, place }: JoinedColumns): Promise<Link> {
  const links = listLinks(scope.table, other);
  const repeats: number[] = [];
  for (const link of links) {
    const found = await countRepeats(scope, other, link.other);
    if (found === 0 && (links.length === 1 || (await leadsThere(scope, other, link)))) return link;
    repeats.push(found);
  }
  const at = repeats.findIndex((count) => count > 0);
  const names = { table: scope.table.name, other: other.name };
  const link = links[at];
  if (link)
    throw new ValueError(
      createProblem('join-to-several', place, {
        ...names,
        own: link.own,
        key: link.other,
        repeats: repeats[at]!,
      }),
    );
  const columns = other.columns.map(({ name }) => name).join('、');
  throw new ValueError(createProblem('join-without-key', place, { ...names, columns }));
}

/** How columns that name a row are called. */
const idPattern = /(id|编号|号|编码|代码|(^|_)(no|code|key))$/i;

/** Columns by which one table may lead to the other, the likeliest first: as declared, else of one name. */
function listLinks(table: EngineTable, other: EngineTable): Link[] {
  const has = (name: string) => other.columns.some((column) => column.name === name);
  const declared = table.columns.flatMap(({ name, references }) => {
    const known = table.known ? listReferences(name) : [];
    return (references ? [references] : known)
      .map((one) => one.split('.'))
      .filter(([to, column]) => to === other.name && has(column ?? ''))
      .map(([, column = '']) => ({ own: name, other: column }));
  });
  const written = declared.filter(({ own }) => table.columns.find(({ name }) => name === own)?.references);
  if (written.length > 0) return written;
  const key = findKey(other);
  const shared = table.columns
    .map(({ name }) => name)
    .filter((name) => has(name) && (name === key || idPattern.test(name)))
    .sort((a, b) => Number(b === key) - Number(a === key));
  return [...shared.map((name) => ({ own: name, other: name })), ...declared];
}

/** The one column that names a row of a known table. */
function findKey({ name, known, columns }: EngineTable): string | undefined {
  const schema = known ? findKnownTable(name)?.schema : undefined;
  const key = schema ? listKeyColumns(schema, (one) => columns.some((column) => column.name === one)) : [];
  return key.length === 1 ? key[0] : undefined;
}

/** Rows of which the key stands in another row, too. */
async function countRepeats({ engine }: RowScope, { name }: EngineTable, column: string): Promise<number> {
  const key = quoteSqlName(column);
  const sql = `select count(${key}) - count(distinct ${key}) as n from ${quoteSqlName(name)}`;
  return Number((await engine.query(sql, { isOwn: true })).rows[0]?.n ?? 0);
}

/** Whether any row finds one: an owner may be written by number or by name. */
async function leadsThere(scope: RowScope, other: EngineTable, link: Link): Promise<boolean> {
  const [from, to] = [quoteSqlName(scope.table.name), quoteSqlName(other.name)];
  const own = `${from}.${quoteSqlName(link.own)}`;
  const sql = `select count(*) as n from ${from} where ${own} in (select ${quoteSqlName(link.other)} from ${to})`;
  return Number((await scope.engine.query(sql, { isOwn: true })).rows[0]?.n ?? 0) > 0;
}
