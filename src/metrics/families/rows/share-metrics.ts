/** Parts of a whole, and means that weigh. */

import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import type { FormulaText, MetricDefinition, Solution } from '../../metric.ts';
import { createNeed, time } from '../../shared-columns.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { buildObservationsSql, type Row, toNumber, toText } from '../../sql/observations.ts';
import { buildAggregateSql } from '../../sql/select.ts';
import { nameColumnIn } from './column-words.ts';
import { anyRows, columnUnit, marks, optionalColumn, valueColumn } from './row-examples.ts';

const noWhole = {
  zh: '没有行，或合计为 0 时为“—”。条件说不清（空值）的行不计，另行注明。',
  en: 'Without rows, or of a sum of 0, it is "—". Rows of which the condition is unknown (blank) are left out and told.',
};

export const share: MetricDefinition<NoParams> = {
  ...anyRows,
  names: { zh: '占比', en: 'Share' },
  unit: '%',
  parts: { numerator: '', denominator: '' },
  direction: 'none',
  definition: {
    zh: '符合 of 的行占全部行的百分比。写了 column 时是：符合 of 的行里该列的合计占该列合计的百分比。',
    en: 'Rows that meet `of` as a percentage of all rows. With `column` it is the sum of that column over them as a percentage of its sum.',
  },
  edgeCases: noWhole,
  source: 'SQL count(*) FILTER; interval: Wilson 1927',
  example: {
    files: marks,
    query: `from: marks, of: "name = 'b'"`,
    answer: '66.67%',
    source: 'By hand: 2 of 3',
  },
  columns: { column: optionalColumn, time },
  params: none,
  of: 'required',
  proportion: (columns) => columns.column === undefined,
  empty: null,
  formulaText: (_params, _found, { column }): FormulaText =>
    column === undefined
      ? { numerator: rowsThatCount, denominator: { zh: '行数', en: 'rows' }, times: '100%' }
      : {
          numerator: nameColumnIn({ zh: '符合条件的行的合计', en: 'sum over the rows that count' }, column),
          denominator: nameColumnIn({ zh: '合计', en: 'sum' }, column),
          times: '100%',
        },
  sql: (query) => {
    const { column } = query.columns;
    const known = `${query.of} IS NOT NULL`;
    return column === undefined
      ? buildAggregateSql(query, {
          numerator: `count(*) FILTER (${query.of})`,
          denominator: `count(*) FILTER (${known})`,
          scale: 100,
        })
      : buildAggregateSql(query, {
          numerator: `sum(${column}) FILTER (${query.of})`,
          denominator: `sum(${column}) FILTER (${known})`,
          scale: 100,
          where: `count(${column}) FILTER (${known}) > 0`,
        });
  },
};

const rowsThatCount: Bilingual = { zh: '符合条件的行数', en: 'rows that count' };

export const ratioOfSums: MetricDefinition<NoParams> = {
  ...anyRows,
  names: { zh: '合计之比', en: 'Ratio of sums' },
  unit: '',
  parts: { numerator: '', denominator: '' },
  direction: 'none',
  definition: {
    zh: '一列的合计除以另一列的合计。先合计再相除，不是各行之比的平均；两列中有一列为空的行不计。',
    en: 'The sum of one column over the sum of another. Sums are divided, ratios are not averaged; rows in which either is blank are left out.',
  },
  edgeCases: noWhole,
  source: 'SQL sum(x) / sum(y)',
  example: {
    files: { 'ads.csv': 'plan,clicks,shows\na,50,100\nb,10,300\n' },
    query: 'from: ads, with: { numerator: clicks, denominator: shows }, unit: "%"',
    answer: '15%',
    source: 'By hand: 60 of 400',
  },
  columns: {
    numerator: createNeed([], '分子的列', 'column of the numerator'),
    denominator: createNeed([], '分母的列', 'column of the denominator'),
    time,
  },
  paired: () => ['numerator', 'denominator'],
  params: none,
  of: 'optional',
  proportion: false,
  empty: null,
  formulaText: (_params, _found, { numerator, denominator }) => ({
    numerator: nameColumnIn({ zh: '合计', en: 'sum' }, numerator),
    denominator: nameColumnIn({ zh: '合计', en: 'sum' }, denominator),
  }),
  sql: (query) => {
    const { numerator, denominator } = query.columns;
    const [counted, known] = query.of
      ? [` FILTER (${query.of})`, ` FILTER (${query.of} IS NOT NULL)`]
      : ['', ''];
    return buildAggregateSql(query, {
      numerator: `sum(${numerator})${counted}`,
      denominator: `sum(${denominator})${known}`,
      where: `count(*)${known} > 0`,
    });
  },
};

export const weightedMean: MetricDefinition<NoParams> = {
  ...anyRows,
  names: { zh: '加权平均', en: 'Weighted mean' },
  unit: columnUnit,
  parts: { numerator: '', denominator: '' },
  direction: 'none',
  definition: {
    zh: '各行的值乘以权重，合计后除以权重的合计。值或权重为空的行不计。',
    en: 'Values times their weights, summed and divided by the sum of the weights. Rows without value or weight are left out.',
  },
  edgeCases: { zh: '权重合计为 0 时为“—”。', en: 'With weights that add up to 0 it is "—".' },
  source: 'ISO 3534-1:2006, 1.20 (weighted mean)',
  example: {
    files: { 'marks.csv': 'name,value,hours\na,80,1\nb,90,3\n' },
    query: 'from: marks, with: { weight: hours }',
    answer: '87.5',
    source: 'By hand: (80 × 1 + 90 × 3) ÷ 4',
  },
  columns: { column: valueColumn, weight: createNeed(['weight'], '权重', 'weight'), time },
  paired: () => ['column', 'weight'],
  params: none,
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '值 × 权重的合计', en: 'sum of value × weight' },
    denominator: { zh: '权重的合计', en: 'sum of the weights' },
  }),
  sql: (query) => {
    const { column, weight } = query.columns;
    return buildAggregateSql(query, {
      numerator: `sum(${column} * ${weight})`,
      denominator: `sum(${weight})`,
    });
  },
};

interface TopParams {
  /** How many, or which percentage of all items. */
  top: number | string;
}

/** `10%` of 304 items are 31: part of an item is a whole one. */
function countTop(top: number | string, items: number): number {
  if (typeof top === 'number') return top;
  // In hundredths, so that 10% of 300 is not 30.000000000000004.
  return Math.ceil(Math.round(Number.parseFloat(top) * items * 1e6) / 1e8);
}

export const topShare: MetricDefinition<TopParams> = {
  ...anyRows,
  names: { zh: '前几名占比', en: 'Share of the top' },
  unit: '%',
  parts: { numerator: '', denominator: '' },
  direction: 'none',
  definition: {
    zh: '把一列按 item 合计，最大的几项之和占全部合计的百分比。默认看前 5 项，也可看前 10%，不足一项算一项；负数使占比没有意义。',
    en: 'Sums of a column by `item`: those of the largest as a percentage of all. The top 5 by default, or a percentage of the items, part of one taken as a whole one; with negative numbers a share says nothing.',
  },
  edgeCases: {
    zh: '合计不大于 0 时为“—”。末位并列时注明有几项并列，占比不受影响。',
    en: 'Of a sum that is not above 0 it is "—". A tie at the edge is named; the share is the same whichever is taken.',
  },
  source: 'Concentration ratio CR_n, OECD Glossary of Statistical Terms',
  example: {
    files: { 'posts.csv': 'id,value\na,50\nb,30\nc,15\nd,5\n' },
    query: 'from: posts, with: { item: id, top: 2 }',
    answer: '80%',
    source: 'By hand: 80 of 100',
  },
  columns: {
    column: valueColumn,
    item: createNeed(['item', 'item_id', 'content_id', 'user_id'], '按什么合计', 'what it is summed by'),
    time,
  },
  params: z.strictObject({
    top: z
      .union([z.int().min(1), z.string().regex(/^(?!0+(\.0*)?%)(100|\d{1,2}(\.\d+)?)%$/)])
      .default(5)
      .meta({
        description: '前几项，或前百分之几，默认 5（how many of the largest, or which percentage）：10%',
      }),
  }),
  proportion: false,
  empty: null,
  formulaText: ({ top }) => ({
    numerator: {
      zh: `最大${typeof top === 'string' ? `的 ${top}` : ` ${top} 项`}的合计`,
      en: `sum of the largest ${top}`,
    },
    denominator: { zh: '合计', en: 'sum' },
    times: '100%',
  }),
  sql: (query) =>
    buildObservationsSql(query, {
      by: { item: query.columns.item! },
      read: { amount: `sum(${query.columns.column})`, lines: `count(${query.columns.column})` },
      only: [`${query.columns.item} IS NOT NULL`, `${query.columns.column} IS NOT NULL`],
    }),
  solve: solveTopShare,
};

function solveTopShare(rows: readonly Row[], { top }: TopParams): Solution {
  const items = rows
    .map((row) => ({ item: toText(row.item), amount: toNumber(row.amount) ?? 0 }))
    .sort((a, b) => b.amount - a.amount || (a.item < b.item ? -1 : 1));
  const sum = (some: typeof items) => some.reduce((all, { amount }) => all + amount, 0);
  const count = countTop(top, items.length);
  const [numerator, denominator] = [sum(items.slice(0, count)), sum(items)];
  const n = rows.reduce((all, row) => all + (toNumber(row.lines) ?? 0), 0);
  const edge = items[count - 1]?.amount;
  const tied = items.filter(({ amount }) => amount === edge);
  const isTied = edge !== undefined && items[count]?.amount === edge;
  return {
    value: denominator > 0 ? (100 * numerator) / denominator : null,
    numerator,
    denominator,
    n,
    ...(isTied && { note: describeTie(count, tied.length) }),
  };
}

const describeTie = (top: number, tied: number): Bilingual => ({
  zh: `第 ${top} 名有 ${tied} 项并列，取哪几项不影响占比`,
  en: `${tied} items tie for place ${top}; whichever is taken, the share is the same`,
});
