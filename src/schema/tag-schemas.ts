import { z } from 'zod';
import { findNameFault } from '../base/safety/file-name.ts';

const text = z.string().trim().min(1);
const names = text;
const digits = z.string().regex(/^[0-9]$/);
/** Figures are files called after it. */
export const anchorId = z
  .string()
  .regex(/^[\p{L}\p{N}_-][\p{L}\p{N}_.-]*$/u)
  .refine((id) => !findNameFault(`${id}.vl.json`));

/** Ways a value is written in a sentence. */
export const valueForms = [
  'full',
  'short',
  'percent',
  'pp',
  'attainment',
  'change',
  'size',
  'interval',
  'highest',
  'lowest',
] as const;
/** What of a value a verdict is about. */
const verdictForms = ['full', 'interval'] as const;
const noteKinds = ['note', 'tip', 'warning', 'example'] as const;

const of = names.meta({
  description: '数据来源：metrics.yaml 中的数值名、数据表或命名查询（a value, a table or a named query）',
});
const id = anchorId.optional().meta({
  description: '引用时用的名字，全报告唯一，如 attainment（name for references, unique in the report）',
});
const caption = text.optional().meta({
  description: '题名，不写编号；不写时由数据得出（caption, without a number; by default told from the data）',
});
const wide = z
  .enum(['yes', 'no'])
  .optional()
  .meta({ description: '与页面同宽：yes 或 no（默认）；打印时单独横排一页（as wide as the page）' });

const by = {
  by: text.optional().meta({
    description:
      '分组：day、week、month 或列名，可用逗号写两个（grouping: a time step or a column, two with a comma）',
  }),
};
const range = {
  from: text.optional().meta({ description: '起始日期，含当日：2026-03-02（first day, inclusive）' }),
  to: text.optional().meta({ description: '结束日期，含当日：2026-06-28（last day, inclusive）' }),
  where: text.optional().meta({ description: "筛选条件，SQL 写法：channel = 'SEM'（condition in SQL）" }),
};

/** A tag of the dialect. Every attribute is a quoted text; `props` checks and describes each. */
export interface TagSchema {
  /** inline: within a sentence · block: on a line of its own · container: block with Markdown inside. */
  position: 'inline' | 'block' | 'container';
  /** What it shows. */
  description: string;
  /** To paste. */
  example: string;
  props: z.ZodObject;
}

/** The tags an author can write; nothing else is one. */
export const tagSchemas = {
  Value: {
    position: 'inline',
    description: '句子里的一个数值，带单位（a value in a sentence, with its unit）',
    example: '<Value of="新增用户" />',
    props: z.strictObject({
      of: text.meta({ description: 'metrics.yaml 中的数值名（name of a value）' }),
      as: z.enum(valueForms).optional().meta({
        description:
          '写法：full 全写（默认）、short 万/亿、percent 百分比、pp 百分点、attainment 达成率、change 带正负号、size 不带正负号、interval 区间、highest 与 lowest 最高与最低的一项（form, full by default）',
      }),
      digits: digits.optional().meta({ description: '小数位数，0～9（decimal places）' }),
    }),
  },
  Verdict: {
    position: 'inline',
    description: '由数据得出的判断词：超额完成、高于、持平……（the word the numbers deserve）',
    example: '<Verdict of="新增用户" vs="target" />',
    props: z.strictObject({
      of: text.meta({ description: 'metrics.yaml 中的数值名（name of a value）' }),
      vs: text.optional().meta({
        description:
          '与谁比：target 目标（默认）、baseline 基期、另一个数值名或 0（compared with: target by default, baseline, another value or 0）',
      }),
      as: z.enum(verdictForms).optional().meta({
        description:
          '判断什么：full 数值本身（默认）、interval 它的置信区间（what is judged: the value, full by default, or its interval）',
      }),
    }),
  },
  Ref: {
    position: 'inline',
    description: '交叉引用：图 4-2、表 3-1、2.1 节（cross reference）',
    example: '<Ref to="attainment" />',
    props: z.strictObject({
      to: text.meta({
        description: '图、表的 id，章的文件名，或节的锚点（id of a figure or table, a chapter or a section）',
      }),
    }),
  },
  Cite: {
    position: 'inline',
    description: '引用文献，印成 [1]（citation）',
    example: '<Cite of="cnnic2026" />',
    props: z.strictObject({
      of: names.meta({
        description: 'references.bib 中的条目名，多个用逗号隔开（keys of entries, separated by commas）',
      }),
    }),
  },
  Term: {
    position: 'inline',
    description: '术语，指向术语表（a term of the glossary）',
    example: '<Term of="转化率" />',
    props: z.strictObject({ of: text.meta({ description: '术语表中的词（the term）' }) }),
  },
  Figure: {
    position: 'block',
    description: '一张图，自动编号（a numbered chart of a registered kind）',
    example: '<Figure kind="trend" of="每周新增用户" id="weekly" caption="每周新增用户" />',
    props: z.strictObject({
      kind: text.meta({
        description:
          '图的种类，如 trend、bars、funnel，全部种类与写法见指南（kind of chart; the guide has all of them）',
      }),
      of,
      id,
      caption,
      ...by,
      ...range,
      x: text
        .optional()
        .meta({ description: '画数据表时作名称的一列（column of the names, where a table is drawn）' }),
      y: text.optional().meta({
        description: '画数据表时作数值的列，可用逗号写几个（columns of the numbers, separated by commas）',
      }),
      group: text.optional().meta({ description: '画数据表时再分组的一列（column of the second grouping）' }),
      events: text.optional().meta({
        description: '趋势图上标出哪张表里的事件，例如 campaigns（table of events to mark on a trend）',
      }),
      layout: text.optional().meta({
        description: '点击图的版面：各块位置的表（table of the parts of the page of a click map）',
      }),
      panel: text.optional().meta({
        description: '小多图每一小格画哪一种图，如 ecdf（kind of the panels of small multiples）',
      }),
      page: text.optional().meta({
        description:
          '点击图下面的页面截图：报告文件夹里的图片文件（image of the page under a click map, a file of the report’s folder）',
      }),
      at: text.optional().meta({
        description: '累积分布图上标出的界限，如 48（a limit to mark on a cumulative distribution）',
      }),
      wide,
    }),
  },
  Chart: {
    position: 'block',
    description: '小组自己的 Vega-Lite 图（the team’s own Vega-Lite chart）',
    example: '<Chart spec="channels" id="own" caption="各渠道投入" />',
    props: z.strictObject({
      spec: text.meta({
        description: 'data/<报告>/charts/ 里的文件名，不带 .vl.yaml（file name without .vl.yaml）',
      }),
      id,
      caption,
      wide,
    }),
  },
  Table: {
    position: 'block',
    description: '一张三线表，自动编号（a numbered table）',
    example: '<Table of="goals" id="goals" caption="关键指标目标" />',
    props: z.strictObject({
      of,
      id,
      caption,
      columns: names.optional().meta({
        description: '只要这些列，逗号隔开，按此次序（these columns in this order, separated by commas）',
      }),
      rows: z
        .string()
        .regex(/^[1-9][0-9]{0,3}$/)
        .optional()
        .meta({ description: '最多几行（at most so many rows）' }),
      ...range,
      order: text.optional().meta({
        description: '排序：列名，降序在后面加 desc（sort by: a column, `desc` after it to reverse）',
      }),
    }),
  },
  Kpis: {
    position: 'block',
    description: '一排指标卡（tiles with target and attainment）',
    example: '<Kpis of="新增用户, 期末转化率" />',
    props: z.strictObject({
      of: names.meta({ description: '数值名，逗号隔开（names of values, separated by commas）' }),
    }),
  },
  Conclusions: {
    position: 'block',
    description:
      '本章结论放在这里；不写时放在章首。of 里的数值和图排在最前（the conclusions of the chapter stand here; without it at its head）',
    example: '<Conclusions of="期末转化率" />',
    props: z.strictObject({
      of: names.optional().meta({
        description: '要排在最前的数值名或图的 id，逗号隔开（values and ids of figures to stand first）',
      }),
    }),
  },
  Covers: {
    position: 'block',
    description: '声明本节完成了课程要求的某一部分（this section covers a required part）',
    example: '<Covers of="user-profile" />',
    props: z.strictObject({
      of: names.meta({
        description: 'course.yaml 中要求的 id，多个用逗号隔开（ids of required parts, separated by commas）',
      }),
    }),
  },
  Note: {
    position: 'container',
    description: '提示框，里面写 Markdown（a call-out with Markdown inside）',
    example: '<Note kind="tip">\n\n内容\n\n</Note>',
    props: z.strictObject({
      kind: z.enum(noteKinds).optional().meta({
        description: 'note 说明（默认）、tip 提示、warning 注意、example 例（kind, note by default）',
      }),
      title: text.optional().meta({ description: '标题（title）' }),
    }),
  },
} as const satisfies Record<string, TagSchema>;

export type TagName = keyof typeof tagSchemas;
export const tagNames = Object.keys(tagSchemas) as TagName[];

export function isTagName(name: string): name is TagName {
  return Object.hasOwn(tagSchemas, name);
}
