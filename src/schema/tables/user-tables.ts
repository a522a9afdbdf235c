import {
  choice,
  count,
  day,
  defineTable,
  flag,
  instant,
  money,
  number,
  required,
  share,
  text,
  unique,
} from './table-schema.ts';

/** Who the users are, and what they do. */
export const userTables = {
  users: defineTable('T01', ['用户', 'Users'], ['每行一位注册用户', 'One row is one registered user'], {
    user_id: unique(
      text('用户编号', '用户的唯一编号，不用手机号等真实身份', 'Unique id, never a phone number'),
    ),
    registered_at: required(instant('注册时间', '注册完成的时间', 'When the registration was completed')),
    channel: required(text('渠道', '用户来自的渠道', 'Channel the user came from')),
    device: text('设备', '注册时的设备', 'Device used to register'),
    gender: text('性别', '性别', 'Gender'),
    age_band: text('年龄段', '年龄段，如 18–24', 'Age band, such as 18–24'),
    occupation: text('职业', '职业', 'Occupation'),
    city_tier: text('城市级别', '城市级别，如 一线', 'Tier of the city'),
    is_test: flag('测试账号', '是否测试账号；统计时排除', 'Test account, left out of all counts'),
  }),
  tracking_plan: defineTable(
    'T02',
    ['埋点方案', 'Tracking plan'],
    ['每行一个埋点事件', 'One row is one event to track'],
    {
      event: unique(text('事件', '事件名，与 events 表一致', 'Name of the event, as in events')),
      description: text('说明', '事件的含义', 'What the event means'),
      trigger: text('触发时机', '什么时候上报', 'When it is sent'),
      properties: text(
        '属性',
        '随事件上报的属性，用分号隔开',
        'Properties sent with it, separated by semicolons',
      ),
      platform: text('端', '网页、小程序、App 等', 'Web, mini program, app …'),
      owner: text('负责人', '负责埋点的成员', 'Member in charge'),
      qa_status: choice('验收', ['未测', '通过', '失败'], '埋点验收结果', 'Result of the test'),
      first_seen: day('首次上报', '首次收到数据的日期', 'Day the first one arrived'),
    },
  ),
  events: defineTable(
    'T03',
    ['行为事件', 'Events'],
    ['每行一次用户行为', 'One row is one thing a user did'],
    {
      // Many logs have none.
      event_id: {
        ...text('事件编号', '事件的唯一编号，用于去重', 'Unique id, used to drop repeats'),
        unique: true,
      },
      user_id: required(text('用户编号', '谁做的，对应 users', 'Who did it, as in users')),
      session_id: text('会话编号', '属于哪次访问', 'Visit it belongs to'),
      event: required(
        text('事件', '做了什么，如 visit、register、pay', 'What was done: visit, register, pay …'),
      ),
      ts: required(instant('时间', '发生的时间', 'When it happened', { aliases: ['发生时间', 'timestamp'] })),
      page: text('页面', '所在页面', 'Page it happened on'),
      item_id: text('商品编号', '涉及的商品或内容', 'Item or content concerned'),
      channel: text('渠道', '本次访问的来源渠道', 'Channel of this visit'),
      platform: text('端', '网页、小程序、App 等', 'Web, mini program, app …'),
      duration_s: number('停留时长', '停留秒数', 'Seconds spent', { unit: '秒', min: 0 }),
      value: money('金额', '该行为带来的金额', 'Money it brought'),
    },
  ),
  funnel_def: defineTable(
    'T04',
    ['漏斗定义', 'Funnels'],
    ['每行是漏斗的一步', 'One row is one step of a funnel'],
    {
      funnel: unique(text('漏斗', '漏斗的名称', 'Name of the funnel')),
      step_no: unique(
        count('步骤序号', '从 1 开始的序号', 'Number of the step, from 1', { unit: '', min: 1 }),
      ),
      event: required(text('事件', '这一步对应 events 中的哪个事件', 'Event of this step, as in events')),
      filter: text('条件', '附加的 SQL 条件', 'Further SQL condition'),
      window_s: number('窗口', '从第一步起允许的秒数', 'Seconds allowed from the first step', {
        unit: '秒',
        min: 0,
      }),
      label: text('显示名', '图中显示的名称', 'Name shown in charts'),
    },
  ),
  survey: defineTable(
    'T06',
    ['问卷', 'Survey'],
    ['每行是一份问卷的一题', 'One row is one answer of one respondent'],
    {
      resp_id: required(text('答卷编号', '答卷的唯一编号', 'Id of the respondent')),
      submitted_at: instant('提交时间', '提交答卷的时间', 'When it was submitted'),
      q_id: required(text('题号', '题目编号', 'Id of the question')),
      answer: text('答案', '回答的内容', 'The answer'),
      weight: number('权重', '加权系数', 'Weight', { min: 0 }),
    },
  ),
  user_tier_snapshot: defineTable(
    'T15',
    ['用户分层快照', 'User tiers'],
    ['每行是某日某用户的分层', 'One row is the tier of one user on one day'],
    {
      date: unique(day('日期', '快照日期', 'Day of the snapshot')),
      user_id: unique(text('用户编号', '对应 users', 'As in users')),
      tier: required(
        choice('层级', ['新', '沉默', '活跃', 'KOC', '流失'], '当日所属层级', 'Tier on that day'),
      ),
      interactions_30d: count('近 30 天互动', '近 30 天的互动次数', 'Interactions in the last 30 days'),
      last_active: day('最近活跃', '最近一次活跃的日期', 'Last active day'),
    },
  ),
  clicks: defineTable(
    'T34',
    ['页面点击', 'Clicks'],
    ['每行是页面上的一次点击或一次滚动', 'One row is one click or one scroll on a page'],
    {
      page: required(text('页面', '发生在哪个页面', 'Page it happened on')),
      x: share('横向位置', '距页面左边，占页宽的比例 0–1', 'From the left, as a share of the width'),
      y: share('纵向位置', '距页面顶端，占页高的比例 0–1', 'From the top, as a share of the height'),
      ts: instant('时间', '发生的时间', 'When it happened'),
      type: choice('动作', ['click', 'scroll'], 'click 点击，scroll 滚动', 'Click or scroll'),
      depth: share('滚动深度', '滚动到的位置，占页高的比例 0–1', 'How far it was scrolled, 0 to 1'),
      device: text('设备', '手机、电脑等', 'Phone, desktop …'),
    },
  ),
  id_map: defineTable(
    'T35',
    ['身份对应', 'Identities'],
    ['每行是一位用户在客户系统中的对应编号', 'One row links one user to the customer system'],
    {
      user_id: unique(text('用户编号', '对应 users', 'As in users')),
      crm_id: text(
        '客户编号',
        '客户系统中的编号，未匹配留空',
        'Id in the customer system, empty when unmatched',
      ),
      matched_on: text(
        '匹配依据',
        '依据哪个字段匹配，如 手机号散列',
        'Field they were matched on, as a hash',
      ),
      match_type: text('匹配方式', '精确、模糊、人工等', 'Exact, fuzzy, by hand …'),
    },
  ),
};
