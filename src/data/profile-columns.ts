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
  const distinctOf = new Map(columns.map((column, at) => [column, Number(row[`d${at}`] ?? 0)]));
  const shapes = await readShapes(engine, table, distinctOf);
  return columns.map((column, at) => ({
    missing: table.rows - Number(row[`n${at}`] ?? 0),
    distinct: distinctOf.get(column) ?? 0,
    min: row[`a${at}`] ?? null,
    max: row[`b${at}`] ?? null,
    ...(shapes.get(column) ?? { frequent: [], counts: [] }),
  }));
}

type Shape = Pick<Profile, 'frequent' | 'counts'>;

/** Of columns with how many different values each has. */
async function readShapes(
  engine: Engine,
  table: EngineTable,
  distinctOf: ReadonlyMap<SourceColumn, number>,
): Promise<Map<SourceColumn, Shape>> {
  const isOrdered = ({ type }: SourceColumn) => type !== 'text' && type !== 'boolean';
  const all = [...distinctOf];
  const stepped = all.filter(([column, distinct]) => isOrdered(column) && distinct > 1);
  const named = all.filter(([column, distinct]) => !isOrdered(column) && distinct <= maxFrequentValues);
  const shapes = new Map<SourceColumn, Shape>();
  for (const part of splitList(stepped))
    for (const [column, counts] of await readHistograms(engine, table, part))
      shapes.set(column, { frequent: [], counts });
  for (const part of splitList(named))
    for (const [column, rows] of await countValues(engine, table, part)) {
      const frequent = rows.map(([value]) => value);
      // One value has no shape.
      const counts = (distinctOf.get(column) ?? 0) > 1 ? rows.map(([, count]) => count) : [];
      shapes.set(column, { frequent, counts });
    }
  return shapes;
}

/** Columns that one query looks at. */
const mostAtOnce = 16;

function splitList(all: readonly [SourceColumn, number][]): SourceColumn[][] {
  const columns = all.map(([column]) => column);
  return Array.from({ length: Math.ceil(columns.length / mostAtOnce) }, (_, at) =>
    columns.slice(at * mostAtOnce, (at + 1) * mostAtOnce),
  );
}

async function countValues(
  engine: Engine,
  table: EngineTable,
  columns: readonly SourceColumn[],
): Promise<[SourceColumn, [value: string, count: number][]][]> {
  const parts = columns.map(({ name }, at) => {
    const cell = quoteSqlName(name);
    return `(select ${at} as place, cast(${cell} as varchar) as value, count(*) as n from ${quoteSqlName(table.name)}
     where ${cell} is not null group by 2 order by n desc, value limit ${maxFrequentValues})`;
  });
  const sql = `select * from (${parts.join(' union all ')}) order by place, n desc, value`;
  const { rows } = await engine.query(sql, { isOwn: true });
  return columns.map((column, at) => [
    column,
    rows.filter(({ place }) => place === at).map(({ value, n }) => [String(value), Number(n)]),
  ]);
}

/** Rows in equal steps; dates and times by their seconds. Numbers so far apart that no number says how far have no step. */
async function readHistograms(
  engine: Engine,
  table: EngineTable,
  columns: readonly SourceColumn[],
): Promise<[SourceColumn, number[]][]> {
  const each = (build: (column: SourceColumn, at: number) => string) => columns.map(build).join(', ');
  const cells = each(({ name, type }, at) => {
    const cell = quoteSqlName(name);
    return `${isTimeType(type) ? `epoch(${cell})` : `cast(${cell} as double)`} as x${at}`;
  });
  const last = histogramBins - 1;
  const steps = each((_, at) => {
    const step = `floor((x${at} - low${at}) * ${histogramBins} / nullif(high${at} - low${at}, 0))`;
    return `cast(histogram(least(try_cast(${step} as integer), ${last})) filter (where x${at} is not null) as varchar) as s${at}`;
  });
  const { rows } = await engine.query(
    `with cells as (select ${cells} from ${quoteSqlName(table.name)}),
       ends as (select ${each((_, at) => `min(x${at}) as low${at}, max(x${at}) as high${at}`)} from cells)
     select ${steps} from cells, ends`,
    { isOwn: true },
  );
  return columns.map((column, at) => [column, parseCounts(String(rows[0]?.[`s${at}`] ?? ''))]);
}

/** The engine's map of step → rows, `{0=12, 3=4}`, as rows of each step. */
function parseCounts(map: string): number[] {
  const counts = Array.from({ length: histogramBins }, () => 0);
  for (const [, step, n] of map.matchAll(/(\d+)=(\d+)/g)) counts[Number(step)] = Number(n);
  return counts;
}
