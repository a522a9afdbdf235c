import { apportion } from '../apportion.ts';
import { weeks } from '../plan/term-calendar.ts';
import type { Random } from '../random.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Weekly index of each term, this year and in the same ISO weeks of last year. */
export const searchIndex: SimulatedTable = {
  columns: ['week', 'term', 'tool', 'region', 'index'],
  rows: (world) => {
    const random = world.random.fork('search index');
    const { terms, searchTool } = world.plan;
    const all = terms.flatMap(({ term, lastYear, growth, season }) => {
      const before = apportionWeeks(random, lastYear * weeks, 0.15, season);
      const now = apportionWeeks(random, Math.round(lastYear * weeks * growth), growth - 1, season);
      const weekly = (year: string, values: number[]) =>
        values.map((value, index) => [
          `${year}-W${10 + index}`,
          term,
          searchTool.tool,
          searchTool.region,
          value,
        ]);
      return [...weekly('2025', before), ...weekly('2026', now)];
    });
    return all.sort((a, b) => (a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : 0));
  },
};

/** `total` over the weeks with a rising trend; presents are looked for in June. */
function apportionWeeks(random: Random, total: number, rise: number, seasonal?: true): number[] {
  const weights = Array.from({ length: weeks }, (_, week) => {
    const season = seasonal ? 0.5 + (week / 10) ** 2 : 1;
    return (1 + (rise * week) / weeks) * season * random.logNormal(1, 0.08);
  });
  return apportion(total, weights);
}
