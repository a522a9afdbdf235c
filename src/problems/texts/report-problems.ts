import type { Bilingual, Language } from '../../base/language.ts';
import type { Expense } from '../../base/limits/spending.ts';
import { formatPlace } from '../../base/place.ts';
import { defineProblem } from '../define-problem.ts';
import { suggestEn, suggestZh } from '../unknown-name.ts';

const named: Record<string, { zh: string; en: string }> = {
  in: { zh: '上级部分（须写在它之前）', en: 'part before it' },
  kinds: { zh: '图', en: 'kind of figure' },
  metrics: { zh: '指标', en: 'metric' },
};

/** `“订单”41.2 秒（data/r/metrics.yaml:3:5）`. */
function formatExpense({ name, place, seconds }: Expense, language: Language): string {
  const at = formatPlace(place);
  return language === 'zh'
    ? `“${name.zh}”${seconds.toFixed(1)} 秒（${at}）`
    : `“${name.en}” ${seconds.toFixed(1)} s (${at})`;
}

/** Problems of how the parts of a report and of its course refer to each other. */
export const reportProblems = {
  'report-failed': defineProblem<{ message: string }>({
    severity: 'error',
    what: {
      zh: (p) => `程序在这份报告上出了错，整份报告没有生成；其他报告不受影响。（${p.message}）`,
      en: (p) =>
        `The program failed on this report, which was not built; others are not affected. (${p.message})`,
    },
    cure: {
      zh: () => '撤销最近的修改，或一次移走一个文件，找出是哪一处；把那个文件发给维护程序的人。',
      en: () =>
        'Undo what was changed last, or move one file away at a time, and send the maintainers the one that it is.',
    },
  }),
  'report-too-slow': defineProblem<{ limit: number; dearest: Expense[] }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `这份报告的查询和画图用完了 ${p.limit} 秒处理器时间，没有生成；其他报告不受影响。最费时的：${p.dearest.map((one) => formatExpense(one, 'zh')).join('；')}。`,
      en: (p) =>
        `The queries and drawings of this report took the ${p.limit} seconds of processor time it may take; it was not built, others are not affected. Dearest: ${p.dearest.map((one) => formatExpense(one, 'en')).join('; ')}.`,
    },
    cure: {
      zh: (p) =>
        `从最费时的改起：先用 query 汇总再画，去掉展开大量行的变换，给连接（join）写全条件。确实需要更久时，在 course.yaml 写 limits: { reportSeconds: ${p.limit * 2} }。`,
      en: (p) =>
        `Begin with the dearest: aggregate with a query before drawing, drop transforms that make many rows, give each join its condition. Where it does need longer, write limits: { reportSeconds: ${p.limit * 2} } in course.yaml.`,
    },
  }),
  'duplicate-id': defineProblem<{ id: string; other: string }>({
    severity: 'error',
    what: {
      zh: (p) => `编号 id="${p.id}" 已经用过（${p.other}）。`,
      en: (p) => `id="${p.id}" is taken (${p.other}).`,
    },
    cure: {
      zh: () => '给其中一个换一个 id；同一报告里 id 不能重复。',
      en: () => 'Give one of them another id; ids are unique in a report.',
    },
  }),
  'unknown-ref': defineProblem<{ id: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: {
      zh: (p) => `没有 id 为“${p.id}”的图、表或标题。`,
      en: (p) => `There is no figure, table or heading with the id “${p.id}”.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}${p.all ? `现有：${p.all}。` : '先给图或表写上 id。'}`,
      en: (p) =>
        `${p.all ? `Known: ${p.all}.` : 'Give a figure or a table an id first.'}${suggestEn(p.near)}`,
    },
  }),
  'unknown-reference': defineProblem<{ key: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: {
      zh: (p) => `references.bib 里没有文献“${p.key}”。`,
      en: (p) => `references.bib has no entry “${p.key}”.`,
    },
    cure: {
      zh: (p) =>
        `${suggestZh(p.near)}${p.all ? `现有：${p.all}。` : '请在报告文件夹里新建 references.bib 并加入这条文献。'}`,
      en: (p) =>
        `${p.all ? `Known: ${p.all}.` : 'Add references.bib with this entry to the folder of the report.'}${suggestEn(p.near)}`,
    },
  }),
  'unknown-part': defineProblem<{ id: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: {
      zh: (p) => `course.yaml 的 required 里没有“${p.id}”。`,
      en: (p) => `course.yaml requires no part “${p.id}”.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}现有：${p.all || '（无）'}。`,
      en: (p) => `Known: ${p.all || '(none)'}.${suggestEn(p.near)}`,
    },
  }),
  'unknown-data': defineProblem<{ name: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: {
      zh: (p) => `没有名为“${p.name}”的数据表、数值或查询。`,
      en: (p) => `There is no table, value or query “${p.name}”.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}现有：${p.all}。`,
      en: (p) => `Known: ${p.all}.${suggestEn(p.near)}`,
    },
  }),
  'unknown-table-column': defineProblem<{ name: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: { zh: (p) => `这个表没有“${p.name}”列。`, en: (p) => `This table has no column “${p.name}”.` },
    cure: {
      zh: (p) => `${suggestZh(p.near)}现有列：${p.all}。`,
      en: (p) => `Columns: ${p.all}.${suggestEn(p.near)}`,
    },
  }),
  'table-query-failed': defineProblem<{ said: Bilingual }>({
    severity: 'error',
    what: {
      zh: (p) => `这个表的数据取不出来：${p.said.zh}`,
      en: (p) => `The rows of this table cannot be had: ${p.said.en}`,
    },
    cure: {
      zh: () => '检查 where、order 与 columns 的写法，列名要与数据文件一致。',
      en: () => 'Check where, order and columns; names must be those of the data file.',
    },
  }),
  'empty-table-shown': defineProblem<{ name: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.name}”按给出的条件没有一行数据。`,
      en: (p) => `“${p.name}” has no row under these conditions.`,
    },
    cure: {
      zh: () => '检查 where、from、to；没有数据的表会印成空表。',
      en: () => 'Check where, from and to; the table prints empty.',
    },
  }),
  'phase-order': defineProblem<{
    phase: string;
    before: string;
    from: string;
    to: string;
    other: string;
    order: string;
  }>({
    severity: 'warning',
    what: {
      zh: (p) => `阶段“${p.phase}”（${p.from} 至 ${p.to}）写在“${p.before}”之后，开始或结束却比它早。`,
      en: (p) =>
        `The phase “${p.phase}” (${p.from} to ${p.to}) stands after “${p.before}” but begins or ends before it (${p.other}).`,
    },
    cure: {
      zh: (p) => `核对日期；日期没有错，就按先后排列：${p.order}。`,
      en: (p) => `Check the days; if they are right, put the phases in the order of time: ${p.order}.`,
    },
  }),
  'phase-overlap': defineProblem<{ phase: string; before: string; from: string; end: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `阶段“${p.phase}”从 ${p.from} 开始，此时“${p.before}”还没有结束（${p.end}）。`,
      en: (p) => `The phase “${p.phase}” begins on ${p.from}, before “${p.before}” ends (${p.end}).`,
    },
    cure: {
      zh: () => '改日期；有意重叠时在这个阶段写 overlaps: true。',
      en: () => 'Change the days, or write overlaps: true for this phase if it is meant.',
    },
  }),
  'rubric-sum': defineProblem<{ sum: string; weights: string; more: string; tooMuch: boolean }>({
    severity: 'error',
    what: {
      zh: (p) => `rubric 的权重合计是 ${p.sum}（${p.weights}），应为 100。`,
      en: (p) => `The weights of rubric add to ${p.sum} (${p.weights}) instead of 100.`,
    },
    cure: {
      zh: (p) => `改权重，使合计为 100：还要${p.tooMuch ? '减去' : '加上'} ${p.more}。`,
      en: (p) => `Change the weights so that they add to 100: ${p.tooMuch ? 'take away' : 'add'} ${p.more}.`,
    },
  }),
  'duplicate-rubric': defineProblem<{ id: string }>({
    severity: 'error',
    what: {
      zh: (p) => `编号“${p.id}”在 rubric 里写了两次。`,
      en: (p) => `The id “${p.id}” is written twice in rubric.`,
    },
    cure: { zh: () => '给其中一个换编号。', en: () => 'Give one of them another id.' },
  }),
  'unknown-requirement': defineProblem<{ part: string; key: string; name: string; near: string | undefined }>(
    {
      severity: 'error',
      what: {
        zh: (p) => `“${p.part}”的 ${p.key} 里写了“${p.name}”，没有这样的${named[p.key]?.zh ?? '名字'}。`,
        en: (p) =>
          `${p.key} of “${p.part}” names “${p.name}”; there is no such ${named[p.key]?.en ?? 'name'}.`,
      },
      cure: {
        zh: (p) => `${suggestZh(p.near)}改成存在的编号；图见 guide/figures.html，指标见 guide/metrics.json。`,
        en: (p) =>
          `Name one that exists; figures are in guide/figures.html, metrics in guide/metrics.json.${suggestEn(p.near)}`,
      },
    },
  ),
  'duplicate-part': defineProblem<{ id: string }>({
    severity: 'error',
    what: {
      zh: (p) => `编号“${p.id}”在 required 里写了两次。`,
      en: (p) => `The id “${p.id}” is written twice in required.`,
    },
    cure: { zh: () => '给其中一个换编号。', en: () => 'Give one of them another id.' },
  }),
  'unknown-term': defineProblem<{ name: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: { zh: (p) => `术语表里没有“${p.name}”。`, en: (p) => `The glossary has no “${p.name}”.` },
    cure: {
      zh: (p) => `${suggestZh(p.near)}现有：${p.all}。`,
      en: (p) => `Known: ${p.all}.${suggestEn(p.near)}`,
    },
  }),
  'unknown-conclusion': defineProblem<{ name: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: {
      zh: (p) => `本章没有可以作结论的“${p.name}”：要排在最前的，得是本章里有判断的图，或有目标的数值。`,
      en: (p) =>
        `The chapter has no conclusion from “${p.name}”: what stands first is a figure of the chapter with a finding, or a value with a goal.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}${p.all ? `现有：${p.all}。` : '删去这个名字。'}`,
      en: (p) => `${p.all ? `Known: ${p.all}.` : 'Remove the name.'}${suggestEn(p.near)}`,
    },
  }),
  'verdict-without': defineProblem<{ name: string; vs: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”没有可以比较的“${p.vs}”，得不出判断词。`,
      en: (p) => `“${p.name}” has no “${p.vs}” to be compared with, so there is no verdict.`,
    },
    cure: {
      zh: (p) =>
        `在 metrics.yaml 里给它写 target: goals.…，或用 vs="另一个数值的名字"。现在写的是 vs="${p.vs}"。`,
      en: () => 'Give it `target: goals.…` in metrics.yaml, or compare it with another value: vs="NAME".',
    },
  }),
  'page-has-no-data': defineProblem<{ tag: string }>({
    severity: 'error',
    what: {
      zh: (p) => `课程页面不能用 <${p.tag}>：它没有数据。`,
      en: (p) => `A course page cannot use <${p.tag}>: it has no data.`,
    },
    cure: { zh: () => '把它移到某份报告的章里。', en: () => 'Move it to a chapter of a report.' },
  }),

  'broken-image': defineProblem<{ src: string }>({
    severity: 'error',
    what: {
      zh: (p) => `图片“${p.src}”打不开：文件不完整、内容不是 PNG、JPEG、WebP 或 GIF，或者超过 1.2 亿像素。`,
      en: (p) =>
        `The image “${p.src}” cannot be read: it is cut short, is no PNG, JPEG, WebP or GIF inside, or has more than 120 million pixels.`,
    },
    cure: {
      zh: () => '用看图软件打开，另存为 PNG 或 JPEG 后换掉原文件；改扩展名不会改变格式。',
      en: () => 'Open it in an image viewer, save it again as PNG or JPEG, and replace the file.',
    },
  }),
  'picture-name': defineProblem<{ id: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.id}”不能做图片的名字。`,
      en: (p) => `“${p.id}” cannot be the name of a picture.`,
    },
    cure: {
      zh: () => '名字只用字母、汉字、数字和“-”“_”，不留空格：![题注](a.png){#海报}。',
      en: () => 'Use letters, digits, “-” and “_”, without spaces: ![caption](a.png){#poster}.',
    },
  }),
  'course-page-image': defineProblem<{ src: string }>({
    severity: 'error',
    what: {
      zh: (p) => `课程页面里不能放图片“${p.src}”：只有报告的图片会随网站发布。`,
      en: (p) => `A course page cannot hold the image “${p.src}”: only images of reports are published.`,
    },
    cure: {
      zh: () => '把图片移到某份报告的章里，或改成链接：[文字](网址)。',
      en: () => 'Move it to a chapter of a report, or write a link: [text](address).',
    },
  }),
};
