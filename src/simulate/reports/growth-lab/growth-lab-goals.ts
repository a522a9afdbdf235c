import type { GoalPlan } from '../../plan/team-plan.ts';

/** Targets as fixed at the end of the planning phase; baselines are those of the term before. */
export const goals: GoalPlan[] = [
  {
    kpi: '新增用户',
    direction: 'higher',
    unit: '人',
    baseline: 1560,
    target: 2400,
    source: 'users',
    grows: true,
  },
  { kpi: '转化率', direction: 'higher', unit: '%', baseline: 2.2, target: 4, source: 'events' },
  { kpi: '获客成本', direction: 'lower', unit: '元/人', baseline: 36, target: 28, source: 'ad_spend' },
  {
    kpi: '成交额',
    direction: 'higher',
    unit: '元',
    baseline: 61000,
    target: 90000,
    source: 'orders',
    grows: true,
  },
  {
    kpi: '活动曝光',
    direction: 'higher',
    unit: '次',
    baseline: 380000,
    target: 1000000,
    source: 'campaign_exposure',
    grows: true,
  },
  {
    kpi: '品牌词指数同比',
    direction: 'higher',
    unit: '%',
    baseline: 20,
    target: 100,
    source: 'search_index',
  },
  { kpi: '次周留存率', direction: 'higher', unit: '%', baseline: 19, target: 25, source: 'events' },
  {
    kpi: '服务工单48小时闭环率',
    direction: 'higher',
    unit: '%',
    baseline: 71,
    target: 90,
    source: 'tickets',
  },
];
