import { choice, count, day, defineTable, number, required, share, text, unique } from './table-schema.ts';

/** Targets, benchmarks and experiments. */
export const goalTables = {
  goals: defineTable('T22', ['目标', 'Goals'], ['每行一个关键指标的目标', 'One row is the goal of one KPI'], {
    kpi: unique(
      text('指标', '指标名；metrics.yaml 用 goals.指标名 引用', 'Name, referred to as goals.NAME', {
        aliases: ['KPI'],
      }),
    ),
    direction: required(
      choice('方向', ['higher', 'lower'], 'higher 越高越好，lower 越低越好', 'Which way is good'),
    ),
    unit: required(text('单位', '如 人、%、元', 'Unit: people, %, CNY …')),
    baseline: number('基线', '开始时的值', 'Value at the start', { aliases: ['基线值', '基准'] }),
    target: required(number('目标', '目标值', 'Value aimed at', { aliases: ['目标值'] })),
    actual: number('实际', '可不填；填了会与计算值核对', 'May be empty; checked against the computed value', {
      aliases: ['实际值'],
    }),
    from: day(
      '起始日期',
      '目标从哪天算起；写了就只拿统计期相同的数值来判断',
      'First day that counts; then only values of the same days are judged by it',
      {
        aliases: ['开始日期'],
      },
    ),
    as_of: day('截止日期', '目标算到哪天', 'Last day that counts'),
    definition: text('口径', '算什么，分母是谁', 'What counts, and out of whom'),
    source: text('来源', '数据表或依据', 'Table or ground it rests on'),
  }),
  okr: defineTable('T23', ['OKR', 'OKR'], ['每行一个关键结果', 'One row is one key result'], {
    objective: required(text('目标', '目标 O', 'Objective')),
    kr: required(text('关键结果', '关键结果 KR', 'Key result')),
    baseline: number('基线', '开始时的值', 'Value at the start'),
    target: required(number('目标值', '目标值', 'Value aimed at')),
    actual: number('实际值', '实际值', 'Actual value'),
    weight: share('权重', '权重 0–1', 'Weight, 0 to 1'),
    type: choice('类型', ['metric', 'binary'], 'metric 按比例，binary 是否完成', 'By degree or yes/no'),
  }),
  benchmarks: defineTable(
    'T30',
    ['行业基准', 'Benchmarks'],
    ['每行一个行业基准值', 'One row is one benchmark'],
    {
      metric: required(text('指标', '指标名', 'Metric')),
      value: required(number('基准值', '基准值', 'Value')),
      unit: text('单位', '单位', 'Unit'),
      definition: required(text('口径', '基准的定义', 'How it is defined')),
      source: required(text('来源', '出处', 'Source')),
      year: required(count('年份', '数据年份', 'Year', { unit: '', min: 1990, max: 2100 })),
      region: text('地区', '适用地区', 'Region'),
    },
  ),
  experiments: defineTable(
    'T32',
    ['实验', 'Experiments'],
    ['每行一个 A/B 实验', 'One row is one A/B test'],
    {
      exp_id: unique(text('实验编号', '唯一编号', 'Unique id')),
      hypothesis: required(text('假设', '实验假设', 'Hypothesis')),
      metric: required(text('指标', '评判指标', 'Metric that decides')),
      unit: required(text('实验单位', '分流单位，如 用户', 'What is assigned: users …')),
      alpha: share('显著性水平', '如 0.05', 'Such as 0.05'),
      planned_n: count('计划样本', '计划总样本量', 'Planned sample', { unit: '人' }),
      start_date: day('开始日期', '第一天', 'First day', { aliases: ['start', '开始'] }),
      end_date: day('结束日期', '最后一天', 'Last day', { aliases: ['end', '结束'] }),
      looks: count('查看次数', '查看结果的次数，含最后一次', 'Looks at the data, the last included'),
      correction: choice(
        '多重校正',
        ['none', 'bonferroni', 'holm', 'bh'],
        '同时检验几个时怎样校正：bonferroni、holm、bh，none 不校正；写法相同的算一族',
        'How several tests are corrected for; those that say the same are one family',
      ),
      spending: choice(
        '查看校正',
        ['none', 'obrien_fleming', 'pocock'],
        '查看多次时误报率怎样分摊：obrien_fleming、pocock，none 不分摊',
        'How the error is spent over several looks',
      ),
      population: text(
        '分析人群',
        '判定时算哪些人，如 收到推送并来访的用户；空为分到组的全部人',
        'Whom the analysis counts; empty: all that were assigned',
      ),
    },
    [{ kind: 'in-order', low: 'start_date', high: 'end_date' }],
  ),
  experiment_arms: defineTable(
    'T32',
    ['实验分组', 'Arms of experiments'],
    ['每行是一个实验的一组', 'One row is one arm of one experiment'],
    {
      exp_id: unique(text('实验编号', '对应 experiments', 'As in experiments')),
      arm: unique(text('组别', '如 对照、实验', 'Arm: control, variant …')),
      n: required(count('样本量', '该组样本量', 'Sample of the arm', { unit: '人' })),
      successes: count('成功数', '比率指标：转化人数', 'For a rate: conversions', { unit: '人' }),
      sum: number('总和', '均值指标：总和', 'For a mean: sum'),
      sumsq: number('平方和', '均值指标：平方和', 'For a mean: sum of squares', { min: 0 }),
      split: share('分流比例', '计划的分流比例', 'Planned share'),
      assigned: count(
        '分组人数',
        '分到该组的全部人数，供意向分析',
        'All assigned to the arm, for intention to treat',
        {
          unit: '人',
        },
      ),
      assigned_successes: count(
        '分组成功数',
        '分到该组的全部人里的转化人数',
        'Conversions among all assigned',
        {
          unit: '人',
        },
      ),
    },
    [
      { kind: 'at-most', low: 'successes', high: 'n' },
      { kind: 'at-most', low: 'n', high: 'assigned' },
      { kind: 'at-most', low: 'successes', high: 'assigned_successes' },
      { kind: 'at-most', low: 'assigned_successes', high: 'assigned' },
    ],
  ),
};
