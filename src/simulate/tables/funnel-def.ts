import type { SimulatedTable } from './table.ts';

const day = 86_400;

/** The funnels the team looks at; windows count from the first step. */
export const funnelDef: SimulatedTable = {
  columns: ['funnel', 'step_no', 'event', 'filter', 'window_s', 'label'],
  rows: () => [
    ['购买', 1, 'visit', null, 28 * day, '访问'],
    ['购买', 2, 'view', null, 28 * day, '浏览商品'],
    ['购买', 3, 'cart', null, 28 * day, '加入购物车'],
    ['购买', 4, 'pay', null, 28 * day, '支付'],
    ['注册', 1, 'visit', null, day, '访问'],
    ['注册', 2, 'view', null, day, '浏览商品'],
    ['注册', 3, 'register', null, day, '注册'],
  ],
};
