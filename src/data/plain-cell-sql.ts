import type { ColumnSchema } from '../schema/tables/table-schema.ts';
import { quoteText } from './sql-names.ts';

/** A column of a CSV file as the engine's reader takes it, and the SQL of its value. */
interface PlainCellSql {
  type: string;
  value: string;
}

interface PlainCellColumn {
  /** In the file's table. */
  name: string;
  /** As it stays in the engine. */
  type: string;
  /** Whether cells may be empty by what they say, as `—` among numbers, or stand between blanks. */
  loose: boolean;
}

/**
 * How the engine reads a column of which every cell is written in the plainest way, or empty by what it says. `offset`:
 * seconds that local times are ahead of UTC from 1992 to 2037; undefined where that changes.
 */
export function buildPlainCell(
  { name, type, loose }: PlainCellColumn,
  offset: number | undefined,
): PlainCellSql {
  if (type === 'varchar') return { type, value: loose ? buildTrimmedText(name) : name };
  const own = type === 'timestamptz' ? 'timestamp' : type;
  // The engine takes a minus alone for 0.
  const value = loose ? `(case when regexp_matches(${name}, '[0-9A-Za-z]') then ${name}::${own} end)` : name;
  return {
    type: loose ? 'varchar' : own,
    value: type === 'timestamptz' ? buildTimestamp(value, offset) : value,
  };
}

/** A text without the blanks around it. White space sorts before every sign, so that the pattern is seldom asked. */
function buildTrimmedText(text: string): string {
  return `case when ${text} < '!' and regexp_full_match(${text}, '[\\s\\v]*') then null else trim(${text}, ' \t') end`;
}

/** A calendar of the zone is slow; where it keeps one offset, a subtraction does. */
function buildTimestamp(local: string, offset: number | undefined): string {
  if (offset === undefined) return `${local}::timestamptz`;
  const steady = `${local} >= timestamp '1992-01-01' and ${local} < timestamp '2037-01-01'`;
  const quick = `make_timestamptz(epoch_us(${local}) - ${offset * 1_000_000})`;
  return `case when ${steady} then ${quick} else ${local}::timestamptz end`;
}

/** SQL conditions of a value that its schema refuses; that it is there has been seen in the bytes. */
export function buildLimitConditions(schema: ColumnSchema, value: string): string[] {
  const refused: string[] = [];
  if (schema.values) refused.push(`${value} not in (${schema.values.map(quoteText).join(', ')})`);
  if (schema.min !== undefined) refused.push(`${value} < ${schema.min}`);
  if (schema.max !== undefined) refused.push(`${value} > ${schema.max}`);
  return refused;
}
