/** The one number that a table has for something, such as the benchmark of a metric. */
import { type MetricDefinition, ParameterError } from '../../metric.ts';
import { time } from '../../shared-columns.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { buildObservationsSql, toNumber } from '../../sql/observations.ts';
import { anyRows, columnUnit, marks, valueColumn } from './row-examples.ts';

export const lookup: MetricDefinition<NoParams> = {
  ...anyRows,
  names: { zh: '查值', en: 'Lookup' },
  unit: columnUnit,
  direction: 'none',
  definition: {
    zh: '表里恰好一行的一列的值。符合条件的行没有或不止一行时是错误，会说有几行。',
    en: 'Value of a column in exactly one row of a table. No such row, or several, is an error that says how many there are.',
  },
  edgeCases: { zh: '那一格是空值时为“—”。', en: 'Where that cell is blank it is "—".' },
  source: 'SQL SELECT x WHERE …',
  example: { files: marks, query: `from: marks, where: "name = 'a'"`, answer: '10', source: 'By hand' },
  columns: { column: valueColumn, time },
  params: none,
  proportion: false,
  empty: null,
  formulaText: () => ({ numerator: { zh: '表中的值', en: 'value in the table' } }),
  sql: (query) => buildObservationsSql(query, { read: { found: query.columns.column! } }),
  solve: (rows) => {
    if (rows.length === 1) return { value: toNumber(rows[0]?.found), n: 1 };
    const count = rows.length;
    throw new ParameterError('where', {
      zh: `要恰好一行，符合条件的有 ${count} 行；${count === 0 ? '看看条件里的写法' : '再加条件，或改用 sum、mean、max'}`,
      en: `exactly one row is needed, ${count} meet the condition; ${count === 0 ? 'look at how the condition is written' : 'narrow it, or use sum, mean or max'}`,
    });
  },
};
