/** Over 2,000 files with something wrong in each: the parts of a series and the rows it could not use are all rows of its table. */
import { expect, test } from 'vitest';
import { isTimeType, type SourceTable } from '../../../base/source-table.ts';
import { createMutation } from '../../../source/csv/csv-mutations.sample.ts';
import { getRows, readFiles } from '../../../source/read-files.sample.ts';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const files = 2000;

function writeMetrics({ name, columns }: SourceTable): string {
  const number = columns.find(({ type }) => type === 'number' || type === 'integer')?.name;
  const time = columns.find(({ type }) => isTimeType(type))!.name;
  const text = columns.find(({ type }) => type === 'text')?.name;
  const from = `from: "${name}"`;
  return [
    `每日: { metric: count, ${from}, by: day, with: { time: "${time}" } }\n`,
    `期内: { metric: count, ${from}, by: week, during: report, with: { time: "${time}" } }\n`,
    ...(number
      ? [`合计: { metric: sum, ${from}, by: month, with: { column: "${number}", time: "${time}" } }\n`]
      : []),
    ...(text ? [`两层: { metric: count, ${from}, by: [day, "${text}"], with: { time: "${time}" } }\n`] : []),
  ].join('');
}

test('parts and rows left out are the whole', { timeout: 900_000 }, async () => {
  let series = 0;
  let undatedRows = 0;
  for (let seed = 1; seed <= files; seed++) {
    const bytes = createMutation(seed);
    const { tables } = await readFiles({ 'x.csv': bytes });
    const table = tables.find(({ columns }) => columns.some(({ type }) => isTimeType(type)));
    if (!table) continue;
    const { values } = await evaluateMetrics({ 'x.csv': bytes }, writeMetrics(table));
    const all = getRows(table)!.length;
    for (const [name, { points, lineage }] of Object.entries(values)) {
      const { filtered = 0, outside = 0, undated = 0 } = lineage.account ?? {};
      const inPeriod = lineage.period !== undefined;
      expect(lineage.rows + filtered + outside + (inPeriod ? undated : 0), `${seed} ${name}`).toBe(all);
      const parts = points.reduce((sum, { n = 0 }) => sum + n, 0);
      expect(parts + (inPeriod ? 0 : undated), `${seed} ${name}`).toBe(lineage.rows);
      series++;
      undatedRows += undated;
    }
  }
  expect(series).toBeGreaterThan(files);
  expect(undatedRows).toBeGreaterThan(0);
});
