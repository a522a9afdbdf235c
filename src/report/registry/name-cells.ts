/** Cells of texts as a report shows them: codes and weeks by their names. */
import type { Cell, SourceColumn } from '../../base/source-table.ts';
import type { ChartTable } from '../../charts/input.ts';
import { createNamer } from './name-members.ts';
import type { ReportRegistry } from './report-registry.ts';

/** Rows of cells; without a registry they stay as they are. */
export function nameCells(
  rows: readonly (readonly Cell[])[],
  columns: readonly Pick<SourceColumn, 'name' | 'type'>[],
  registry: ReportRegistry | undefined,
): readonly (readonly Cell[])[] {
  if (!registry) return rows;
  const namers = columns.map(({ name, type }, at) =>
    type === 'text'
      ? createCellNamer(
          rows.map((row) => row[at] ?? null),
          name,
          registry,
        )
      : undefined,
  );
  return rows.map((row) => row.map((cell, at) => namers[at]?.(cell) ?? cell));
}

/** The rows of a table that a figure draws. */
export function nameChartRows(table: ChartTable, registry: ReportRegistry | undefined): ChartTable {
  if (!registry) return table;
  const names = table.columns.map(({ name }) => name);
  const cells = nameCells(
    table.rows.map((row) => names.map((name) => row[name] ?? null)),
    table.columns,
    registry,
  );
  return {
    ...table,
    rows: cells.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? null]))),
  };
}

function createCellNamer(cells: readonly Cell[], column: string, registry: ReportRegistry) {
  const texts = [...new Set(cells.filter((cell) => typeof cell === 'string'))];
  const name = createNamer(texts, column, registry);
  return (cell: Cell): Cell => (typeof cell === 'string' ? name(cell) : cell);
}
