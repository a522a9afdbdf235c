import type { Random } from '../random.ts';
import { spread } from '../spread.ts';
import { weeks } from '../term.ts';
import type { SimulatedTable } from './table.ts';

/** Terms people search; brand terms end at `growth` times the same weeks of last year. */
const terms: { term: string; lastYear: number; growth: number }[] = [
  { term: '拾光集市', lastYear: 168, growth: 2.5 },
  { term: '拾光文创', lastYear: 92, growth: 2.5 },
  { term: '校园文创', lastYear: 410, growth: 1.12 },
  { term: '毕业礼物', lastYear: 760, growth: 0.97 },
];

/** Weekly index of each term, this year and in the same ISO weeks of last year. */
export const searchIndex: SimulatedTable = {
  columns: ['week', 'term', 'tool', 'region', 'index'],
  rows: (world) => {
    const random = world.random.fork('search index');
    const all = terms.flatMap(({ term, lastYear, growth }) => {
      const before = shares(random, lastYear * weeks, 0.15, term);
      const now = shares(random, Math.round(lastYear * weeks * growth), growth - 1, term);
      return [...weekly('2025', term, before), ...weekly('2026', term, now)];
    });
    return all.sort((a, b) => (a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : 0));
  },
};

function weekly(year: string, term: string, values: number[]) {
  return values.map((value, index) => [`${year}-W${10 + index}`, term, '模拟搜索指数', '全国', value]);
}

/** `total` over the weeks with a rising trend; presents are looked for in June. */
function shares(random: Random, total: number, rise: number, term: string): number[] {
  const weights = Array.from({ length: weeks }, (_, week) => {
    const season = term === '毕业礼物' ? 0.5 + (week / 10) ** 2 : 1;
    return (1 + (rise * week) / weeks) * season * random.logNormal(1, 0.08);
  });
  return spread(total, weights);
}
