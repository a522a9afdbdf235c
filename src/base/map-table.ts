/** Tables that are maps: one row a feature, its shape as a GeoJSON text in a column of its own. */
import type { Cell } from './source-table.ts';

export const geometryColumn = 'geometry';

/** Whether a table with this file and these columns is a map. */
export function isMapTable(file: string, columns: readonly { name: string }[]): boolean {
  return /\.geojson(\.\w+)?$/i.test(file) && columns.some(({ name }) => name === geometryColumn);
}

/** A row of a map as a GeoJSON feature that Vega-Lite's `geoshape` draws; its properties stand beside it as well. */
export function toFeature(row: Record<string, Cell>): Record<string, unknown> {
  const { [geometryColumn]: shape, ...properties } = row;
  const geometry: unknown = typeof shape === 'string' ? JSON.parse(shape) : null;
  return { ...properties, type: 'Feature', properties, geometry };
}

/** What kind of shape it is, in place of its numbers. */
export function getShapeType(cell: Cell): Cell {
  return typeof cell === 'string' ? (/"type":"(\w+)"/.exec(cell)?.[1] ?? null) : null;
}
