/** Each question in one entry without SQL of a whole query, held against SQL that was written by hand. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openValues } from '../../test/evaluate-metrics.ts';
import { answers } from './answers.sample.ts';
import { questionTables } from './questions.sample.ts';
import { questions } from './questions.ts';

type Values = Awaited<ReturnType<typeof openValues>>;

/** All entries, and the SQL of each as entries beside them. */
function writeMetrics(): string {
  const lines = questions.map(({ zh, entry }) => `${zh}: ${entry}`);
  const query = (name: string, sql: string | undefined) =>
    sql === undefined ? [] : [`${name}: { query: ${JSON.stringify(sql)} }`];
  const sql = questions.flatMap(({ zh }) => {
    const { value, series, rows } = answers[zh];
    return [...query(`${zh} value`, value), ...query(`${zh} series`, series), ...query(`${zh} rows`, rows)];
  });
  return [...lines, ...sql].join('\n');
}

const expectNear = (found: unknown, wanted: unknown, what: string) => {
  if (typeof wanted === 'number' && typeof found === 'number')
    expect(Math.abs(found - wanted), `${what}: ${found} and not ${wanted}`).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(wanted)),
    );
  else expect(found, what).toBe(wanted);
};

describe('questions of students', () => {
  let built: Values;
  beforeAll(async () => {
    built = await openValues(questionTables, writeMetrics());
  }, 120_000);
  afterAll(() => built.close());

  test('are sixty and more, none of them a query, and all can be computed', () => {
    expect(questions.length).toBeGreaterThanOrEqual(60);
    expect(new Set(questions.map(({ zh }) => zh)).size).toBe(questions.length);
    for (const { entry } of questions)
      expect(Object.keys(parse(entry)).some((key) => key === 'sql' || key === 'query')).toBe(false);
    // The tables have blanks on purpose.
    const others = built.problems.filter(({ id }) => id !== 'ratio-half-blank');
    expect(others.map(({ id, place, what }) => `${place.line} ${id} ${what.zh}`)).toEqual([]);
  });

  test.each(questions)('$zh', ({ zh }) => {
    const { value, series, rows } = answers[zh];
    if (rows !== undefined) {
      expect(built.queries[zh]?.result.rows.length).toBeGreaterThan(1);
      const wanted = built.queries[`${zh} rows`]?.result.rows ?? [];
      const found = built.queries[zh]?.result.rows ?? [];
      expect(found.map((row) => Object.keys(row))).toEqual(wanted.map((row) => Object.keys(row)));
      for (const [at, row] of wanted.entries())
        for (const [column, cell] of Object.entries(row)) expectNear(found[at]?.[column], cell, column);
      return;
    }
    const computed = built.values[zh];
    const wanted = Object.values(built.queries[`${zh} value`]?.result.rows[0] ?? {})[0] ?? null;
    if (value !== undefined) expect(wanted).not.toBeNull();
    expectNear(computed?.value, wanted, zh);
    if (series === undefined) return;
    const members = computed?.points ?? [];
    const steps = built.queries[`${zh} series`]?.result.rows ?? [];
    expect(steps.length).toBeGreaterThan(1);
    const toId = (key: unknown, group: unknown) => `${key ?? ''} ${group ?? ''}`.trim();
    const found = new Map(members.map((one) => [toId(one.key, one.group), one.value]));
    for (const row of steps) {
      const id = toId(row.key, row.grp);
      expectNear(found.get(id) ?? null, row.value ?? null, `${zh} ${id}`);
      found.delete(id);
    }
    // Steps in which nothing happened.
    expect([...found.values()].filter((number) => number !== null && number !== 0)).toEqual([]);
  });
});
