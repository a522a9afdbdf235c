import type { Bilingual } from '../../base/language.ts';
import { defineProblem } from '../define-problem.ts';

const formatPercent = (share: number) => `${Math.round(share * 1000) / 10}%`;

/** The four roles of the brief, which a course may name in Chinese. */
const roles: Readonly<Record<string, string>> = {
  运营: 'operations',
  设计: 'design',
  开发: 'development',
  数据分析: 'data analysis',
};

const translateRole = (role: string): string => (Object.hasOwn(roles, role) ? roles[role]! : role);

/** What a team, its plan and its weekly rhythm can be told by the rules between tables. */
export const planRuleProblems = {
  'team-size': defineProblem<{ count: number; min: number; max: number }>({
    severity: 'finding',
    what: {
      zh: (p) => `小组有 ${p.count} 人，课程要求 ${p.min}～${p.max} 人。`,
      en: (p) => `The team has ${p.count} members; the course wants ${p.min} to ${p.max}.`,
    },
    cure: {
      zh: () => '核对 members 表是否写全；人数要求在 course.yaml 的 limits.team 里改。',
      en: () => 'Check that the table members is whole; the limit is limits.team of course.yaml.',
    },
  }),
  'missing-role': defineProblem<{ role: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `没有人承担“${p.role}”。`,
      en: (p) => `Nobody has the role “${translateRole(p.role)}”.`,
    },
    cure: {
      zh: (p) => `在 members 表的“角色”一列里写明由谁负责${p.role}。`,
      en: (p) => `Say in the column role of members who is in charge of ${translateRole(p.role)}.`,
    },
  }),
  'contribution-sum': defineProblem<{ sum: number }>({
    severity: 'error',
    what: {
      zh: (p) => `成员贡献合计 ${formatPercent(p.sum)}，应为 100%。`,
      en: (p) => `The contributions add up to ${formatPercent(p.sum)}, not to 100%.`,
    },
    cure: {
      zh: () => '改 members 表的“贡献”一列，使合计为 1（即 100%）。',
      en: () => 'Change the column contribution of members so that it adds up to 1 (100%).',
    },
  }),
  'unknown-member': defineProblem<{ name: string; column: string; near: string | undefined; all: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.column}”里的“${p.name}”不是小组成员。`,
      en: (p) => `“${p.name}” in “${p.column}” is not a member of the team.`,
    },
    cure: {
      zh: (p) => `${p.near ? `你是不是想写“${p.near}”？` : ''}写成员编号或姓名：${p.all}。`,
      en: (p) => `${p.near ? `Did you mean “${p.near}”? ` : ''}Write the id or name of a member: ${p.all}.`,
    },
  }),
  'several-owners': defineProblem<{ task: string; owners: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `任务“${p.task}”有多位负责人：${p.owners}。`,
      en: (p) => `The task “${p.task}” has several owners: ${p.owners}.`,
    },
    cure: {
      zh: () => '一项任务只由一人负责，其余的人写进分工。',
      en: () => 'One person answers for a task; the others are helpers.',
    },
  }),
  'unknown-task': defineProblem<{ task: string; name: string; near: string | undefined }>({
    severity: 'error',
    what: {
      zh: (p) => `任务“${p.task}”的前置任务“${p.name}”不存在。`,
      en: (p) => `The task “${p.task}” depends on “${p.name}”, which is not there.`,
    },
    cure: {
      zh: (p) => `${p.near ? `你是不是想写“${p.near}”？` : ''}前置任务写任务编号，用分号隔开。`,
      en: (p) => `${p.near ? `Did you mean “${p.near}”? ` : ''}Write ids of tasks, separated by semicolons.`,
    },
  }),
  'task-cycle': defineProblem<{ path: string }>({
    severity: 'error',
    what: { zh: (p) => `任务互为前置：${p.path}。`, en: (p) => `Tasks wait for each other: ${p.path}.` },
    cure: {
      zh: () => '去掉其中一个前置任务，使先后成为一条线。',
      en: () => 'Take one of these dependencies away.',
    },
  }),
  'task-order': defineProblem<{ task: string; before: string; end: string; other: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `任务“${p.task}”${p.end} 完成，早于它的前置任务“${p.before}”（${p.other}）。`,
      en: (p) =>
        `The task “${p.task}” was done on ${p.end}, before “${p.before}” it depends on (${p.other}).`,
    },
    cure: {
      zh: () => '核对实际结束日期；确实如此时说明为什么可以先完成。',
      en: () => 'Check the actual end; if it is right, say why it could be done first.',
    },
  }),
  'late-task': defineProblem<{ task: string; due: string; days: number; cause: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `任务“${p.task}”应在 ${p.due} 前完成，晚了 ${p.days} 天。${p.cause && `原因：${p.cause}。`}`,
      en: (p) =>
        `The task “${p.task}” was due on ${p.due} and ${p.days} days late.${p.cause && ` Cause: ${p.cause}.`}`,
    },
    cure: {
      zh: (p) => (p.cause ? '在经验教训里写明今后怎样避免。' : '在 delay_cause（延期原因）一列写明原因。'),
      en: (p) => (p.cause ? 'Say in the lessons how to avoid it.' : 'Give the cause in delay_cause.'),
    },
  }),
  'unknown-phase': defineProblem<{ task: string; phase: string; near: string | undefined; all: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `任务“${p.task}”的阶段“${p.phase}”不是课程的阶段。`,
      en: (p) => `“${p.phase}”, the phase of the task “${p.task}”, is no phase of the course.`,
    },
    cure: {
      zh: (p) => `${p.near ? `你是不是想写“${p.near}”？` : ''}课程的阶段：${p.all}。`,
      en: (p) => `${p.near ? `Did you mean “${p.near}”? ` : ''}Phases of the course: ${p.all}.`,
    },
  }),
  'task-outside-phase': defineProblem<{ task: string; phase: string; from: string; to: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `任务“${p.task}”的计划日期超出“${p.phase}”阶段（${p.from} 至 ${p.to}）。`,
      en: (p) => `The task “${p.task}” is planned outside its phase “${p.phase}” (${p.from} to ${p.to}).`,
    },
    cure: {
      zh: () => '改计划日期，或把任务放到相应的阶段。',
      en: () => 'Change the planned days, or move the task to the phase it belongs to.',
    },
  }),
  'missing-week': defineProblem<{ name: Bilingual; from: string; to: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `${p.name.zh}（${p.from} 至 ${p.to}）没有周评审。`,
      en: (p) => `There was no weekly review in ${p.name.en} (${p.from} to ${p.to}).`,
    },
    cure: {
      zh: () => '开过就补进 weekly_review 表；没有开就在报告里说明原因。',
      en: () => 'Add it to weekly_review if there was one; else say in the report why not.',
    },
  }),
  'week-mismatch': defineProblem<{ week: string; date: string; right: string; name: Bilingual }>({
    severity: 'error',
    what: {
      zh: (p) => `${p.date} 属于 ${p.right}（${p.name.zh}），表里写的是 ${p.week}。`,
      en: (p) => `${p.date} is in ${p.right} (${p.name.en}); the table says ${p.week}.`,
    },
    cure: { zh: (p) => `改为 ${p.right}，或改正日期。`, en: (p) => `Write ${p.right}, or correct the date.` },
  }),
  'outside-period': defineProblem<{ column: string; date: string; from: string; to: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.column}”的 ${p.date} 不在实训期（${p.from} 至 ${p.to}）内。`,
      en: (p) => `${p.date} in “${p.column}” lies outside the training (${p.from} to ${p.to}).`,
    },
    cure: {
      zh: () => '核对年份和月份；实训期本身写错时改 index.mdx 的 period。',
      en: () => 'Check year and month; if the training is given wrong, change period in index.mdx.',
    },
  }),
};
