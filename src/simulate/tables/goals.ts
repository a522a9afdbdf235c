import { oldUsers } from '../plan/windows.ts';
import type { SimulatedTable } from './table.ts';

/** Targets as fixed at the end of the planning phase; baselines are those of the term before. No actuals. */
const goalPlans: [
  kpi: string,
  direction: 'higher' | 'lower',
  unit: string,
  baseline: number,
  target: number,
  source: string,
][] = [
  ['新增用户', 'higher', '人', oldUsers, 2400, 'users'],
  ['转化率', 'higher', '%', 2.2, 4, 'events'],
  ['获客成本', 'lower', '元/人', 36, 28, 'ad_spend'],
  ['成交额', 'higher', '元', 61000, 90000, 'orders'],
  ['活动曝光', 'higher', '次', 380000, 1000000, 'campaign_exposure'],
  ['品牌词指数同比', 'higher', '%', 20, 100, 'search_index'],
  ['次周留存率', 'higher', '%', 19, 25, 'events'],
  ['服务工单48小时闭环率', 'higher', '%', 71, 90, 'tickets'],
];

const growsWithScale = new Set(['人', '元', '次']);

export const goals: SimulatedTable = {
  columns: ['kpi', 'direction', 'unit', 'baseline', 'target', 'as_of', 'source'],
  rows: ({ scale }) =>
    goalPlans.map(([kpi, direction, unit, baseline, target, source]) => {
      const by = growsWithScale.has(unit) ? scale : 1;
      return [kpi, direction, unit, baseline * by, target * by, '2026-06-21', source];
    }),
};
