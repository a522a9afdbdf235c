/**
 * The demo says without SQL what it said with SQL: what its entries asked by hand at b6b9315 is asked again over the
 * tables of today, and is what they give now, unrounded. `differences.yaml` names what is not, with the reason.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import matter from 'gray-matter';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Cell } from '../base/source-table.ts';
import { packageDir } from '../cli/workspace/work-folders.ts';
import type { Engine, QueryResult } from '../data/engine.ts';
import { openEngine } from '../data/open-engine.ts';
import { type BuiltValues, buildValues } from '../report/values/build-values.ts';
import { courseFile } from '../schema/course-file.ts';
import { reportFront } from '../schema/front-matter.ts';
import { readTables } from '../source/read-tables.ts';
import { fixtures } from './copied-course.ts';

interface Difference {
  why: string;
  replace?: [former: string, mended: string][];
  order?: 'free';
  of: Record<string, string[]>;
}

const readText = (path: string) => readFile(join(packageDir, path), 'utf8');
const readFormer = async (file: string) => parse(await readFile(join(fixtures, 'former-sql', file), 'utf8'));

/** All values and tables of a report of this repository, with its tables still open. */
async function openReport(report: string): Promise<{ engine: Engine; built: BuiltValues }> {
  const front = reportFront.parse(
    parse(matter(await readText(`content/reports/${report}/index.mdx`)).matter),
  );
  const course = courseFile.parse(parse(await readText('content/course.yaml')));
  const { tables } = await readTables(packageDir, report);
  const { engine } = await openEngine(tables, { zone: front.zone });
  const file = `data/${report}/metrics.yaml`;
  const source = { file, text: await readText(file) };
  const phases = course.phases.map(({ id, title, from, to }) => ({ id: id ?? title, title, from, to }));
  const built = await buildValues({ source, engine, language: front.language, period: front.period, phases });
  return { engine, built };
}

/** The cells under the names that the former SQL has: lines may be sorted by columns that it had not. */
function listLines({ rows }: QueryResult, names: readonly string[], order: Difference['order']): Cell[][] {
  const lines = rows.map((row) => names.map((name) => row[name] ?? null));
  if (order === undefined) return lines;
  return lines
    .map((line) => JSON.stringify(line))
    .sort()
    .map((line) => JSON.parse(line) as Cell[]);
}

const isSame = (one: Cell | undefined, other: Cell | undefined) =>
  typeof one === 'number' && typeof other === 'number'
    ? Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other))
    : one === other;

/** The first cells that differ, as texts. */
function compareAnswers(former: QueryResult, name: string, built: BuiltValues, order?: 'free'): string[] {
  const names = former.columns.map((column) => column.name);
  const table = built.queries[name]?.result;
  const now = table ? listLines(table, names, order) : [[built.values[name]?.value ?? null]];
  const then = listLines(former, names, order);
  if (now.length !== then.length) return [`${name}: ${then.length} → ${now.length} rows`];
  return then.flatMap((line, row) =>
    line.flatMap((cell, at) =>
      isSame(cell, now[row]?.[at]) ? [] : [`${name} ${row} ${names[at]}: ${cell} → ${now[row]?.[at]}`],
    ),
  );
}

describe.each(['community-lab', 'search-lab', 'growth-lab'])('%s', (report) => {
  test('gives what its SQL gave', { timeout: 300_000 }, async () => {
    const former = Object.entries((await readFormer(`${report}.sql.yaml`)) as Record<string, string>);
    const differences = (await readFormer('differences.yaml')) as Difference[];
    const { engine, built } = await openReport(report);
    const found: string[] = [];
    for (const [name, sql] of former) {
      const difference = differences.find(({ of }) => of[report]?.includes(name));
      const { replace = [], order } = difference ?? {};
      const mended = replace.reduce((text, [from, to]) => text.replaceAll(from, to), sql);
      const answer = await engine.query(mended);
      found.push(...compareAnswers(answer, name, built, order).slice(0, 3));
      // A difference that is none any more goes.
      if (difference && compareAnswers(await engine.query(sql), name, built).length === 0)
        found.push(`${name}: no difference`);
    }
    engine.close();
    expect(found).toEqual([]);
    expect(built.problems).toEqual([]);
  });
});

test('the SQL of each entry that has none today is asked, 314 of 364', async () => {
  const counts: number[] = [];
  for (const report of ['community-lab', 'search-lab', 'growth-lab']) {
    const former = Object.keys((await readFormer(`${report}.sql.yaml`)) as object);
    const now = parse(await readText(`data/${report}/metrics.yaml`)) as Record<string, object>;
    expect(former.filter((name) => !now[name] || 'sql' in now[name] || 'query' in now[name])).toEqual([]);
    counts.push(former.length);
  }
  expect(counts).toEqual([51, 30, 233]);
});
