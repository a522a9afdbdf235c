import { z } from 'zod';
import type { Language } from '../../base/language.ts';
import type { Rows } from '../../base/series.ts';
import { chartWords } from '../../words/charts.ts';
import { matrixWords } from '../../words/matrix-charts.ts';
import { head } from '../columns.ts';
import { columnHeads, headHeight } from '../heads.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, Lack, Layer, Spec } from '../kind.ts';
import { fitText } from '../measure.ts';
import { attributes } from '../props.ts';
import { nameLayers, rowNames, rowScale, rowStep } from '../rows.ts';
import { colour, type } from '../theme.ts';
import { type State, type Verdicts, verdictsOf } from '../verdicts.ts';

const most = { rows: 40, columns: 24 };

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
  panel: {
    zh: '它自己就要两层分组，小格里没有第三层',
    en: 'it needs two groupings itself, and a panel leaves it one',
  },
  lacks,
  spec,
  finding,
  table,
  example: {
    tag: '<Figure kind="matrix" of="recon_check" group="name" x="source" y="verdict" id="matrix" />',
    input: example,
  },
};

function lacks(input: ChartInput): Lack | undefined {
  const { name = '', columns = [] } = input.table ?? {};
  const found = verdictsOf(input);
  if (!found) return { why: 'needs-column', name, text: columns.map((column) => column.name).join('、') };
  const { rows, columns: heads, cells } = found;
  if (cells.flat().every(({ state }) => state === 'none')) return { why: 'empty', name };
  return rows.length > most.rows || heads.length > most.columns
    ? { why: 'too-many-series', name, text: `${rows.length} × ${heads.length}` }
    : undefined;
}

function spec(input: ChartInput, full: number): Spec {
  const { rows, columns, cells } = verdictsOf(input)!;
  const { names, width: left } = rowNames(rows, full);
  const width = full - left - 1;
  const step = width / columns.length;
  const y = rowScale(names, 0.06);
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
      text: state === 'plain' ? fitText(text, type.small, step - 8) : '',
      hover: chartWords[input.language].hover(`${rows[r]} · ${columns[c]}`, text || '—'),
    })),
  );
  return {
    // Room for the heads, which are no part of an axis.
    title: { text: '', offset: headHeight(columns, step) },
    data: { values },
    width,
    height: { step: rowStep(names, 30) },
    layer: [
      {
        mark: { type: 'rect', aria: true, fill: null, stroke: colour('ink-3'), strokeWidth: 0.5 },
        encoding: { x, y, description: { field: 'hover' } },
      },
      ...(['good', 'bad'] as const).map((state) => symbolLayer(state, x, y)),
      {
        transform: [{ filter: "datum.text !== ''" }],
        mark: { type: 'text', fontSize: type.small, baseline: 'middle' },
        encoding: { x, y, text: { field: 'text' } },
      },
      ...nameLayers(y).map((layer) => ({ ...layer, data: { values: names } })),
      ...columnHeads(columns, step, x),
    ],
  } as Spec;
}

function symbolLayer(state: 'good' | 'bad', x: object, y: object): Layer {
  return {
    transform: [{ filter: `datum.state === '${state}'` }],
    mark: {
      type: 'point',
      shape: shapes[state],
      size: 240,
      opacity: 1,
      filled: false,
      stroke: colour(state),
      strokeWidth: state === 'bad' ? 2.6 : 2,
    },
    encoding: { x, y },
  } as Layer;
}

const failuresTold = 3;

function finding(input: ChartInput): string {
  const words = matrixWords[input.language];
  const all = chartWords[input.language];
  const verdicts = verdictsOf(input)!;
  const [good, bad] = [placesOf(verdicts, 'good'), placesOf(verdicts, 'bad')];
  if (good.length + bad.length === 0) return all.sentence([words.kinds(counted(verdicts))]);
  const told = bad.slice(0, failuresTold);
  const failed =
    bad.length === 0
      ? words.noFailed
      : bad.length > told.length
        ? words.failedMore(told, bad.length)
        : words.failed(told);
  return all.sentence([words.passed(good.length, good.length + bad.length), failed]);
}

function placesOf({ rows, columns, cells }: Verdicts, state: State): string[] {
  return cells.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell.state === state ? [`${rows[r]} · ${columns[c]}`] : [])),
  );
}

/** The words in the cells, the most frequent first. */
function counted({ cells }: Verdicts): { text: string; count: number }[] {
  const texts = cells.flat().flatMap(({ text }) => (text === '' ? [] : [text]));
  return [...Map.groupBy(texts, (text) => text)]
    .map(([text, found]) => ({ text, count: found.length }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 4);
}

function table(input: ChartInput): Rows {
  const { rows, columns, cells } = verdictsOf(input)!;
  return {
    columns: [
      head('row', chartWords[input.language].item, 'left'),
      ...columns.map((label, i) => head(`c${i + 1}`, label, 'left')),
    ],
    rows: cells.map((row, r) => [rows[r]!, ...row.map((cell) => cell.text || '—')]),
  };
}

function example(language: Language): ChartInput {
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
  const columns = ['name', 'source', 'verdict'].map((name) => ({
    name,
    label: name,
    unit: '',
    type: 'text' as const,
  }));
  const picked = { group: 'name', x: 'source', y: ['verdict'] };
  return { language, values: [], goals: [], table: { name: 'recon_check', columns, rows, picked } };
}
