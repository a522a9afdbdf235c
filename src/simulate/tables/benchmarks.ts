import type { SimulatedTable } from './table.ts';

/** Values to compare with. They are part of the simulation and say so: no real industry figure is claimed. */
export const benchmarks: SimulatedTable = {
  columns: ['metric', 'value', 'unit', 'definition', 'source', 'year', 'region'],
  rows: () => [
    ['次周留存率', 22, '%', '注册后第 7～13 天内有访问的新用户占比', '课程组模拟行业对照值', 2025, '全国'],
    ['复购率', 18, '%', '一学期内支付两单及以上的用户占比', '课程组模拟行业对照值', 2025, '全国'],
    ['净推荐值', 25, '', '推荐者占比减贬损者占比', '课程组模拟行业对照值', 2025, '全国'],
  ],
};
