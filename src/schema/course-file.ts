import { z } from 'zod';
import { cardLimits, waiver } from './card-settings.ts';
import { codeNames, decimals, scale } from './display-schema.ts';
import { isoPeriod } from './iso-date.ts';
import { referenceStyle } from './reference-style.ts';

const text = z.string().trim().min(1);

const cap = z.strictObject({
  count: z.int().min(1).meta({ description: '最多几条（most messages）' }),
  days: z.int().min(1).meta({ description: '在几天之内（within how many days）' }),
});

/** Defaults are those of the brief: 5–8 people, four roles, 48 hours. */
const limits = z.strictObject({
  team: z
    .strictObject({
      min: z.int().min(1).meta({ description: '最少人数（fewest members）' }),
      max: z.int().min(1).meta({ description: '最多人数（most members）' }),
    })
    .default({ min: 5, max: 8 })
    .meta({ description: '小组人数（size of a team）' }),
  roles: z
    .array(text)
    .default(['运营', '设计', '开发', '数据分析'])
    .meta({ description: '小组必须有的角色（roles that every team has）' }),
  serviceHours: z
    .number()
    .positive()
    .default(48)
    .meta({ description: '服务类工单的闭环时限，小时（hours to close a service ticket）' }),
  reportSeconds: z.number().positive().max(86_400).default(120).meta({
    description:
      '一份报告的查询和画图一共可用的处理器时间，秒；取自缓存的不算（processor time for the queries and drawings of a report, in seconds）',
  }),
  contacts: z
    .record(text, cap)
    .default({ push: { count: 3, days: 7 }, 短信: { count: 2, days: 30 } })
    .meta({ description: '各触达渠道对一位用户的上限（most messages to one user by channel）' }),
});

const orText = z.union([z.array(text).min(1), text.transform((one) => [one])]);
const createMinimum = (description: string) => z.int().min(0).optional().meta({ description });

/** What a section of the outline must hold. */
const part = z
  .strictObject({
    id: text.meta({ description: '编号，可用于 <Covers of="…" />（id, for Covers）' }),
    title: text.meta({
      description:
        '要求的部分；与章或节标题相同即算已写（title; a chapter or heading of this title covers it）',
    }),
    en: text.optional().meta({ description: '英文报告里的标题（title in an English report）' }),
    in: text.optional().meta({ description: '属于哪一部分，写它的编号（id of the part it belongs to）' }),
    prose: createMinimum(
      '正文至少多少字；写了 in 的默认 120，否则 0（letters of text; 120 with `in`, else 0）',
    ),
    figures: createMinimum('至少几幅图，须在正文中提到（figures, mentioned in the text）'),
    tables: createMinimum('至少几张表，须在正文中提到（tables, mentioned in the text）'),
    values: createMinimum('至少引用几个不同的数值（different values stated）'),
    kinds: z.array(orText).default([]).meta({
      description:
        '必须有的图，写 kind；几种皆可时写成列表，表写 table（kinds of figures; a list where any will do; `table` for a table）',
    }),
    metrics: z.array(orText).default([]).meta({
      description:
        '必须有的指标，写指标库的编号；几种皆可时写成列表（ids of metrics; a list where any will do）',
    }),
    data: z.array(orText).default([]).meta({
      description: '必须用到的数据表；几张皆可时写成列表（tables to be used; a list where any will do）',
    }),
  })
  .transform(({ prose, figures = 0, tables = 0, values = 0, ...rest }) => ({
    ...rest,
    prose: prose ?? (rest.in === undefined ? 0 : 120),
    figures,
    tables,
    values,
  }));

/** `content/course.yaml`. */
export const courseFile = z.strictObject({
  title: text.meta({ description: '课程名称（title of the course）' }),
  description: text.optional().meta({ description: '一两句课程介绍（one or two sentences）' }),
  term: text.optional().meta({ description: '学期，如“2025—2026 学年春季学期”（term）' }),
  url: z
    .string()
    .trim()
    .regex(/^https?:\/\/[^\s/?#@"'<>]+(?:\/[^\s?#"'<>]*)?$/)
    .transform((url) => url.replace(/\/*$/, '/'))
    .optional()
    .meta({
      description:
        '网站放在哪个网址下，用于分享、引用和 404 页；不写也能用（where the site is published）：https://course.example.edu.cn/2026/',
    }),
  language: z
    .enum(['zh', 'en'])
    .default('zh')
    .meta({ description: '课程首页语言（language of the course pages）' }),
  mentors: z
    .array(
      z.union([
        z.strictObject({
          name: text.meta({ description: '姓名（name）' }),
          title: text.optional().meta({ description: '职务或单位（position or company）' }),
        }),
        text.transform((name) => ({ name, title: undefined })),
      ]),
    )
    .default([])
    .meta({ description: '指导教师与企业导师（mentors）' }),
  phases: z
    .array(
      z.strictObject({
        id: text.optional().meta({ description: '短名（short name）' }),
        title: text.meta({ description: '阶段名，如“需求调研”（name of the phase）' }),
        ...isoPeriod.shape,
        overlaps: z.boolean().optional().meta({
          description: '有意与前一阶段重叠时写 true（true when it is meant to overlap the one before）',
        }),
      }),
    )
    .default([])
    .meta({ description: '实训阶段，按先后（phases in order）' }),
  required: z
    .array(z.union([part, text.transform((title) => part.parse({ id: title, title }))]))
    .default([])
    .meta({ description: '每份报告必须写到的部分（parts that every report must have）' }),
  glossary: z
    .record(z.string(), text)
    .default({})
    .meta({ description: '术语及其解释，供 <Term of="…" /> 使用（terms and their definitions）' }),
  limits: limits.prefault({}).meta({
    description:
      '要求与上限：人数、角色、时限、触达上限，一份报告可用的处理器时间（what the rules between tables ask for, and what a report may take）',
  }),
  names: z.enum(['masked', 'shown']).default('masked').meta({
    description:
      '成员姓名在网站、下载和 dist 的 PDF 里：masked 只留姓，各数据表里写到成员姓名的地方也一样；shown 照写。学号从不公开（names of members where they are published）',
  }),
  codes: z.record(text, codeNames).default({}).meta({
    description:
      '各列的代码叫什么，所有报告通用；按先后定颜色，前六种有颜色，其余灰色（names of the codes of a column, for all reports; their order is that of the colours）：channel: { sem: 搜索广告, xhs: 小红书 }',
  }),
  scales: z.record(text, scale).default({}).meta({
    description:
      '各列成员的关系：names 只是名称，order 有高低先后，sides 分正反两面（what the members of a column are to one another: names, steps of an order, or two sides）：tier: order',
  }),
  digits: z.record(text, decimals).default({}).meta({
    description:
      '各指标显示几位小数，写指标库的编号；默认三位有效数字（decimals by id of a metric; three significant digits by default）：conversion_rate: 2',
  }),
  references: referenceStyle.prefault({}).meta({
    description:
      '参考文献的著录格式，报告可在 index.mdx 里另定（style of the references）：{ edition: 2015, form: author-year }',
  }),
  severities: z
    .record(z.string(), z.enum(['error', 'warning', 'finding', 'off']))
    .default({})
    .meta({ description: '按编号调整问题的级别（severity of a problem by its id）' }),
  card: cardLimits.prefault({}).meta({
    description:
      '体检单每一项的要求，没有达到就警告（what the card of every report has to reach）：{ typed: { max: 0 }, parts: { min: 100% } }',
  }),
  waivers: z.array(waiver).default([]).meta({
    description: '对个别报告的豁免，写明原因和期限（limits that a report need not keep, and why）',
  }),
  rubric: z
    .array(
      z.strictObject({
        id: text.meta({ description: '编号（id）' }),
        title: text.meta({ description: '评分项（criterion）' }),
        weight: z.number().positive().meta({ description: '权重，合计 100（weight, in all 100）' }),
      }),
    )
    .default([])
    .meta({ description: '评分标准（rubric）' }),
});

export type CourseFile = z.output<typeof courseFile>;
