import type { SimulatedTable } from './simulated-table.ts';

/** Values to compare with. They are part of the simulation and say so: no real industry figure is claimed. */
export const benchmarks: SimulatedTable = {
  columns: ['metric', 'value', 'unit', 'definition', 'source', 'year', 'region'],
  rows: ({ plan }) => plan.benchmarks.map((row) => [...row, 2025, plan.searchTool.region]),
};
