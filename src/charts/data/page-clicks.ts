/** Clicks on a page, and the parts of the page. Places are shares of its width and height. */
import type { Cell } from '../../base/source-table.ts';
import type { ChartInput } from '../input.ts';

interface Click {
  x: number;
  y: number;
  count: number;
}

export interface PageElement {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ClickBin extends Click {
  width: number;
  height: number;
}

const grid = { columns: 20, rows: 25 };

const toShare = (cell: Cell | undefined) =>
  typeof cell === 'number' && cell >= 0 && cell <= 1 ? cell : undefined;

/** Rows with both places; those without, such as scrolls, are no clicks. Undefined without the columns. */
export function findClicks({ table }: ChartInput): Click[] | undefined {
  const names = table?.columns.map(({ name }) => name) ?? [];
  if (!table || !names.includes('x') || !names.includes('y')) return undefined;
  const counted = names.includes('count');
  return table.rows.flatMap((row) => {
    const [x, y] = [toShare(row.x), toShare(row.y)];
    const count = counted ? row.count : 1;
    return x === undefined || y === undefined || typeof count !== 'number' || !(count > 0)
      ? []
      : [{ x, y, count }];
  });
}

/** Undefined without a layout, or where it lacks columns. */
export function findPageElements({ secondTable }: ChartInput): PageElement[] | undefined {
  if (!secondTable) return undefined;
  const names = secondTable.columns.map(({ name }) => name);
  if (['name', 'x', 'y', 'width', 'height'].some((name) => !names.includes(name))) return undefined;
  return secondTable.rows.flatMap((row) => {
    const [x, y, width, height] = [toShare(row.x), toShare(row.y), toShare(row.width), toShare(row.height)];
    if (x === undefined || y === undefined || width === undefined || height === undefined) return [];
    return [
      { name: String(row.name ?? '—'), x, y, width: Math.min(width, 1 - x), height: Math.min(height, 1 - y) },
    ];
  });
}

export function countClicks(clicks: readonly Click[]): number {
  return clicks.reduce((sum, { count }) => sum + count, 0);
}

export function isInElement({ x, y }: Click, element: PageElement): boolean {
  const { x: left, y: top, width, height } = element;
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

/** Cells of a grid over the page that were clicked. */
export function groupClicks(clicks: readonly Click[]): ClickBin[] {
  const counts = new Map<number, number>();
  for (const { x, y, count } of clicks) {
    const column = Math.min(grid.columns - 1, Math.floor(x * grid.columns));
    const row = Math.min(grid.rows - 1, Math.floor(y * grid.rows));
    const cell = row * grid.columns + column;
    counts.set(cell, (counts.get(cell) ?? 0) + count);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([cell, count]) => ({
      x: (cell % grid.columns) / grid.columns,
      y: Math.floor(cell / grid.columns) / grid.rows,
      width: 1 / grid.columns,
      height: 1 / grid.rows,
      count,
    }));
}
