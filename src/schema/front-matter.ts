import { z } from 'zod';
import { isoDate, writtenPeriod } from './iso-date.ts';
import { ownReferenceStyle } from './reference-style.ts';

const text = z.string().trim().min(1);

/** Front matter of `content/reports/<report>/index.mdx`. */
export const reportFront = z.strictObject({
  title: text.meta({ description: '报告题目（title of the report）' }),
  subtitle: text.optional().meta({ description: '副标题（subtitle）' }),
  team: text.meta({ description: '小组名称（name of the team）' }),
  mentor: text.meta({ description: '指导教师或企业导师（mentor）' }),
  period: writtenPeriod.meta({
    description: '实训起止日期（first and last day of the training）：{ from: 2026-03-02, to: 2026-06-28 }',
  }),
  date: isoDate
    .optional()
    .meta({ description: '封面日期，默认取 period.to（date on the cover, by default the last day）' }),
  dataDate: isoDate.optional().meta({
    description:
      '数据截至哪天，含当天；实训没有结束时写：last 4 weeks 只数到它，之前没有记录的日子算没有发生，之后算不知道（last day of the data, inclusive, while the training goes on）：2026-04-19',
  }),
  language: z
    .enum(['zh', 'en'])
    .default('zh')
    .meta({ description: '报告语言：zh 或 en（language of the report）' }),
  keywords: z.array(text).default([]).meta({ description: '关键词，3～8 个（keywords）' }),
  cover: z
    .array(
      z.strictObject({
        label: text.meta({ description: '封面项目名，如“学校”（label of a cover line）' }),
        value: text.meta({ description: '封面项目内容（its content）' }),
      }),
    )
    .default([])
    .meta({ description: '封面上另外的行：学校、专业、课程……（further lines on the cover）' }),
  zone: text
    .default('Asia/Shanghai')
    .meta({ description: '报告时区，日与周按它划分（IANA time zone of the report）' }),
  simulated: z
    .boolean()
    .default(false)
    .meta({ description: '数据是模拟的，网站与打印稿会注明（the data are simulated, and marked so）' }),
  kpis: z.array(text).default([]).meta({
    description:
      '报告首页上的指标卡：metrics.yaml 中的数值名（values shown as tiles on the home of the report）',
  }),
  references: ownReferenceStyle.optional().meta({
    description:
      '参考文献的著录格式，默认用课程的（style of the references, by default that of the course）：{ form: author-year }',
  }),
  conclusions: z.boolean().default(true).meta({
    description:
      '各章开头是否列出本章结论（由图和数值算出，至多三条）；写 false 不列（whether each chapter opens with what its figures and values come to）',
  }),
  corrections: z
    .array(
      z.strictObject({
        date: isoDate.meta({ description: '哪天更正的（day of the correction）' }),
        what: text.meta({
          description: '更正了什么：原来是什么，现在是什么（what was wrong, and what it is now）',
        }),
        where: text.optional().meta({ description: '在哪里，如“4.2 节”（where）' }),
      }),
    )
    .default([])
    .meta({
      description:
        '定稿以后的更正，列在报告首页和打印稿的摘要之后（corrections after the report was handed in）：{ date: 2026-07-02, what: 复购率原按订单计，现按用户计, where: 4.2 节 }',
    }),
  typed: z
    .array(
      z.strictObject({
        text: text.meta({
          description: '正文里的原话，数字在内（the passage as it stands, number included）',
        }),
        reason: text.meta({ description: '为什么不出自数据表（why no table has it）' }),
      }),
    )
    .default([])
    .meta({
      description:
        '有意手写的结果，不再提示（results that are typed on purpose and not told）：{ text: 问题晚了一周, reason: 记在评审纪要里 }',
    }),
});

/** Front matter of a chapter. */
export const chapterFront = z.strictObject({
  title: text.meta({ description: '章标题，不写编号（title of the chapter, without a number）' }),
  summary: text
    .optional()
    .meta({ description: '一句话概括，显示在报告首页（one sentence for the home of the report）' }),
});

/** Front matter of a course page. */
export const pageFront = z.strictObject({
  title: text.meta({ description: '页面标题（title of the page）' }),
  order: z.number().default(100).meta({ description: '在导航中的次序，小的在前（order in the navigation）' }),
  in: text.optional().meta({
    description: '属于哪一页，写它的文件名；首页只列不属于别页的（page it belongs to, by file name）：guide',
  }),
  language: z.enum(['zh', 'en']).default('zh').meta({ description: '页面语言（language of the page）' }),
});

export type ReportFront = z.output<typeof reportFront>;
export type ChapterFront = z.output<typeof chapterFront>;
