import { isoDay } from '../term.ts';
import { pushDays } from '../world/trials.ts';
import type { SimulatedTable } from './table.ts';

/** Trials as registered before they began. */
export const experiments: SimulatedTable = {
  columns: [
    'exp_id',
    'hypothesis',
    'metric',
    'unit',
    'alpha',
    'planned_n',
    'start_date',
    'end_date',
    'looks',
  ],
  rows: (world) => {
    const { from, to } = world.plan.planted.landing;
    const n = (users: number) => Math.round(users * world.scale);
    return [
      ['LP', '新落地页的注册率高于旧版', '注册率', '新访客', 0.05, n(2600), isoDay(from), isoDay(to), 1],
      [
        'TALK',
        '评论区提问式引导的回复率高于陈述式',
        '回复率',
        '读者',
        0.05,
        n(3600),
        isoDay(49),
        isoDay(62),
        1,
      ],
      [
        'PUSH',
        '提问式推送的七日支付率高于陈述式',
        '七日支付率',
        '收到推送并来访的用户',
        0.05,
        n(800),
        isoDay(pushDays.from),
        isoDay(pushDays.to),
        1,
      ],
      [
        'RECO',
        '推荐位加人工规则后人均浏览商品更多',
        '人均浏览商品数',
        '用户',
        0.05,
        n(1800),
        isoDay(84),
        isoDay(97),
        1,
      ],
      [
        'AD',
        '场景化投放素材的点击率高于促销素材',
        '点击率',
        '展示',
        0.05,
        n(40000),
        isoDay(63),
        isoDay(76),
        2,
      ],
    ];
  },
};
