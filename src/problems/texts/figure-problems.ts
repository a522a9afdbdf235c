import type { Bilingual } from '../../base/language.ts';
import { defineProblem } from '../define-problem.ts';

const suggestZh = (near: string | undefined) => (near ? `你是不是想写“${near}”？` : '');
const suggestEn = (near: string | undefined) => (near ? ` Did you mean “${near}”?` : '');

const formatPath = (path: string) => (path ? ` ${path} ` : '');

interface SpecValue {
  path: string;
  found: string;
  near: string | undefined;
  /** Words that may stand there. */
  all: string[];
  /** Sorts of values in the words of JSON Schema, `number ≥ 0`. */
  sorts: string[];
}

const sortNames: Record<string, string> = {
  number: '数字',
  integer: '整数',
  string: '文字',
  boolean: ' true 或 false',
  object: '一组“键: 值”',
  array: '列表',
  null: ' null',
};
const translateSort = (sort: string) => sort.replace(/^\w+/, (name) => sortNames[name] ?? name);

interface UnknownName {
  name: string;
  near: string | undefined;
  /** Known names, ready to print. */
  all: string;
}

/** Problems of `<Figure>` and `<Chart>`: what is drawn from what, and a team's own specifications. */
export const figureProblems = {
  'unknown-kind': defineProblem<UnknownName>({
    severity: 'error',
    what: { zh: (p) => `没有“${p.name}”这种图。`, en: (p) => `There is no figure of kind “${p.name}”.` },
    cure: {
      zh: (p) => `${suggestZh(p.near)}可用的种类：${p.all}。`,
      en: (p) => `Kinds: ${p.all}.${suggestEn(p.near)}`,
    },
  }),
  'figure-prop': defineProblem<{ kind: string; name: string; all: string }>({
    severity: 'error',
    what: {
      zh: (p) => `${p.kind} 图不用属性“${p.name}”。`,
      en: (p) => `A figure of kind ${p.kind} takes no attribute “${p.name}”.`,
    },
    cure: {
      zh: (p) => `删去这个属性。这种图可用：${p.all}。分组和筛选写在 metrics.yaml 的 by 和 where 里。`,
      en: (p) =>
        `Remove it. This kind takes: ${p.all}. Grouping and filters go to by and where in metrics.yaml.`,
    },
  }),
  'figure-of': defineProblem<{ kind: string; found: string; expected: string }>({
    severity: 'error',
    what: {
      zh: (p) => `${p.kind} 图不能画“${p.found}”。`,
      en: (p) => `A figure of kind ${p.kind} cannot be drawn of “${p.found}”.`,
    },
    cure: { zh: (p) => `改写成 of="${p.expected}"。`, en: (p) => `Write of="${p.expected}".` },
  }),
  'figure-limit': defineProblem<{ found: string }>({
    severity: 'error',
    what: {
      zh: (p) => `界限“${p.found}”不是一个数。`,
      en: (p) => `The limit “${p.found}” is not a number.`,
    },
    cure: {
      zh: () => '按数值的单位只写数字，例如 48 小时写 at="48"。',
      en: () => 'Write the number alone, in the unit of the values: at="48" for 48 hours.',
    },
  }),
  'figure-panel': defineProblem<{ name: string; all: string; near: string | undefined; why?: Bilingual }>({
    severity: 'error',
    what: {
      zh: (p) => `小多图的小格不能画“${p.name}”${p.why ? `：${p.why.zh}` : '：没有这种图'}。`,
      en: (p) => `“${p.name}” cannot be a panel: ${p.why ? p.why.en : 'there is no such kind'}.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}panel 可用 ${p.all}；不写时按时间画线、按部分画条。`,
      en: (p) => `panel takes ${p.all}; without it, lines over time and bars by part.${suggestEn(p.near)}`,
    },
  }),
  'page-image': defineProblem<{ src: string; why: 'kind' | 'large' }>({
    severity: 'error',
    what: {
      zh: (p) =>
        p.why === 'large'
          ? `页面截图“${p.src}”超过 400 KB。`
          : `“${p.src}”不能作页面截图：不是 PNG、JPEG，或不是不含脚本与外链的 SVG。`,
      en: (p) =>
        p.why === 'large'
          ? `The image of the page “${p.src}” has more than 400 KB.`
          : `“${p.src}” cannot be the image of a page: it is no PNG or JPEG, nor an SVG without scripts and links.`,
    },
    cure: {
      zh: () => '把截图缩到宽 800 像素左右，存成 PNG 或 JPEG，放进报告文件夹。',
      en: () =>
        'Scale it to about 800 pixels, save it as PNG or JPEG, and put it into the folder of the report.',
    },
  }),
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
  'figure-empty': defineProblem<{ name: string }>({
    severity: 'error',
    what: { zh: (p) => `“${p.name}”没有可画的数据。`, en: (p) => `“${p.name}” has no data to draw.` },
    cure: {
      zh: () => '检查 metrics.yaml 里的 during 和 where，以及图上的 from 和 to。',
      en: () => 'Look at during and where in metrics.yaml, and at from and to of the figure.',
    },
  }),
  'figure-not-drawn': defineProblem<{ message: string }>({
    severity: 'error',
    what: {
      zh: (p) => `这张图没有画成：${p.message}。`,
      en: (p) => `The figure was not drawn: ${p.message}.`,
    },
    cure: {
      zh: () => '检查数据里是否有极大或异常的值；若数据无误，请把这条信息告诉课程维护者。',
      en: () => 'Look for extreme values in the data; if there are none, tell whoever maintains the course.',
    },
  }),
  'chart-unknown': defineProblem<UnknownName & { folder: string }>({
    severity: 'error',
    what: {
      zh: (p) => `没有图的定义“${p.name}”。`,
      en: (p) => `There is no chart specification “${p.name}”.`,
    },
    cure: {
      zh: (p) =>
        p.all
          ? `${suggestZh(p.near)}现有：${p.all}。`
          : `把 Vega-Lite 定义存成 ${p.folder}/${p.name}.vl.yaml，数据写 data: { name: 表名 }。`,
      en: (p) =>
        p.all
          ? `There are: ${p.all}.${suggestEn(p.near)}`
          : `Save a Vega-Lite specification as ${p.folder}/${p.name}.vl.yaml, its data as data: { name: TABLE }.`,
    },
  }),
  'chart-spec-invalid': defineProblem<{ message: string }>({
    severity: 'error',
    what: {
      zh: (p) => `图的定义有误：${p.message}。`,
      en: (p) => `The chart specification is wrong: ${p.message}.`,
    },
    cure: {
      zh: () =>
        '对照 Vega-Lite 文档修改；最小的例子：data: { name: 表名 }，mark: bar，encoding: { x: …, y: … }。',
      en: () =>
        'Compare with the Vega-Lite reference; the least is data: { name: TABLE }, mark: bar, encoding: { x: …, y: … }.',
    },
  }),
  'chart-spec-key': defineProblem<{ path: string; name: string; near: string | undefined; all: string[] }>({
    severity: 'error',
    what: {
      zh: (p) => `图的定义里${formatPath(p.path)}没有“${p.name}”这一项。`,
      en: (p) =>
        `There is no “${p.name}” ${p.path ? `in ${p.path}` : 'at the top'} of a chart specification.`,
    },
    cure: {
      zh: (p) => suggestZh(p.near) || `这里可以写：${p.all.join('、')}。`,
      en: (p) => suggestEn(p.near).trim() || `Known here: ${p.all.join(', ')}.`,
    },
  }),
  'chart-spec-missing': defineProblem<{ path: string; name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `图的定义里${formatPath(p.path)}缺少“${p.name}”。`,
      en: (p) =>
        `“${p.name}” is missing ${p.path ? `in ${p.path}` : 'at the top'} of the chart specification.`,
    },
    cure: { zh: (p) => `补上一行 ${p.name}: …`, en: (p) => `Add a line ${p.name}: …` },
  }),
  'chart-spec-value': defineProblem<SpecValue>({
    severity: 'error',
    what: {
      zh: (p) => `图的定义里${formatPath(p.path)}不能写“${p.found}”。`,
      en: (p) => `${p.path || 'The chart specification'} cannot be “${p.found}”.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}这里要写${[...p.sorts.map(translateSort), ...p.all].join('、')}。`,
      en: (p) => `Expected here: ${[...p.sorts, ...p.all].join(', ')}.${suggestEn(p.near)}`,
    },
  }),
  'chart-too-many-marks': defineProblem<{ path: string; marks: string; limit: string }>({
    severity: 'error',
    what: {
      zh: (p) => `这张图要画 ${p.marks} 个图形（多数在 ${p.path || '整张图'}），一张图最多 ${p.limit} 个。`,
      en: (p) =>
        `The chart has ${p.marks} marks (most of them in ${p.path || 'all of it'}); a chart has at most ${p.limit}.`,
    },
    cure: {
      zh: () => '先用 query 汇总，或在定义里加 aggregate、bin，让一个图形代表许多行。',
      en: () => 'Aggregate with a query, or with aggregate or bin, so that a mark stands for many rows.',
    },
  }),
  'chart-spec-warning': defineProblem<{ message: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `画这张图时的提示：${p.message}。`,
      en: (p) => `While drawing this chart: ${p.message}.`,
    },
    cure: {
      zh: () => '检查定义里的字段名、类型和刻度；确认图与所想一致。',
      en: () =>
        'Check the names, types and scales in the specification, and that the chart shows what you mean.',
    },
  }),
  'chart-url-refused': defineProblem<{ path: string; found: string }>({
    severity: 'error',
    what: {
      zh: (p) => `图的定义里 ${p.path} 指向外部：“${p.found}”。图不能读取文件、网址或图片。`,
      en: (p) => `${p.path} leads out of the chart: “${p.found}”. A chart reads no file, address or image.`,
    },
    cure: {
      zh: () => '把数据文件放进 data/<报告>/，再写 data: { name: 表名 }；图片和链接请写在正文里。',
      en: () =>
        'Put the data into data/<report>/ and write data: { name: TABLE }; images and links belong into the text.',
    },
  }),
  'chart-data-inline': defineProblem<{ path: string }>({
    severity: 'error',
    what: {
      zh: (p) => `图的定义里 ${p.path} 的数据是直接写的，没有用到报告的数据。`,
      en: (p) => `The data of ${p.path} are written by hand; the chart draws none of the report's.`,
    },
    cure: {
      zh: () => '按名字引用数据：data: { name: 表名、查询名或数值名 }；直接写的 values 只用来做标注。',
      en: () =>
        'Name the data: data: { name: a table, a query or a value }; values written by hand are for annotations only.',
    },
  }),
  'chart-too-many-rows': defineProblem<{ name: string; rows: string; limit: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”有 ${p.rows} 行，一张图最多画 ${p.limit} 行。`,
      en: (p) => `“${p.name}” has ${p.rows} rows; a chart draws at most ${p.limit}.`,
    },
    cure: {
      zh: () => '先在 metrics.yaml 里用 query 汇总，再画汇总后的结果。',
      en: () => 'Aggregate with a query in metrics.yaml first, and draw its result.',
    },
  }),
  'chart-too-slow': defineProblem<{ path: string; message: string }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `这张图画得太久或占用内存太多，已中止（上限 ${p.message}${p.path && `，可能出在 ${p.path}`}）。`,
      en: (p) =>
        `The chart took too long or too much memory and was stopped (limit ${p.message}${p.path && `, probably by ${p.path}`}).`,
    },
    cure: {
      zh: () => '先用 query 汇总数据，并去掉定义里展开大量行的变换（如 impute、density、flatten）。',
      en: () =>
        'Aggregate with a query first, and drop transforms that make many rows (impute, density, flatten).',
    },
  }),
};
