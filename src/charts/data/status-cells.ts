/** Cells of a table that pass or fail by the words in them. */
import type { Cell } from '../../base/source-table.ts';
import type { ChartInput, ChartTable } from '../input.ts';

export type CellStatus = 'good' | 'bad' | 'plain' | 'none';

const statusWords: Record<'good' | 'bad', string[]> = {
  good: [
    '通过',
    '达标',
    '一致',
    '合格',
    '是',
    '已完成',
    '完成',
    '正常',
    'pass',
    'passed',
    'yes',
    'ok',
    'true',
    '✓',
    '√',
  ],
  bad: [
    '未通过',
    '不通过',
    '退回',
    '未达标',
    '不达标',
    '不一致',
    '不合格',
    '否',
    '未完成',
    '异常',
    'fail',
    'failed',
    'no',
    'false',
    '✗',
    '×',
  ],
};

function classifyCell(cell: Cell | undefined): CellStatus {
  if (cell === null || cell === undefined || cell === '') return 'none';
  const text = String(cell).trim().toLowerCase();
  if (statusWords.good.includes(text)) return 'good';
  return statusWords.bad.includes(text) ? 'bad' : 'plain';
}

export interface StatusTable {
  rows: string[];
  columns: string[];
  /** By row and column. */
  cells: { state: CellStatus; text: string }[][];
}

/**
 * One row a `group` and one column an `x`, with the text of `y` in the cell; or without `x` one row a row of the
 * table and one column each of `y`, else of all that are true or false. Undefined where the table lacks the columns.
 */
export function findStatusTable({ table }: ChartInput): StatusTable | undefined {
  if (!table) return undefined;
  const { x, y = [], group } = table.picked ?? {};
  const rowColumn = group ?? table.columns.find(({ name, type }) => type === 'text' && name !== x)?.name;
  if (rowColumn === undefined) return undefined;
  const verdicts =
    y.length > 0 ? y : table.columns.filter(({ type }) => type === 'boolean').map(({ name }) => name);
  if (verdicts.length === 0 || (x !== undefined && verdicts.length > 1)) return undefined;
  return x === undefined
    ? fromWideTable(table, rowColumn, verdicts)
    : fromLongTable(table, { rowColumn, x, y: verdicts[0]! });
}

const formatName = (cell: Cell | undefined) =>
  cell === null || cell === undefined || cell === '' ? '—' : String(cell);

const buildCell = (cell: Cell | undefined) => ({
  state: classifyCell(cell),
  text: classifyCell(cell) === 'none' ? '' : String(cell),
});

function fromWideTable(
  { columns, rows }: ChartTable,
  rowColumn: string,
  verdicts: readonly string[],
): StatusTable {
  const label = (name: string) => columns.find((column) => column.name === name)?.label || name;
  return {
    rows: rows.map((row) => formatName(row[rowColumn])),
    columns: verdicts.map(label),
    cells: rows.map((row) => verdicts.map((name) => buildCell(row[name]))),
  };
}

/** Of several rows for one cell the last counts. */
function fromLongTable(
  { rows }: ChartTable,
  { rowColumn, x, y }: { rowColumn: string; x: string; y: string },
): StatusTable {
  const names = [...new Set(rows.map((row) => formatName(row[rowColumn])))];
  const columnNames = [...new Set(rows.map((row) => formatName(row[x])))];
  const found = new Map(
    rows.map((row) => [JSON.stringify([formatName(row[rowColumn]), formatName(row[x])]), row[y]]),
  );
  return {
    rows: names,
    columns: columnNames,
    cells: names.map((name) => columnNames.map((one) => buildCell(found.get(JSON.stringify([name, one]))))),
  };
}
