import { defineProblem } from '../define-problem.ts';

/** What a kind of figure needs of the values it draws. */
export const figureInputProblems = {
  'figure-needs-time': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `数值“${p.name}”没有按时间的序列，画不成这种图。`,
      en: (p) => `The value “${p.name}” has no series over time, which this figure needs.`,
    },
    cure: {
      zh: (p) => `在 metrics.yaml 里给它加上 by: week（或 day、month），例如：${p.name}: { …, by: week }`,
      en: (p) => `Add by: week (or day, month) to it in metrics.yaml: ${p.name}: { …, by: week }`,
    },
  }),
  'figure-needs-parts': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `数值“${p.name}”没有（恰好一层）分组，画不成这种图。`,
      en: (p) =>
        `The value “${p.name}” is not split into parts (by exactly one dimension), which this figure needs.`,
    },
    cure: {
      zh: (p) =>
        `在 metrics.yaml 里给它一个分组，例如：${p.name}: { …, by: channel }；漏斗用 metric: funnel。`,
      en: (p) => `Split it in metrics.yaml: ${p.name}: { …, by: channel }; a funnel is metric: funnel.`,
    },
  }),
  'figure-needs-two-arms': defineProblem<{ name: string; text: string }>({
    severity: 'error',
    what: {
      zh: (p) => `成本对比要恰好两种方式，数值“${p.name}”里是：${p.text || '没有分组'}。`,
      en: (p) => `A cost comparison needs exactly two arms; the value “${p.name}” has: ${p.text || 'none'}.`,
    },
    cure: {
      zh: (p) =>
        `在 metrics.yaml 里写两层分组并筛出两种方式：${p.name}: { …, by: [month, channel], where: "channel IN ('SEM', 'SEO')" }`,
      en: (p) =>
        `Group by time and arm in metrics.yaml and keep two arms: ${p.name}: { …, by: [month, channel], where: "channel IN ('SEM', 'SEO')" }`,
    },
  }),
  'figure-needs-counts': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `数值“${p.name}”不是成本除以转化数，无法累计。`,
      en: (p) => `The value “${p.name}” is not cost over conversions, so it cannot be cumulated.`,
    },
    cure: {
      zh: (p) => `改用指标库里的获客成本：${p.name}: { metric: cpa, from: ad_spend, by: [month, channel] }`,
      en: (p) =>
        `Use the library's cost per acquisition: ${p.name}: { metric: cpa, from: ad_spend, by: [month, channel] }`,
    },
  }),
  'figure-needs-two-dimensions': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”没有两层分组，画不成这种图。`,
      en: (p) => `“${p.name}” is not grouped by two dimensions, which this figure needs.`,
    },
    cure: {
      zh: (p) =>
        `数值写 by: [week, channel]，例如：${p.name}: { …, by: [week, channel] }；数据表再写 group="列名"。`,
      en: (p) =>
        `Write by: [week, channel] for a value: ${p.name}: { …, by: [week, channel] }; group="column" for a table.`,
    },
  }),
  'figure-needs-values': defineProblem<{ name: string; text: string }>({
    severity: 'error',
    what: {
      zh: (p) => `这种图要 ${p.text} 个分组相同的数值，“${p.name}”不够。`,
      en: (p) => `This figure needs ${p.text} values of the same groups; “${p.name}” is not enough.`,
    },
    cure: {
      zh: () => '在 of 里用逗号写出几个数值，例如 of="获客成本, 转化率"；数据表写 y="列, 列"。',
      en: () => 'Name the values in of, separated by commas: of="cost, rate"; columns of a table in y.',
    },
  }),
  'figure-needs-interval': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `数值“${p.name}”没有置信区间，画不成这种图。`,
      en: (p) => `The value “${p.name}” has no confidence interval, which this figure needs.`,
    },
    cure: {
      zh: () => '改用带区间的指标（比率、两组之差、NPS 等），不要用 sql 或公式写成的数值。',
      en: () =>
        'Use a metric that has an interval (a rate, a difference of arms, NPS), not SQL or a formula.',
    },
  }),
  'figure-needs-curve': defineProblem<{ name: string; text: string }>({
    severity: 'error',
    what: {
      zh: (p) => `数值“${p.name}”背后没有这种图要画的曲线。`,
      en: (p) => `The value “${p.name}” has no curve behind it that this figure could draw.`,
    },
    cure: {
      zh: (p) => `改用带这种曲线的指标：${p.name}: { metric: … }，其中 metric 是 ${p.text} 之一。`,
      en: (p) => `Use a metric that has one: ${p.name}: { metric: … }, one of ${p.text}.`,
    },
  }),
  'figure-needs-column': defineProblem<{ name: string; text: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”里没有这种图要的列；现有的列：${p.text}。`,
      en: (p) => `“${p.name}” lacks columns that this figure needs; there are: ${p.text}.`,
    },
    cure: {
      zh: () => '换一张表，或用 x="名称列" y="数值列" 指明；甘特图要任务表 tasks 的各列。',
      en: () =>
        'Take another table, or name the columns: x="names" y="numbers"; a Gantt chart needs those of tasks.',
    },
  }),
  'figure-rows-repeat': defineProblem<{ name: string; text: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”里“${p.text}”不止一行，一处只能画一个数。`,
      en: (p) => `“${p.name}” has more than one row of “${p.text}”; one place shows one number.`,
    },
    cure: {
      zh: () => '先在 metrics.yaml 里用 query 汇总（GROUP BY），再画汇总后的结果；或再用 group="列名" 分开。',
      en: () =>
        'Aggregate with a query in metrics.yaml (GROUP BY) and draw that, or part the rows with group="column".',
    },
  }),
  'figure-not-one-unit': defineProblem<{ name: string; text: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”的单位是“${p.text}”，与同图的其他数值不同。`,
      en: (p) => `The unit of “${p.name}” is “${p.text}”, unlike that of the others in the figure.`,
    },
    cure: {
      zh: () => '一张这样的图只画同一单位的数值；不同单位的分成几张图。',
      en: () => 'One such figure shows values of one unit: make several of it.',
    },
  }),
  'figure-not-a-sum': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”的各部分不能相加（比率、平均数，或有不合用的负数），画不成这种图。`,
      en: (p) => `The parts of “${p.name}” do not add up (a rate, a mean, or unfit negative numbers).`,
    },
    cure: {
      zh: () => '改画可以相加的数值（人数、金额、次数）；比率用 trend 或 bars。',
      en: () => 'Draw a value that adds up (people, money, times); for rates take trend or bars.',
    },
  }),
  'figure-negative-size': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”里有负数，不能画成圆的面积。`,
      en: (p) => `“${p.name}” has negative numbers, which no circle's area can show.`,
    },
    cure: {
      zh: (p) => `把“${p.name}”写在 of 的第一或第二个，第三个换成不会为负的数值（人数、金额、次数）。`,
      en: (p) =>
        `Name “${p.name}” first or second in of, and third a value that is never negative (people, money, times).`,
    },
  }),
  'figure-needs-two-sides': defineProblem<{ name: string; text: string }>({
    severity: 'error',
    what: {
      zh: (p) => `这种图要恰好两方，“${p.name}”有 ${p.text} 方。`,
      en: (p) => `This figure needs exactly two sides; “${p.name}” has ${p.text}.`,
    },
    cure: {
      zh: () =>
        '用 where 只留两种，例如 by="age_band, gender" where="gender IN (\'女\', \'男\')"；或在 of 里写两个同单位的数值。',
      en: () =>
        'Keep two with where: by="age_band, gender" where="gender IN (\'F\', \'M\')"; or name two values of one unit in of.',
    },
  }),
  'figure-too-many-series': defineProblem<{ name: string; text: string }>({
    severity: 'error',
    what: {
      zh: (p) => `一张图里有 ${p.text} 个序列，分不清了。`,
      en: (p) => `${p.text} series in one figure cannot be told apart.`,
    },
    cure: {
      zh: () => '分成几张图，或在 metrics.yaml 里用 where 只留下最重要的几个。',
      en: () => 'Make several figures of it, or keep the most important with where in metrics.yaml.',
    },
  }),
};
