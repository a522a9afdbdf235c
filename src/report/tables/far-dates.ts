/** Dates that cannot belong to a report: a mistyped year would draw every axis of time over centuries. */
import type { Period } from '../../base/calendar-days.ts';
import type { Place } from '../../base/place.ts';
import { type Problem, sampleLimit } from '../../base/problem.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import { type Cell, isTimeType, type SourceColumn, type SourceTable } from '../../base/source-table.ts';
import type { Engine } from '../../data/engine.ts';
import { createProblem } from '../../problems/catalog.ts';

/** Years off the report that no date of it lies, and that few do: of people the day of birth. */
const [farYears, oddYears] = [100, 30];
const birth = /birth|born|生日|出生/i;

type Verdict = 'far' | 'odd' | undefined;

class DateJudge {
  readonly #period: Period;

  constructor(period: Period) {
    this.#period = period;
  }

  /** Of a date or an instant in ISO 8601. */
  judge(text: string, column: SourceColumn): Verdict {
    const year = Number(text.slice(0, 4));
    const off = Math.max(
      Number(this.#period.from.slice(0, 4)) - year,
      year - Number(this.#period.to.slice(0, 4)),
    );
    if (off > farYears) return 'far';
    return off > oddYears && !birth.test(`${column.name} ${column.header}`) ? 'odd' : undefined;
  }

  tell(verdict: Exclude<Verdict, undefined>, place: Place, column: SourceColumn, found: string): Problem {
    const params = { column: column.header, found, ...this.#period };
    return createProblem(verdict === 'far' ? 'far-date' : 'odd-date', place, params);
  }
}

/** Tables without the dates that are more than a century off, each told at its cell. */
export function withoutFarDates(
  tables: readonly SourceTable[],
  period: Period,
): { tables: SourceTable[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const judge = new DateJudge(period);
  const kept = tables.map((table) => clearFarDates(table, judge, problems));
  return { tables: kept, problems };
}

function clearFarDates(table: SourceTable, judge: DateJudge, problems: Problem[]): SourceTable {
  const { content, columns } = table;
  if (content.kind !== 'rows') return table;
  let rows: Cell[][] = content.rows;
  for (const [at, column] of columns.entries()) {
    if (!isTimeType(column.type)) continue;
    const found = content.rows.flatMap((row, index) => {
      const cell = row[at];
      const verdict = typeof cell === 'string' ? judge.judge(cell, column) : undefined;
      return verdict ? [{ verdict, index, text: String(cell) }] : [];
    });
    if (found.length === 0) continue;
    for (const { verdict, index, text } of found.slice(0, sampleLimit))
      problems.push(judge.tell(verdict, content.getPlace(index, at), column, text));
    problems.push(...tellMore(found.length, column, () => content.getPlace(found[sampleLimit]!.index, at)));
    const far = new Set(found.filter(({ verdict }) => verdict === 'far').map(({ index }) => index));
    rows = rows.map((row, index) => (far.has(index) ? row.with(at, null) : row));
  }
  return rows === content.rows ? table : { ...table, content: { ...content, rows } };
}

function tellMore(count: number, column: SourceColumn, getPlace: () => Place): Problem[] {
  const more = count - sampleLimit;
  return more > 0 ? [createProblem('more-far-dates', getPlace(), { column: column.header, more })] : [];
}

/** Whether the first and the last of a column are in these years, and with them all: to ask every row for its year takes a calendar. */
async function liesBetween(
  engine: Engine,
  table: string,
  column: string,
  [from, to]: readonly [number, number],
): Promise<boolean> {
  const ends = `select year(min(${column})) as first, year(max(${column})) as last from ${quoteSqlName(table)}`;
  const { rows } = await engine.query(ends, { isOwn: true });
  const years = [rows[0]?.first, rows[0]?.last];
  return years.every((year) => typeof year === 'number' && year >= from && year <= to);
}

/** The same of tables that the engine reads from their files: there they stay. `read`: those that were looked at already. */
export async function findFarDates(
  engine: Engine,
  read: readonly SourceTable[],
  period: Period,
): Promise<Problem[]> {
  const judge = new DateJudge(period);
  const done = new Set(read.filter(({ content }) => content.kind === 'rows').map(({ name }) => name));
  const problems: Problem[] = [];
  for (const table of engine.tables.filter(({ name }) => !done.has(name))) {
    for (const column of table.columns.filter(({ type }) => isTimeType(type))) {
      const [from, to] = [
        Number(period.from.slice(0, 4)) - oddYears,
        Number(period.to.slice(0, 4)) + oddYears,
      ];
      const name = quoteSqlName(column.name);
      const bad = `year(${name}) not between ${from} and ${to}`;
      if (await liesBetween(engine, table.name, name, [from, to])) continue;
      const limits = await engine.query(
        `select count(*) filter (where ${bad}) as n from ${quoteSqlName(table.name)}`,
        { isOwn: true },
      );
      const count = Number(limits.rows[0]?.n ?? 0);
      if (count === 0) continue;
      const { rows } = await engine.query(
        `select n, v from (select row_number() over () as n, cast(${name} as varchar) as v, ${bad} as bad from ${quoteSqlName(table.name)}) where bad order by n limit ${sampleLimit + 1}`,
        { isOwn: true },
      );
      const places = rows.map(
        (row): Place => ({ file: table.file, cell: `${column.name}!${String(row.n)}` }),
      );
      const told = rows.slice(0, sampleLimit).flatMap((row, i) => {
        const text = String(row.v);
        const verdict = judge.judge(text, column);
        return verdict ? [judge.tell(verdict, places[i]!, column, text)] : [];
      });
      problems.push(...told, ...(told.length > 0 ? tellMore(count, column, () => places[sampleLimit]!) : []));
    }
  }
  return problems;
}
