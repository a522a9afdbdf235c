import { defineProblem } from '../define-problem.ts';
import { explainMessage } from '../library-messages.ts';
import { suggestEn, suggestZh, type UnknownName } from '../unknown-name.ts';

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

interface Excess {
  path: string;
  bounded: keyof typeof excesses;
  count: string;
  limit: string;
}

/** What a chart can ask too much of. */
const excesses = {
  rows: {
    zh: (count: string) => `生成 ${count} 行`,
    en: (count: string) => `${count} rows that it makes itself`,
    cure: {
      zh: '把步长写大，或把起止写近；由数据展开的（impute、flatten、density 等），先用 query 汇总。',
      en: 'Write a larger step, or nearer ends; where data make the rows (impute, flatten, density), aggregate with a query first.',
    },
  },
  steps: {
    zh: (count: string) => `计算 ${count} 步`,
    en: (count: string) => `${count} steps of a computation`,
    cure: {
      zh: '把步数写少；由行数而来的，先用 query 汇总。',
      en: 'Write fewer steps; where the rows are many, aggregate with a query first.',
    },
  },
  points: {
    zh: (count: string) => `画 ${count} 个点`,
    en: (count: string) => `${count} points`,
    cure: {
      zh: '把 step 和 precision 写大，如 10 和 2.5。',
      en: 'Write a larger step and precision, such as 10 and 2.5.',
    },
  },
  bins: {
    zh: (count: string) => `分成 ${count} 组`,
    en: (count: string) => `${count} bins`,
    cure: {
      zh: '用 maxbins 写组数，几十组即可；base 要大于 1。',
      en: 'Write the number with maxbins, some dozens; base is above 1.',
    },
  },
  ticks: {
    zh: (count: string) => `画 ${count} 个刻度`,
    en: (count: string) => `${count} ticks`,
    cure: {
      zh: '去掉 tickCount，或写成十几个；时间轴换长一些的间隔，如 month。',
      en: 'Drop tickCount, or write a dozen; an axis of time takes a longer interval, such as month.',
    },
  },
  colours: {
    zh: (count: string) => `取 ${count} 种颜色`,
    en: (count: string) => `${count} colours`,
    cure: { zh: '把 count 写成十以内。', en: 'Write a count below ten.' },
  },
  views: {
    zh: (count: string) => `分成 ${count} 份`,
    en: (count: string) => `${count} plots`,
    cure: {
      zh: '少分几张图：只重复要比较的几列，分面用取值不多的列。',
      en: 'Have fewer plots: repeat the few columns that are compared, and facet by a column of few values.',
    },
  },
  parts: {
    zh: (count: string) => `由 ${count} 个部件组成`,
    en: (count: string) => `${count} parts of plots`,
    cure: {
      zh: '分面和分组（facet、row、column、color、detail）用取值不多的列。',
      en: 'Facet and group (facet, row, column, color, detail) by columns of few values.',
    },
  },
  order: {
    zh: (count: string) => `拟合 ${count} 次多项式`,
    en: (count: string) => `a polynomial of order ${count}`,
    cure: { zh: '次数写 3 左右。', en: 'Write an order of about 3.' },
  },
};

/** Problems of `<Chart>`: a team's own specifications. */
export const chartProblems = {
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
      zh: (p) => `图的定义有误：${explainMessage('vega', p.message).zh}。`,
      en: (p) => `The chart specification is wrong: ${explainMessage('vega', p.message).en}.`,
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
  'chart-over-bound': defineProblem<Excess>({
    severity: 'error',
    what: {
      zh: (p) => `这张图${p.path && `在 ${p.path} `}要${excesses[p.bounded].zh(p.count)}，最多 ${p.limit}。`,
      en: (p) =>
        `The chart asks for ${excesses[p.bounded].en(p.count)}${p.path && ` in ${p.path}`}; the most is ${p.limit}.`,
    },
    cure: { zh: (p) => excesses[p.bounded].cure.zh, en: (p) => excesses[p.bounded].cure.en },
  }),
  'chart-spec-warning': defineProblem<{ message: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `画这张图时的提示：${explainMessage('vega', p.message).zh}。`,
      en: (p) => `While drawing this chart: ${explainMessage('vega', p.message).en}.`,
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
