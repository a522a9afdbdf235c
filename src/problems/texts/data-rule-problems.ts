import type { Bilingual } from '../../base/language.ts';
import { defineProblem } from '../define-problem.ts';

/** What the tables of contents, service and trade can be told by the rules between tables. */
export const dataRuleProblems = {
  'duplicate-key': defineProblem<{
    columns: string;
    key: string;
    table: string;
    /** Data row, from 1. */
    first: number;
    /** Of the file, where it is known. */
    line?: number;
  }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `“${p.columns}”${p.key} 重复${p.line ? `，而内容与第 ${p.line} 行不同` : `，已在第 ${p.first} 行数据出现过`}。`,
      en: (p) =>
        `“${p.columns}” ${p.key} is there twice; ${p.line ? `line ${p.line} has it with other content` : `first in data row ${p.first}`}.`,
    },
    cure: {
      zh: (p) => `留下对的一行，或改成不同的编号：${p.table} 每行的“${p.columns}”都不同。`,
      en: (p) => `Keep the row that is right, or change the id: “${p.columns}” names each row of ${p.table}.`,
    },
  }),
  'unknown-id': defineProblem<{ column: string; id: string; table: string; count: number }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.column}”有 ${p.count} 行在 ${p.table} 表里找不到，例如 ${p.id}。`,
      en: (p) => `${p.count} rows of “${p.column}” are not in the table ${p.table}, such as ${p.id}.`,
    },
    cure: {
      zh: (p) => `补全 ${p.table} 表，或改正编号；两张表要用同一套编号。`,
      en: (p) => `Complete the table ${p.table} or correct the ids: both tables must use the same.`,
    },
  }),
  'three-reviews': defineProblem<{ content: string; missing: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `“${p.content}”发布前没有通过：${p.missing}。`,
      en: (p) => `“${p.content}” was published without passing: ${p.missing}.`,
    },
    cure: {
      zh: () => '补上 review_log 里的记录；确实漏审时在报告里说明。',
      en: () => 'Add it to review_log; if a review was left out, say so in the report.',
    },
  }),
  'review-order': defineProblem<{ content: string; stage: string; before: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `“${p.content}”的${p.stage}先于${p.before}通过。`,
      en: (p) => `“${p.content}” passed ${p.stage} before ${p.before}.`,
    },
    cure: {
      zh: () => '核对审核时间；三审依次为初审、校对、终审。',
      en: () => 'Check the times; the order is 初审, 校对, 终审.',
    },
  }),
  'same-reviewer': defineProblem<{ content: string; reviewer: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `“${p.content}”的初审与终审是同一人：${p.reviewer}。`,
      en: (p) => `“${p.content}” had the same person for first and last review: ${p.reviewer}.`,
    },
    cure: {
      zh: () => '初审与终审应由不同的人担任。',
      en: () => 'First and last review belong to different people.',
    },
  }),
  'publishing-gap': defineProblem<{ name: Bilingual; from: string; to: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `${p.name.zh}（${p.from} 至 ${p.to}）没有发布内容。`,
      en: (p) => `Nothing was published in ${p.name.en} (${p.from} to ${p.to}).`,
    },
    cure: {
      zh: () => '核对 content_calendar 的发布时间；确实停更时在报告里说明。',
      en: () => 'Check published_at in content_calendar; if publishing paused, say so in the report.',
    },
  }),
  'cadence-gap': defineProblem<{
    platform: string;
    daily: boolean;
    from: string;
    to: string;
    empty: number;
    first: Bilingual;
    more: boolean;
  }>({
    severity: 'finding',
    what: {
      zh: (p) =>
        `${p.platform}承诺${p.daily ? '日更' : '周更'}，${p.from} 至 ${p.to} 有 ${p.empty} ${p.daily ? '天' : '周'}没有发布：${p.first.zh}${p.more ? ' 等' : ''}。`,
      en: (p) =>
        `${p.platform} was to publish every ${p.daily ? 'day' : 'week'}; from ${p.from} to ${p.to} it did not in ${p.empty}: ${p.first.en}${p.more ? ' …' : ''}.`,
    },
    cure: {
      zh: () => '在报告里说明断更的原因；频率做不到时，改 platform_matrix 的“更新频率”。',
      en: () => 'Say in the report why; if it cannot be kept, change cadence in platform_matrix.',
    },
  }),
  'case-step': defineProblem<{ summary: string; missing: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `舆情“${p.summary}”已结案，却没有：${p.missing}。`,
      en: (p) => `The case “${p.summary}” is closed without: ${p.missing}.`,
    },
    cure: {
      zh: () => '补上 crisis_cases 里的时间；确实省去一步时在报告里说明。',
      en: () => 'Add the time in crisis_cases; if a step was left out, say so in the report.',
    },
  }),
  'case-order': defineProblem<{ summary: string; step: string; before: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `舆情“${p.summary}”的${p.step}先于${p.before}。`,
      en: (p) => `In the case “${p.summary}”, ${p.step} came before ${p.before}.`,
    },
    cure: {
      zh: () => '核对时间；标准流程依次为安抚、补偿、跟进。',
      en: () => 'Check the times; the order is 安抚, 补偿, 跟进.',
    },
  }),
  'level-share': defineProblem<{ higher: string; lower: string; many: number; few: number; date: string }>({
    severity: 'finding',
    what: {
      zh: (p) =>
        `${p.date}，${p.higher}会员（${p.many} 人）不少于低一级的${p.lower}（${p.few} 人），高等级不稀缺。`,
      en: (p) =>
        `On ${p.date} the level ${p.higher} had as many members (${p.many}) as the one below, ${p.lower} (${p.few}), or more.`,
    },
    cure: {
      zh: () => '提高高等级的门槛，或在报告里说明原因；等级的先后在 membership_levels 的“次序”里改。',
      en: () => 'Raise the threshold, or say in the report why; the order is rank in membership_levels.',
    },
  }),
  'reason-missing': defineProblem<{ suggestion: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `建议“${p.suggestion}”未采纳，没有说明原因。`,
      en: (p) => `The suggestion “${p.suggestion}” was declined without a reason.`,
    },
    cure: {
      zh: () => '在 voice_log 的“原因”一列写明为什么不采纳。',
      en: () => 'Give the reason in the column reason of voice_log.',
    },
  }),
  'limit-order': defineProblem<{ higher: string; lower: string; column: string; high: number; low: number }>({
    severity: 'finding',
    what: {
      zh: (p) => `${p.higher} 的${p.column}（${p.high} 小时）长于 ${p.lower}（${p.low} 小时）。`,
      en: (p) => `${p.column} of ${p.higher} (${p.high} h) is longer than that of ${p.lower} (${p.low} h).`,
    },
    cure: {
      zh: () => '越紧急的问题时限应越短，改 sla 表。',
      en: () => 'The more urgent, the shorter the limit: change the table sla.',
    },
  }),
  'service-late': defineProblem<{ late: number; total: number; hours: number; open: number }>({
    severity: 'finding',
    what: {
      zh: (p) =>
        `${p.total} 张服务类工单中有 ${p.late} 张没有在 ${p.hours} 小时内闭环${p.open ? `（其中 ${p.open} 张未关闭）` : ''}。`,
      en: (p) =>
        `${p.late} of ${p.total} service tickets were not closed within ${p.hours} hours${p.open ? ` (${p.open} still open)` : ''}.`,
    },
    cure: {
      zh: () => '在报告里给出达成率和超时原因；时限在 course.yaml 的 limits.serviceHours 里改。',
      en: () => 'Report the share and the causes; the limit is limits.serviceHours of course.yaml.',
    },
  }),
  'contact-cap': defineProblem<{ channel: string; users: number; days: number; count: number; most: number }>(
    {
      severity: 'finding',
      what: {
        zh: (p) =>
          `${p.channel}：${p.users} 位用户在 ${p.days} 天内收到超过 ${p.count} 条，最多 ${p.most} 条。`,
        en: (p) =>
          `${p.channel}: ${p.users} users got more than ${p.count} messages within ${p.days} days, at most ${p.most}.`,
      },
      cure: {
        zh: () => '收紧触达规则；上限在 course.yaml 的 limits.contacts 里改。',
        en: () => 'Send less; the cap is limits.contacts of course.yaml.',
      },
    },
  ),
  'recon-gap': defineProblem<{
    metric: string;
    date: string;
    source: string;
    difference: string;
    tolerance: string;
  }>({
    severity: 'finding',
    what: {
      zh: (p) =>
        `${p.date} 的“${p.metric}”：${p.source}与基准来源相差 ${p.difference}，超过允许的 ${p.tolerance}。`,
      en: (p) =>
        `“${p.metric}” on ${p.date}: ${p.source} differs from the reference by ${p.difference}, more than ${p.tolerance}.`,
    },
    cure: {
      zh: () => '核对口径、时区、去重和延迟；查明后在报告里写出原因和修正日期。',
      en: () => 'Check definition, time zone, repeats and delay; report the cause and when it was mended.',
    },
  }),
  'recon-reference': defineProblem<{ metric: string; count: number; sources: string }>({
    severity: 'finding',
    what: {
      zh: (p) =>
        p.count === 0 ? `“${p.metric}”没有指定基准来源。` : `“${p.metric}”在同一天有 ${p.count} 个基准来源。`,
      en: (p) =>
        p.count === 0
          ? `“${p.metric}” has no source of reference.`
          : `“${p.metric}” has ${p.count} sources of reference on one day.`,
    },
    cure: {
      zh: (p) =>
        `在 recon 表的 reference（基准）一列，每天只给一个来源写“是”；没有这一列时，在 tables.yaml 的 recon 文件下写 reference: 来源。来源有：${p.sources}。`,
      en: (p) =>
        `Write true in the column reference of recon for one source a day; without the column, say reference: SOURCE of the file in tables.yaml. Sources: ${p.sources}.`,
    },
  }),
  'more-found': defineProblem<{ title: string; titleEn: string; more: number }>({
    severity: 'finding',
    what: {
      zh: (p) => `“${p.title}”还有 ${p.more} 处同样的情况。`,
      en: (p) => `“${p.titleEn}”: ${p.more} more of the same kind.`,
    },
    cure: { zh: () => '处理办法同上。', en: () => 'To be dealt with in the same way.' },
  }),
};
