/**
 * Texts that an entry compares a column with, and that do not occur in it: a name misspelt selects nothing, and 0 %
 * looks like a result. A text that is in the table, but not in the period or under the condition, is a result.
 */

import { listNames, suggestNames } from '../../../base/names/suggest-names.ts';
import { computeEditDistance } from '../../../base/nearest-name.ts';
import type { Place } from '../../../base/place.ts';
import type { Problem } from '../../../base/problem.ts';
import { quoteSqlName, quoteSqlText } from '../../../base/quoting.ts';
import type { SourceColumn } from '../../../base/source-table.ts';
import type { Engine, EngineTable } from '../../../data/engine.ts';
import { createProblem } from '../../../problems/catalog.ts';
import { findKnownTable } from '../../../schema/tables/known-tables.ts';
import { findColumn } from '../rows/row-scope.ts';
import { listTextConstants } from './text-constants.ts';

/** Texts a column may hold for its list to be a set of names; more are ids, and each is near to others. */
const mostNames = 200;

interface CheckedPart {
  engine: Engine;
  table: EngineTable;
  place: Place;
}

/** The texts in a condition over rows of `table`, or of one that it names itself (`users.channel = 'SEM'`). */
export async function checkCondition(condition: string, part: CheckedPart): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { column: name, table: other, value } of listTextConstants(condition)) {
    const table = other === undefined ? part.table : part.engine.table(other);
    const column = table && findTextColumn(table, name);
    if (table && column && !column.personal)
      problems.push(...(await checkText(value, column, { ...part, table })));
  }
  return problems;
}

/** An event that a metric asks for: what is neither in the table nor in a list of events is misspelt. */
export async function checkEvent(event: string, columnName: string, part: CheckedPart): Promise<Problem[]> {
  const { engine, table, place } = part;
  const column = findTextColumn(table, columnName);
  if (!column || (await isHeld(engine, table, column.name, event))) return [];
  for (const name of ['funnel_def', 'tracking_plan']) {
    const listed = engine.table(name);
    if (listed && (await isHeld(engine, listed, 'event', event))) return [];
  }
  const { names } = await listTexts(engine, table, column.name);
  if (names.length === 0) return [];
  const params = { name: event, column: column.name, table: table.name, ...suggestNames(event, names) };
  return [createProblem('unknown-event', place, params)];
}

/** A text that a condition or a parameter compares with `column`. */
export async function checkText(
  value: string,
  column: Pick<SourceColumn, 'name'>,
  { engine, table, place }: CheckedPart,
): Promise<Problem[]> {
  // An empty text stands for what is not filled in.
  if (value.trim() === '' || isListed(table, column.name, value)) return [];
  if (await isHeld(engine, table, column.name, value)) return [];
  if (await isHeldElsewhere(engine, table, column.name, value)) return [];
  const { names, isWhole } = await listTexts(engine, table, column.name);
  if (names.length === 0 || (await holdsMembers(engine, names))) return [];
  const near = isWhole ? findMisspelt(value, names) : undefined;
  const all = listNames(near ?? value, names);
  const params = { name: value, column: column.name, table: table.name, near, all };
  return [createProblem(near === undefined ? 'constant-absent' : 'constant-unknown', place, params)];
}

export function findTextColumn(table: EngineTable, name: string): SourceColumn | undefined {
  const found = findColumn(table, name);
  return found?.type === 'text' ? found : undefined;
}

/** The schema lists what this column may hold. */
function isListed(table: EngineTable, column: string, value: string): boolean {
  const schema = table.known ? findKnownTable(table.name)?.schema : undefined;
  return schema?.columns[column]?.values?.includes(value) ?? false;
}

async function isHeld(engine: Engine, table: EngineTable, column: string, value: string): Promise<boolean> {
  if (!findTextColumn(table, column)) return false;
  const { names, isWhole } = await listTexts(engine, table, column);
  if (isWhole) return names.includes(value);
  const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM ${quoteSqlName(table.name)} WHERE ${quoteSqlName(column)} = ${quoteSqlText(value)} LIMIT 1)`;
  return Number((await engine.query(sql, { isOwn: true })).rows[0]?.n ?? 0) > 0;
}

/** A channel of `users` that has no row in `ad_spend` is a channel all the same. */
async function isHeldElsewhere(engine: Engine, table: EngineTable, column: string, value: string) {
  for (const other of engine.tables) {
    if (other !== table && (await isHeld(engine, other, column, value))) return true;
  }
  return false;
}

/** Names of members are masked before anything is asked; `member-filtered` tells of a condition on one. */
async function holdsMembers(engine: Engine, texts: readonly string[]): Promise<boolean> {
  const members = engine.table('members');
  if (!members || !findTextColumn(members, 'name')) return false;
  const { names } = await listTexts(engine, members, 'name');
  return texts.some((text) => names.includes(text));
}

async function listTexts(
  engine: Engine,
  table: EngineTable,
  column: string,
): Promise<{ names: string[]; isWhole: boolean }> {
  const name = quoteSqlName(column);
  const sql = `SELECT DISTINCT ${name} AS one FROM ${quoteSqlName(table.name)} WHERE ${name} IS NOT NULL LIMIT ${mostNames + 1}`;
  const { rows } = await engine.query(sql, { isOwn: true });
  const names = rows.map(({ one }) => String(one)).sort();
  return { names, isWhole: names.length <= mostNames };
}

/**
 * The text that was surely meant: alike but for case, width and spaces, or a slip of the finger in a longer one.
 * SEO is not SEM, 一线 not 二线, and what differs in its digits is another thing.
 */
export function findMisspelt(written: string, known: readonly string[]): string | undefined {
  const bare = fold(written);
  const same = known.find((name) => fold(name) === bare);
  if (same !== undefined) return same;
  const near = known.filter((name) => isSlip(bare, fold(name)));
  return near.length === 0 ? undefined : suggestNames(written, near).near;
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');
const digitsOf = (text: string): string => text.replace(/\D/g, '');

function isSlip(a: string, b: string): boolean {
  if (digitsOf(a) !== digitsOf(b)) return false;
  const length = Math.max(a.length, b.length);
  const distance = computeEditDistance(a, b);
  const isSwap = distance === 1 && a.length === b.length && [...a].sort().join() === [...b].sort().join();
  return isSwap || (length >= 5 && distance <= Math.max(1, Math.floor(length / 5)));
}
