import {
  choice,
  count,
  day,
  defineTable,
  flag,
  instant,
  money,
  required,
  share,
  text,
  unique,
} from './table-schema.ts';

/** Orders, members and money. */
export const tradeTables = {
  orders: defineTable(
    'T05',
    ['订单', 'Orders'],
    ['每行一笔订单', 'One row is one order'],
    {
      order_id: unique(text('订单编号', '订单的唯一编号', 'Unique id of the order', { aliases: ['订单号'] })),
      user_id: required(text('用户编号', '下单用户，对应 users', 'Who ordered, as in users')),
      created_at: required(instant('下单时间', '创建订单的时间', 'When it was placed')),
      paid_at: instant('支付时间', '支付成功的时间，未支付留空', 'When it was paid, empty when not'),
      status: required(
        choice(
          '状态',
          ['placed', 'paid', 'shipped', 'refunded', 'cancelled'],
          '订单状态',
          'State of the order',
        ),
      ),
      amount: required(
        money('金额', '实付金额', 'Amount paid', { aliases: ['实付金额', '订单金额', '支付金额'] }),
      ),
      discount: money('优惠', '优惠金额', 'Discount', { aliases: ['优惠金额'] }),
      shipping: money('运费', '运费', 'Shipping'),
      items: count('件数', '商品件数', 'Pieces', { unit: '件' }),
      coupon_id: text('优惠券编号', '使用的优惠券', 'Coupon used'),
    },
    [{ kind: 'in-order', low: 'created_at', high: 'paid_at' }],
  ),
  membership: defineTable(
    'T16',
    ['会员', 'Membership'],
    ['每行是某日某会员的状态', 'One row is one member on one day'],
    {
      user_id: unique(text('用户编号', '对应 users', 'As in users')),
      date: unique(day('日期', '快照日期', 'Day of the snapshot')),
      level: required(text('等级', '会员等级', 'Level')),
      points_in: count('获得积分', '当日获得的积分', 'Points earned', { unit: '分' }),
      points_out: count('消耗积分', '当日使用的积分', 'Points spent', { unit: '分' }),
      balance: count('积分余额', '当日结束时的余额', 'Balance of points', { unit: '分' }),
      spend_12m: money('近一年消费', '近 12 个月消费金额', 'Spent in the last 12 months'),
    },
  ),
  membership_levels: defineTable(
    'T16',
    ['会员等级', 'Membership levels'],
    ['每行一个会员等级', 'One row is one level'],
    {
      level: unique(text('等级', '等级名称，与 membership 一致', 'Name, as in membership')),
      rank: required(
        count('次序', '从 1 起，越大等级越高', 'From 1; the higher, the higher the level', {
          unit: '',
          min: 1,
        }),
      ),
      threshold: money('门槛', '近一年消费达到多少', 'What must be spent in a year'),
      benefit: text('权益', '专属客服、积分加倍等', 'What it brings'),
      cost: money('权益成本', '每位会员每年的权益成本', 'Cost of the benefits, per member and year'),
    },
  ),
  budget: defineTable('T28', ['预算', 'Budget'], ['每行一个预算科目', 'One row is one line of the budget'], {
    line: unique(text('科目', '预算科目', 'Line of the budget')),
    type: required(choice('类型', ['cost', 'revenue'], '成本或收入', 'Cost or revenue')),
    budget: required(money('预算', '预算金额', 'Planned')),
    actual: money('实际', '实际发生金额', 'Actual'),
    note: text('备注', '差异原因等', 'Reason of a difference'),
  }),
  coupons: defineTable(
    'T39',
    ['优惠券', 'Coupons'],
    ['每行一张优惠券', 'One row is one coupon'],
    {
      coupon_id: unique(text('优惠券编号', '唯一编号', 'Unique id')),
      batch: text('批次', '发放批次', 'Batch'),
      partner: text('合作方', '合作品牌', 'Partner'),
      issued_at: instant('发放时间', '发放的时间', 'When it was issued'),
      claimed_at: instant('领取时间', '领取的时间', 'When it was claimed'),
      redeemed_at: instant('核销时间', '使用的时间', 'When it was redeemed'),
      order_id: text('订单编号', '用于哪笔订单', 'Order it was used for'),
      value: money('面值', '抵扣金额', 'Value'),
    },
    [
      { kind: 'in-order', low: 'issued_at', high: 'claimed_at' },
      { kind: 'in-order', low: 'claimed_at', high: 'redeemed_at' },
    ],
  ),
  churn_scores: defineTable(
    'T37',
    ['流失评分', 'Churn scores'],
    ['每行一位用户的评分', 'One row is one user scored'],
    {
      user_id: required(text('用户编号', '对应 users', 'As in users')),
      as_of: required(day('评分日期', '评分的日期', 'Day of the score')),
      score: share('评分', '模型给出的流失概率', 'Probability of churn'),
      label: count('是否流失', '1 表示实际流失', '1 when churned', { unit: '', max: 1 }),
      treated: flag('干预', '是否进行挽回', 'Whether treated'),
      offer: text('方案', '挽回方案', 'Offer made'),
      redeemed: flag('响应', '是否使用', 'Whether redeemed'),
    },
  ),
};
