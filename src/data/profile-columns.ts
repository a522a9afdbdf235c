import { quoteSqlName } from '../base/quoting.ts';
import { type Cell, isTimeType, type SourceColumn } from '../base/source-table.ts';
import type { Engine, EngineTable } from './engine.ts';

/** What a column holds, in figures. */
export interface Profile {
  /** Empty cells. */
  missing: number;
  /** Different values; above a million rows an estimate within a few per cent (HyperLogLog). */
  distinct: number;
  min: Cell;
  max: Cell;
  /** Most frequent values first, of columns with few; else empty. */
  frequent: string[];
  /** Rows in equal steps from `min` to `max`, or of each frequent value. */
  counts: number[];
}

const histogramBins = 20;
/** Columns with more different values than this are ids or free texts: their shape says nothing. */
const maxFrequentValues = 20;
const exactRows = 1_000_000;

/** A profile of each of these columns, in order. */
export async function profileColumns(
  engine: Engine,
  table: EngineTable,
  columns: readonly SourceColumn[],
): Promise<Profile[]> {
  if (columns.length === 0) return [];
  const distinct = table.rows > exactRows ? 'approx_count_distinct' : 'count_distinct';
  const aggregates = columns.flatMap(({ name }, at) => {
    const cell = quoteSqlName(name);
    const different = distinct === 'count_distinct' ? `count(distinct ${cell})` : `${distinct}(${cell})`;
    return [
      `count(${cell}) as n${at}`,
      `${different} as d${at}`,
      `min(${cell}) as a${at}`,
      `max(${cell}) as b${at}`,
    ];
  });
  const [row = {}] = (
    await engine.query(`select ${aggregates.join(', ')} from ${quoteSqlName(table.name)}`, { isOwn: true })
  ).rows;
  const profiles: Profile[] = [];
  for (const [at, column] of columns.entries()) {
    const [min, max] = [row[`a${at}`] ?? null, row[`b${at}`] ?? null];
    const basis = {
      missing: table.rows - Number(row[`n${at}`] ?? 0),
      distinct: Number(row[`d${at}`] ?? 0),
      min,
      max,
    };
    profiles.push({ ...basis, ...(await readShape(engine, table, column, basis.distinct)) });
  }
  return profiles;
}

type Shape = Pick<Profile, 'frequent' | 'counts'>;

async function readShape(
  engine: Engine,
  table: EngineTable,
  column: SourceColumn,
  distinct: number,
): Promise<Shape> {
  const ordered = column.type !== 'text' && column.type !== 'boolean';
  if (distinct < 2)
    return { frequent: ordered ? [] : await readFrequentValues(engine, table, column), counts: [] };
  if (ordered) return { frequent: [], counts: await readHistogram(engine, table, column) };
  if (distinct > maxFrequentValues) return { frequent: [], counts: [] };
  const rows = await countValues(engine, table, column);
  return { frequent: rows.map(([value]) => value), counts: rows.map(([, count]) => count) };
}

async function readFrequentValues(
  engine: Engine,
  table: EngineTable,
  column: SourceColumn,
): Promise<string[]> {
  return (await countValues(engine, table, column)).map(([value]) => value);
}

async function countValues(
  engine: Engine,
  table: EngineTable,
  { name }: SourceColumn,
): Promise<[string, number][]> {
  const cell = quoteSqlName(name);
  const { rows } = await engine.query(
    `select cast(${cell} as varchar) as value, count(*) as n from ${quoteSqlName(table.name)}
     where ${cell} is not null group by 1 order by n desc, value limit ${maxFrequentValues}`,
    { isOwn: true },
  );
  return rows.map(({ value, n }) => [String(value), Number(n)]);
}

/** Rows in equal steps; dates and times by their seconds. Numbers so far apart that no number says how far have no step. */
async function readHistogram(engine: Engine, table: EngineTable, column: SourceColumn): Promise<number[]> {
  const cell = quoteSqlName(column.name);
  const x = isTimeType(column.type) ? `epoch(${cell})` : `cast(${cell} as double)`;
  const { rows } = await engine.query(
    `with cells as (select ${x} as x from ${quoteSqlName(table.name)} where ${cell} is not null),
       ends as (select min(x) as low, max(x) as high from cells)
     select least(try_cast(floor((x - low) * ${histogramBins} / nullif(high - low, 0)) as integer), ${histogramBins - 1}) as step, count(*) as n
     from cells, ends group by 1 order by 1`,
    { isOwn: true },
  );
  const counts = Array.from({ length: histogramBins }, () => 0);
  for (const { step, n } of rows) if (typeof step === 'number') counts[step] = Number(n);
  return counts;
}
