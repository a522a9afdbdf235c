import type { Period } from '../../base/calendar-days.ts';
import { defineProblem } from '../define-problem.ts';
import { suggestEn, suggestZh, type UnknownName } from '../unknown-name.ts';

/** No metric of the library: SQL has it. */
const medianPattern = /^(?:median|中位数|中值)$/i;

/** Problems of `metrics.yaml`: how values are named and asked for. */
export const valueProblems = {
  'metrics-file-invalid': defineProblem({
    severity: 'error',
    what: {
      zh: () => 'metrics.yaml 应是“数值名: { … }”这样的逐行条目。',
      en: () => 'metrics.yaml should be lines of the form “name: { … }”.',
    },
    cure: {
      zh: () => '每个数值写一行，冒号用英文半角并加一个空格：新增用户: { metric: new_users, from: users }',
      en: () =>
        'Write one line a value, with a colon and a space: New users: { metric: new_users, from: users }',
    },
  }),
  'value-kind': defineProblem<{ name: string; found: string }>({
    severity: 'error',
    what: {
      zh: (p) =>
        p.found === '' ? `数值“${p.name}”没有写怎么算。` : `数值“${p.name}”写了不止一种算法：${p.found}。`,
      en: (p) =>
        p.found === ''
          ? `The value “${p.name}” does not say how it is made.`
          : `The value “${p.name}” is made in more than one way: ${p.found}.`,
    },
    cure: {
      zh: (p) => `metric、formula、sql、query 写且只写一个，例如：${p.name}: { metric: count, from: users }`,
      en: (p) => `Give one of metric, formula, sql, query: ${p.name}: { metric: count, from: users }`,
    },
  }),
  'unknown-metric': defineProblem<UnknownName>({
    severity: 'error',
    what: { zh: (p) => `指标库里没有“${p.name}”。`, en: (p) => `There is no metric “${p.name}”.` },
    cure: {
      zh: (p) =>
        medianPattern.test(p.name)
          ? '中位数用 SQL 写：`{ sql: "SELECT median(列名) FROM 表名", unit: 单位 }`。'
          : `${suggestZh(p.near)}可用的指标：${p.all}；全部见 guide/metrics/index.html。`,
      en: (p) =>
        medianPattern.test(p.name)
          ? 'Ask for a median in SQL: `{ sql: "SELECT median(COLUMN) FROM TABLE", unit: UNIT }`.'
          : `Metrics: ${p.all}; all of them are in guide/metrics/index.html.${suggestEn(p.near)}`,
    },
  }),
  'unknown-event': defineProblem<UnknownName & { column: string; table: string }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `数据表 ${p.table} 的“${p.column}”列里没有“${p.name}”，funnel_def 与 tracking_plan 里也没有：这样算出来总是 0。`,
      en: (p) =>
        `The column ${p.column} of the table ${p.table} holds no “${p.name}”, and neither funnel_def nor tracking_plan lists it: the result would always be 0.`,
    },
    cure: {
      zh: (p) =>
        `${suggestZh(p.near)}表中有：${p.all}。事件还没有上报过的，先写进 tracking_plan 的 event 列。`,
      en: (p) =>
        `The table has: ${p.all}.${suggestEn(p.near)} If the event was never sent so far, list it in the column event of tracking_plan.`,
    },
  }),
  'constant-unknown': defineProblem<UnknownName & { column: string; table: string }>({
    severity: 'error',
    what: {
      zh: (p) => `数据表 ${p.table} 的“${p.column}”列里没有“${p.name}”，只有相近的“${p.near}”。`,
      en: (p) =>
        `The column ${p.column} of the table ${p.table} holds no “${p.name}”, but “${p.near}”, which is near.`,
    },
    cure: {
      zh: (p) => `改成表中的写法：'${p.near}'。列中有：${p.all}。`,
      en: (p) => `Write it as the table does: '${p.near}'. The column has: ${p.all}.`,
    },
  }),
  'constant-absent': defineProblem<UnknownName & { column: string; table: string }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `数据表 ${p.table} 的“${p.column}”列里没有“${p.name}”：这个条件选不到任何一行，也排除不了任何一行。`,
      en: (p) =>
        `The column ${p.column} of the table ${p.table} holds no “${p.name}”: the condition neither selects nor leaves out a row.`,
    },
    cure: {
      zh: (p) => `列中有：${p.all}。改成其中一个，或去掉这个条件。`,
      en: (p) => `The column has: ${p.all}. Write one of these, or leave the condition out.`,
    },
  }),
  'unknown-value': defineProblem<UnknownName>({
    severity: 'error',
    what: {
      zh: (p) => `metrics.yaml 里没有数值“${p.name}”。`,
      en: (p) => `metrics.yaml has no value “${p.name}”.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}${p.all ? `现有数值：${p.all}。` : '请先在 metrics.yaml 里写出它。'}`,
      en: (p) => `${p.all ? `Values: ${p.all}.` : 'Add it to metrics.yaml first.'}${suggestEn(p.near)}`,
    },
  }),
  'unknown-table': defineProblem<UnknownName>({
    severity: 'error',
    what: { zh: (p) => `没有数据表“${p.name}”。`, en: (p) => `There is no table “${p.name}”.` },
    cure: {
      zh: (p) =>
        `${suggestZh(p.near)}现有数据表：${p.all || '无'}。表名就是 data 文件夹里的文件名，不写扩展名。`,
      en: (p) =>
        `Tables: ${p.all || 'none'}. A table has the name of its file without extension.${suggestEn(p.near)}`,
    },
  }),
  'missing-from': defineProblem<{ metric: string; all: string }>({
    severity: 'error',
    what: {
      zh: (p) => `指标 ${p.metric} 没有写 from（取自哪个数据表）。`,
      en: (p) => `The metric ${p.metric} has no “from” (the table it asks).`,
    },
    cure: {
      zh: (p) => `加上 from: 表名。现有数据表：${p.all || '无'}。`,
      en: (p) => `Add from: TABLE. Tables: ${p.all || 'none'}.`,
    },
  }),
  'unknown-column': defineProblem<UnknownName & { table: string }>({
    severity: 'error',
    what: {
      zh: (p) => `数据表 ${p.table} 没有列“${p.name}”。`,
      en: (p) => `The table ${p.table} has no column “${p.name}”.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}现有列：${p.all}。`,
      en: (p) => `Columns: ${p.all}.${suggestEn(p.near)}`,
    },
  }),
  'metric-column': defineProblem<{
    metric: string;
    table: string;
    param: string;
    zh: string;
    en: string;
    all: string;
  }>({
    severity: 'error',
    what: {
      zh: (p) => `指标 ${p.metric} 在数据表 ${p.table} 里找不到${p.zh}。`,
      en: (p) => `The metric ${p.metric} does not find its ${p.en} in the table ${p.table}.`,
    },
    cure: {
      zh: (p) => `写明是哪一列：with: { ${p.param}: 列名 }。现有列：${p.all}。`,
      en: (p) => `Say which column it is: with: { ${p.param}: COLUMN }. Columns: ${p.all}.`,
    },
  }),
  'metric-parameter': defineProblem<{ metric: string; param: string; zh: string; en: string }>({
    severity: 'error',
    what: {
      zh: (p) => `指标 ${p.metric} 的参数 ${p.param} 不对。`,
      en: (p) => `The parameter ${p.param} of the metric ${p.metric} is wrong.`,
    },
    cure: { zh: (p) => `${p.zh}。`, en: (p) => `${p.en}.` },
  }),
  'bad-period': defineProblem<{ found: string; phases?: string }>({
    severity: 'error',
    what: { zh: (p) => `“${p.found}”不是时段。`, en: (p) => `“${p.found}” is no period.` },
    cure: {
      zh: (p) =>
        `写首尾两天，用两个点连接，前一天不晚于后一天：during: 2026-03-02..2026-03-29；也可写 report、2026-03、2026-W10、last 4 weeks${p.phases ? `，或阶段 ${p.phases}` : ''}。`,
      en: (p) =>
        `Write first and last day, joined by two dots: during: 2026-03-02..2026-03-29; or report, 2026-03, 2026-W10, last 4 weeks${p.phases ? `, or a phase: ${p.phases}` : ''}.`,
    },
  }),
  'unknown-goal': defineProblem<UnknownName>({
    severity: 'error',
    what: {
      zh: (p) => (p.all ? `表 goals 里没有指标“${p.name}”。` : '没有数据表 goals，无法引用目标。'),
      en: (p) => (p.all ? `The table goals has no “${p.name}”.` : 'There is no table goals to refer to.'),
    },
    cure: {
      zh: (p) =>
        p.all
          ? `${suggestZh(p.near)}现有指标：${p.all}。`
          : '新建 goals.csv，表头为 kpi,direction,unit,baseline,target。',
      en: (p) =>
        p.all
          ? `Known: ${p.all}.${suggestEn(p.near)}`
          : 'Add goals.csv with the header kpi,direction,unit,baseline,target.',
    },
  }),
  'goal-without': defineProblem<{ name: string; column: string }>({
    severity: 'error',
    what: {
      zh: (p) => `表 goals 里“${p.name}”的 ${p.column} 是空的。`,
      en: (p) => `In the table goals, ${p.column} of “${p.name}” is empty.`,
    },
    cure: {
      zh: (p) => `在 goals 里填上 ${p.column}，或去掉这里的引用。`,
      en: (p) => `Fill in ${p.column}, or take the reference out.`,
    },
  }),
  'goal-days-differ': defineProblem<{ name: string; value: string; goal: Period; own?: Period | undefined }>({
    severity: 'warning',
    what: {
      zh: ({ name, value, goal, own }) =>
        `目标“${name}”定的是 ${goal.from} 至 ${goal.to}，回答它的“${value}”统计的是${own ? ` ${own.from} 至 ${own.to}` : '全部数据'}：时间不同，达成与否无从判断。`,
      en: ({ name, value, goal, own }) =>
        `The goal “${name}” is set for ${goal.from} to ${goal.to}, and “${value}”, which answers it, is of ${own ? `${own.from} to ${own.to}` : 'all data'}: whether it is reached cannot be told.`,
    },
    cure: {
      zh: ({ goal }) => `另写一个 during: ${goal.from}..${goal.to} 的数值，让它的 target 指向这个目标。`,
      en: ({ goal }) => `Write a value with during: ${goal.from}..${goal.to} whose target is this goal.`,
    },
  }),
  'goal-days-open': defineProblem<{
    name: string;
    first: string;
    of: Period;
    other: string;
    otherOf: Period;
  }>({
    severity: 'warning',
    what: {
      zh: ({ name, first, of, other, otherOf }) =>
        `“${first}”（${of.from} 至 ${of.to}）与“${other}”（${otherOf.from} 至 ${otherOf.to}）都拿目标“${name}”来比，时间却不同，会得出两个结论。`,
      en: ({ name, first, of, other, otherOf }) =>
        `“${first}” (${of.from} to ${of.to}) and “${other}” (${otherOf.from} to ${otherOf.to}) are both held against the goal “${name}”, over different days: that gives two answers.`,
    },
    cure: {
      zh: ({ otherOf }) =>
        `在 goals 表里写明目标从哪天算到哪天：加 from 列（如 ${otherOf.from}）和 as_of 列（如 ${otherOf.to}）。统计期不同的数值，判断时会注明。`,
      en: ({ otherOf }) =>
        `Say in goals which days count: a column from (${otherOf.from}) and as_of (${otherOf.to}). A verdict on other days then says so.`,
    },
  }),
  'goal-actual-differs': defineProblem<{ name: string; typed: string; computed: string; value: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `goals 中“${p.name}”的实际值填的是 ${p.typed}，由数据算出的“${p.value}”是 ${p.computed}。`,
      en: (p) =>
        `goals gives ${p.typed} as the actual “${p.name}”; “${p.value}” computed from the data is ${p.computed}.`,
    },
    cure: {
      zh: () => '报告以算出的值为准。请核对口径，再更正或清空 actual。',
      en: () => 'The report shows the computed one. Check the definitions, then correct or empty “actual”.',
    },
  }),
  'sql-not-one-number': defineProblem<{ rows: number; columns: number; found: string }>({
    severity: 'error',
    what: {
      zh: (p) =>
        p.rows === 1 && p.columns === 1
          ? `SQL 的结果不是数字，而是“${p.found}”。`
          : `SQL 的结果是 ${p.rows} 行 ${p.columns} 列，应为一行一列。`,
      en: (p) =>
        p.rows === 1 && p.columns === 1
          ? `The SQL gives “${p.found}”, which is no number.`
          : `The SQL gives ${p.rows} rows and ${p.columns} columns; one row and one column are wanted.`,
    },
    cure: {
      zh: () => '用汇总函数得到一个数，如 select sum(cost) from ad_spend；要多行请改用 query:。',
      en: () => 'Aggregate to one number, such as select sum(cost) from ad_spend; for many rows use query:.',
    },
  }),
  'empty-result': defineProblem<{ name: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `数值“${p.name}”按给出的条件没有一行数据。`,
      en: (p) => `No row of data meets the conditions of the value “${p.name}”.`,
    },
    cure: {
      zh: () => '检查 where、during 和事件名；没有数据的比率印成“—”。',
      en: () => 'Check where, during and the names of events; a ratio without data prints as “—”.',
    },
  }),
  'series-incomplete': defineProblem<{ name: string; shown: number; left: number; whole: number }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `数值“${p.name}”的各部分共 ${p.shown} 行，没有时间的 ${p.left} 行，与全部 ${p.whole} 行对不上。`,
      en: (p) =>
        `The parts of the value “${p.name}” hold ${p.shown} rows, those without a time ${p.left}; that is not all ${p.whole}.`,
    },
    cure: {
      zh: () => '先改用别的 by；并把这份数据告诉程序的维护者，这是程序的错。',
      en: () =>
        'Give another by, and tell the maintainers of this program with the data: the fault is theirs.',
    },
  }),
  'rows-without-time': defineProblem<{
    table: string;
    column: string;
    rows: number;
    names: string;
    more: number;
  }>({
    severity: 'finding',
    what: {
      zh: (p) =>
        `表“${p.table}”有 ${p.rows} 行没有“${p.column}”：数值${p.names}${p.more > 0 ? `等 ${p.more} 个` : ''}按时间分或限定时段时，不含这些行。`,
      en: (p) =>
        `${p.rows === 1 ? '1 row' : `${p.rows} rows`} of the table “${p.table}” ${p.rows === 1 ? 'has' : 'have'} no “${p.column}”: no part or period of ${p.names}${p.more > 0 ? ` and others, ${p.more} values in all,` : ''} holds ${p.rows === 1 ? 'it' : 'them'}.`,
    },
    cure: {
      zh: (p) => `补上时间；本来就没有的，在 where 里写 ${p.column} IS NOT NULL，让合计与各部分一致。`,
      en: (p) =>
        `Fill it in; where there is none, write ${p.column} IS NOT NULL into where, so that the total is that of its parts.`,
    },
  }),
  'ratio-half-blank': defineProblem<{
    table: string;
    column: string;
    rows: number;
    names: string;
    more: number;
  }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `表“${p.table}”有 ${p.rows} 行比值的分子、分母只填了一边（第一处缺“${p.column}”）：${p.names}${p.more > 0 ? `等 ${p.more} 个数值` : ''}两边都不计这些行。`,
      en: (p) =>
        `${p.rows === 1 ? '1 row' : `${p.rows} rows`} of the table “${p.table}” ${p.rows === 1 ? 'has' : 'have'} only one side of a ratio (the first lacks “${p.column}”): ${p.names}${p.more > 0 ? ` and others, ${p.more} values in all,` : ''} count ${p.rows === 1 ? 'it' : 'them'} on neither side.`,
    },
    cure: {
      zh: (p) =>
        `补上数；平台用空白表示 0 的，在 tables.yaml 里该文件下写 columns: { ${p.column}: { blank: zero } }。`,
      en: (p) =>
        `Fill it in; where the platform leaves blank what is 0, write columns: { ${p.column}: { blank: zero } } under the file in tables.yaml.`,
    },
  }),
  'rows-beyond-period': defineProblem<{
    table: string;
    column: string;
    rows: number;
    names: string;
    more: number;
    from: string;
    to: string;
  }>({
    severity: 'finding',
    what: {
      zh: (p) =>
        `表“${p.table}”有 ${p.rows} 行的“${p.column}”在实训期（${p.from} 至 ${p.to}）之外，也算进了按时间分的数值${p.names}${p.more > 0 ? `等 ${p.more} 个` : ''}。`,
      en: (p) =>
        `${p.rows === 1 ? '1 row' : `${p.rows} rows`} of the table “${p.table}” ${p.rows === 1 ? 'lies' : 'lie'} outside of the training (${p.from} to ${p.to}) by “${p.column}”, and ${p.rows === 1 ? 'is' : 'are'} part of ${p.names}${p.more > 0 ? ` and others, ${p.more} values in all` : ''}.`,
    },
    cure: {
      zh: () => '只要实训期内的，写 during: report；有意用来比较的，写 during: 起..止。',
      en: () =>
        'For the training alone write during: report; for what is meant as a comparison during: FROM..TO.',
    },
  }),
  'narrowed-sql': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”由 SQL 直接算出，不能再用 by、from、to、where 细分。`,
      en: (p) => `“${p.name}” comes from SQL as it is and cannot be narrowed by by, from, to or where.`,
    },
    cure: {
      zh: () => '在 metrics.yaml 里用 metric: 写这个数值，或用 query: 写出要画的多行。',
      en: () => 'Write the value with metric:, or the rows to draw with query:, in metrics.yaml.',
    },
  }),
  'value-form': defineProblem<{ name: string; form: string; unit: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”（单位：${p.unit || '无'}）不能写成 as="${p.form}"。`,
      en: (p) => `“${p.name}” (unit: ${p.unit || 'none'}) cannot be written as="${p.form}".`,
    },
    cure: {
      zh: () =>
        'percent 与 pp 用于百分比；attainment 要有 target；interval 要有置信区间（比率、试验的差）；highest 与 lowest 要有分组（by）。其余写 full、short、change 或 size。',
      en: () =>
        'percent and pp are for percentages, attainment needs a target, interval a value with one (a rate, a difference of a trial), highest and lowest a grouping (by). Otherwise use full, short, change or size.',
    },
  }),
  'interval-of-two-estimates': defineProblem<{ name: string; vs: string; metric: string }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `“${p.name}”的区间不能拿来与“${p.vs}”比：“${p.vs}”也是由数据估计的，同样有误差，两个都含误差的数要看差的区间。`,
      en: (p) =>
        `The interval of “${p.name}” cannot be held against “${p.vs}”: that is estimated from data too and has an error of its own, so it is the interval of the difference that counts.`,
    },
    cure: {
      zh: (p) =>
        `在 metrics.yaml 里用 metric: ${p.metric} 定义两者之差（写法见指标手册），例如叫“差”，再写 <Verdict of="差" vs="0" as="interval" />。若“${p.vs}”是规定的标准，放进 goals 或 benchmarks 表。`,
      en: (p) =>
        `Define the difference in metrics.yaml with metric: ${p.metric} (see the handbook of metrics), say as “gap”, and write <Verdict of="gap" vs="0" as="interval" />. Where “${p.vs}” is a standard, it belongs in the table goals or benchmarks.`,
    },
  }),
  'interval-of-repeats': defineProblem<{ name: string }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `“${p.name}”的区间把每一行（每次展示、每条消息、每次会话）当作互不相干；同一人会重复出现，真正的区间更宽。`,
      en: (p) =>
        `The interval of “${p.name}” takes rows (impressions, messages, sessions) as independent; one user has several, and the true interval is wider.`,
    },
    cure: {
      zh: () =>
        '表里有用户列时写 with: { user: 列名 }，区间就按用户合并；没有用户列时不写区间，只写数值，并说明按什么计。',
      en: () =>
        'With a column of users write with: { user: COLUMN }, and the interval goes by user; without one print the value alone, and say what it counts.',
    },
  }),
};
