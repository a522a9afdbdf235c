import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { makeCount, makeNamedCount } from '../../base/claims/make-claims.ts';
import type { Language } from '../../base/language.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { matrixWords } from '../../words/charts/matrix-words.ts';
import { createColumn } from '../data/chart-series.ts';
import { buildRowNameLayers, buildRowScale, computeRowStep, layoutRowNames } from '../data/row-names.ts';
import { type CellStatus, findStatusTable, type StatusTable } from '../data/status-cells.ts';
import { createColumnError } from '../data/table-columns.ts';
import { truncateText } from '../draw/measure-text.ts';
import { buildExampleTable } from '../example.ts';
import type { ChartInput } from '../input.ts';
import { type ChartKind, type InputError, type Layer, panelRefusals, type Spec } from '../kind.ts';
import { buildColumnLabels, measureColumnLabels } from '../layout/column-labels.ts';
import { attributes } from '../props.ts';
import { fontSizes, getColour } from '../theme.ts';

const gridLimits = { rows: 40, columns: 24 };

/** Drawn, not written, so that every font has them: a tick and a cross. */
const shapes: Record<'good' | 'bad', string> = {
  good: 'M-0.6,0L-0.15,0.45L0.65,-0.5',
  bad: 'M-0.5,-0.5L0.5,0.5M-0.5,0.5L0.5,-0.5',
};

export const matrix: ChartKind = {
  title: { zh: '核对表图', en: 'Matrix' },
  description: {
    zh: '行与列交叉处写结论：通过画勾，未通过画叉，其他照写，没有的留空。用表的列：group="行" x="列" y="结论"；或每行一项、几列结论：group="行" y="结论一, 结论二"。',
    en: 'A verdict where row and column meet: a tick, a cross, or the word itself; blank where there is none. Columns of a table: group for the rows, x for the columns, y for the verdict; or several columns of verdicts in y.',
  },
  use: {
    zh: '逐项核对：哪些口径一致、哪些步骤走完、谁负责什么。',
    en: 'Item by item: which sources agree, which steps are done, who is in charge of what.',
  },
  avoid: {
    zh: '格中是数字、要看大小时用 heat。',
    en: 'Where the cells are numbers to be compared use heat.',
  },
  sources: ['table'],
  props: z.strictObject({
    of: attributes.table,
    x: z.string().optional().describe('作列的一列（column whose values head the columns）'),
    y: z.string().optional().describe('结论的列，可用逗号写几个（columns of the verdicts）'),
    group: z
      .string()
      .optional()
      .describe('作行的一列，默认第一个文字列（column whose values name the rows）'),
    where: z.string().optional().describe('筛选，SQL 条件（condition in SQL）'),
  }),
  panel: panelRefusals.twoGroupings,
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="matrix" of="recon_check" group="name" x="source" y="verdict" id="matrix" />',
    input: buildExample,
  },
};

function validate(input: ChartInput): InputError | undefined {
  const { name = '', columns = [] } = input.table ?? {};
  const found = findStatusTable(input);
  if (!found) return createColumnError({ name, columns });
  const { rows, columns: columnLabels, cells } = found;
  if (cells.flat().every(({ state }) => state === 'none')) return { why: 'empty', name };
  return rows.length > gridLimits.rows || columnLabels.length > gridLimits.columns
    ? { why: 'too-many-series', name, text: `${rows.length} × ${columnLabels.length}` }
    : undefined;
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { rows, columns, cells } = findStatusTable(input)!;
  const { names, width: left } = layoutRowNames(rows, fullWidth);
  const width = fullWidth - left - 1;
  const step = width / columns.length;
  const y = buildRowScale(names, 0.06);
  const domain = columns.map((_, i) => `c${i}`);
  const x = {
    field: 'column',
    type: 'ordinal',
    scale: { domain, paddingInner: 0.04, paddingOuter: 0 },
    axis: null,
  };
  const values = cells.flatMap((row, r) =>
    row.map(({ state, text }, c) => ({
      row: names[r]!.row,
      column: `c${c}`,
      state,
      text: state === 'plain' ? truncateText(text, fontSizes.small, step - 8) : '',
      hover: chartWords[input.language].hover(`${rows[r]} · ${columns[c]}`, text || '—'),
    })),
  );
  return {
    // Room for the labels of the columns, which are no part of an axis.
    title: { text: '', offset: measureColumnLabels(columns, step) },
    data: { values },
    width,
    height: { step: computeRowStep(names, 30) },
    layer: [
      {
        mark: { type: 'rect', aria: true, fill: null, stroke: getColour('ink-3'), strokeWidth: 0.5 },
        encoding: { x, y, description: { field: 'hover' } },
      },
      ...(['good', 'bad'] as const).map((state) => buildSymbolLayer(state, x, y)),
      {
        transform: [{ filter: "datum.text !== ''" }],
        mark: { type: 'text', fontSize: fontSizes.small, baseline: 'middle' },
        encoding: { x, y, text: { field: 'text' } },
      },
      ...buildRowNameLayers(y, names),
      ...buildColumnLabels(columns, step, x),
    ],
  } as Spec;
}

function buildSymbolLayer(state: 'good' | 'bad', x: object, y: object): Layer {
  return {
    transform: [{ filter: `datum.state === '${state}'` }],
    mark: {
      type: 'point',
      shape: shapes[state],
      size: 240,
      opacity: 1,
      filled: false,
      stroke: getColour(state),
      strokeWidth: state === 'bad' ? 2.6 : 2,
    },
    encoding: { x, y },
  } as Layer;
}

function listClaims(input: ChartInput): Claim[] {
  const verdicts = findStatusTable(input)!;
  const [good, bad] = [listPlaces(verdicts, 'good'), listPlaces(verdicts, 'bad')];
  const among = good.length + bad.length;
  if (among === 0)
    return countTexts(verdicts).flatMap(({ text, count }) => makeCount('cells', count, { of: text }));
  return [...makeCount('passed', good.length, { among }), ...makeNamedCount('failed', bad, among)];
}

function listPlaces({ rows, columns, cells }: StatusTable, state: CellStatus): string[] {
  return cells.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell.state === state ? [`${rows[r]} · ${columns[c]}`] : [])),
  );
}

/** The words in the cells, the most frequent first. */
function countTexts({ cells }: StatusTable): { text: string; count: number }[] {
  const texts = cells.flat().flatMap(({ text }) => (text === '' ? [] : [text]));
  return [...Map.groupBy(texts, (text) => text)]
    .map(([text, found]) => ({ text, count: found.length }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 4);
}

function buildTable(input: ChartInput): TableRows {
  const { rows, columns, cells } = findStatusTable(input)!;
  return {
    columns: [
      createColumn('row', chartWords[input.language].item, 'left'),
      ...columns.map((label, i) => createColumn(`c${i + 1}`, label, 'left')),
    ],
    rows: cells.map((row, r) => [rows[r]!, ...row.map((cell) => cell.text || '—')]),
  };
}

function buildExample(language: Language): ChartInput {
  const names = {
    zh: ['访问量', '新增用户', '订单数', '成交额'],
    en: ['Visits', 'New users', 'Orders', 'Sales'],
  }[language];
  const sources = { zh: ['埋点', '后台', '广告平台'], en: ['Tracking', 'Back office', 'Ad platform'] }[
    language
  ];
  const { good, bad } = matrixWords[language];
  const verdicts = [good, good, bad, good, good, good, good, bad, null, good, good, null];
  const rows = verdicts.map((verdict, i) => ({
    name: names[Math.floor(i / 3)]!,
    source: sources[i % 3]!,
    verdict,
  }));
  const table = buildExampleTable('recon_check', rows, () => 'text');
  const picked = { group: 'name', x: 'source', y: ['verdict'] };
  return { language, values: [], goals: [], table: { ...table, picked } };
}
