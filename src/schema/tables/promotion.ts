import { choice, count, day, flag, instant, money, number, required, table, text, unique } from './column.ts';

/** Where traffic comes from, and what it costs. */
export const promotionTables = {
  ad_spend: table(
    'T07',
    ['广告投放', 'Ad spend'],
    ['每行是一天、一个渠道（计划、关键词）的投放', 'One row is one day of one channel, campaign and keyword'],
    {
      date: required(day('日期', '投放日期', 'Day', { aliases: ['投放日期'] })),
      channel: required(
        text('渠道', '投放渠道，如 SEM', 'Channel, such as SEM', { aliases: ['推广渠道', '投放渠道'] }),
      ),
      campaign: required(
        text('计划', '推广计划', 'Campaign', { aliases: ['推广计划', '推广计划名称', '计划名称'] }),
      ),
      adgroup: text('单元', '推广单元', 'Ad group', { aliases: ['推广单元', '推广单元名称', '单元名称'] }),
      keyword: text('关键词', '触发展示的关键词', 'Keyword'),
      impressions: required(
        count('展示', '展示次数', 'Times shown', {
          aliases: ['展现', '展现量', '展现次数', '展示量', '展示次数', '曝光', '曝光量', '曝光次数'],
        }),
      ),
      clicks: required(count('点击', '点击次数', 'Clicks', { aliases: ['点击量', '点击数', '点击次数'] })),
      cost: required(money('消费', '消费金额', 'Money spent', { aliases: ['花费', '成本', '消耗', '费用'] })),
      conversions: count('转化', '带来的转化数', 'Conversions', { aliases: ['转化量', '转化数'] }),
      revenue: money('收入', '带来的收入', 'Revenue it brought'),
    },
    [{ kind: 'at-most', low: 'clicks', high: 'impressions' }],
  ),
  traffic: table(
    'T08',
    ['流量', 'Traffic'],
    ['每行是一天、一个来源与媒介的访问', 'One row is one day of one source and medium'],
    {
      date: required(day('日期', '访问日期', 'Day')),
      source: required(text('来源', '来源，如 baidu', 'Source, such as baidu')),
      medium: required(text('媒介', '媒介，如 organic、cpc、referral', 'Medium: organic, cpc, referral …')),
      campaign: text('活动', 'UTM 活动名', 'UTM campaign'),
      landing: text('落地页', '进入的页面', 'Landing page'),
      sessions: required(count('访问次数', '会话数', 'Sessions', { aliases: ['会话数'] })),
      users: count('访客', '访客数', 'Users', { unit: '人', aliases: ['访客数'] }),
      engaged_sessions: count('参与会话', '有效互动的会话数', 'Engaged sessions'),
      bounces: count('跳出', '只看一页就离开的会话数', 'Bounces'),
      avg_engagement_s: number('平均停留', '平均停留秒数', 'Average seconds', { unit: '秒', min: 0 }),
      conversions: count('转化', '直接转化数', 'Conversions'),
      assisted: count('辅助转化', '辅助转化数', 'Assisted conversions'),
    },
    [
      { kind: 'at-most', low: 'engaged_sessions', high: 'sessions' },
      { kind: 'at-most', low: 'bounces', high: 'sessions' },
    ],
  ),
  campaigns: table(
    'T13',
    ['活动', 'Campaigns'],
    ['每行一次线上活动', 'One row is one campaign'],
    {
      campaign_id: unique(text('活动编号', '活动的唯一编号', 'Unique id')),
      name: required(text('活动名称', '活动名称', 'Name')),
      type: required(
        choice('类型', ['打卡', '抽奖', '挑战赛', '拼团', '红包'], '活动类型', 'Kind of campaign'),
      ),
      start_date: required(day('开始日期', '第一天', 'First day', { aliases: ['start', '开始'] })),
      end_date: required(day('结束日期', '最后一天', 'Last day', { aliases: ['end', '结束'] })),
      budget: money('预算', '预算金额', 'Budget'),
      cost: money('成本', '实际花费', 'Money spent', { aliases: ['花费'] }),
      impressions: count('曝光', '曝光次数', 'Impressions', { aliases: ['曝光量'] }),
      participants: count('参与人数', '参与人数', 'Participants', { unit: '人' }),
      new_users: count('新增用户', '带来的新增用户', 'New users it brought', { unit: '人' }),
      orders: count('订单数', '带来的订单数', 'Orders it brought', { unit: '单' }),
    },
    [{ kind: 'in-order', low: 'start_date', high: 'end_date' }],
  ),
  referrals: table('T19', ['邀请关系', 'Referrals'], ['每行一次邀请', 'One row is one invitation'], {
    inviter_id: required(text('邀请人', '邀请人的用户编号', 'User who invited')),
    invitee_id: required(text('被邀请人', '被邀请人的用户编号', 'User who was invited')),
    ts: required(instant('时间', '接受邀请的时间', 'When it was accepted')),
    channel: text('渠道', '分享渠道', 'Channel of sharing'),
    campaign_id: text('活动编号', '对应 campaigns', 'As in campaigns'),
    rewarded: money('奖励', '发放的奖励金额', 'Reward paid'),
    activated: flag('已激活', '被邀请人是否完成激活', 'Whether the invited became active'),
    device_hash: text('设备指纹', '设备标识的散列', 'Hash of the device'),
    ip_hash: text('网络指纹', '网络地址的散列', 'Hash of the network address'),
  }),
  fraud_flags: table(
    'T38',
    ['风控命中', 'Fraud flags'],
    ['每行是一位用户命中的一条风控规则', 'One row is one user caught by one rule'],
    {
      user_id: required(text('用户编号', '对应 users', 'As in users')),
      rule: required(text('规则', '命中的规则，如 同设备多账号', 'Rule that caught the user')),
      at: instant('时间', '命中的时间', 'When it was caught'),
      evidence: text('证据', '命中的依据', 'What it rests on'),
      action: text('处置', '采取的措施，如 拦截奖励', 'What was done: reward withheld …'),
    },
  ),
  partners: table('T29', ['合作方', 'Partners'], ['每行一家合作方', 'One row is one partner'], {
    partner: required(text('合作方', '合作方名称', 'Name of the partner')),
    kind: required(choice('类别', ['KOL', '媒体', '品牌'], '合作方类别', 'Kind of partner')),
    give: text('我方提供', '我方提供的资源', 'What we give'),
    get: text('对方提供', '对方提供的资源', 'What we get'),
    cost: money('成本', '合作成本', 'Cost'),
    impressions: count('曝光', '带来的曝光', 'Impressions'),
    visits: count('访问', '带来的访问', 'Visits'),
    new_users: count('新增用户', '带来的新增用户', 'New users', { unit: '人' }),
    status: text('状态', '合作状态', 'State of the contract'),
  }),
  search_index: table(
    'T44',
    ['搜索指数', 'Search index'],
    ['每行是一周、一个词的搜索指数', 'One row is one week of one term'],
    {
      week: required(
        text('周', 'ISO 周，如 2026-W10，或该周周一的日期', 'ISO week such as 2026-W10, or its Monday'),
      ),
      term: required(text('搜索词', '品牌词等', 'Search term', { aliases: ['关键词'] })),
      tool: required(text('工具', '指数来源，如 百度指数', 'Tool it comes from')),
      region: text('地区', '统计地区', 'Region'),
      index: required(number('指数', '搜索指数', 'Index', { min: 0, aliases: ['搜索指数'] })),
    },
  ),
};
