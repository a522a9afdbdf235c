import { defineProblem } from '../define-problem.ts';
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
