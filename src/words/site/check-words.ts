import type { Language } from '../../base/language.ts';

export const checkKinds = ['text', 'values', 'figures', 'rules', 'data', 'course'] as const;
export type CheckKind = (typeof checkKinds)[number];

/** Words of the reference of checks. */
interface CheckWords {
  title: string;
  lead: string;
  kinds: Record<CheckKind, string>;
  filter: string;
  wrong: string;
  right: string;
  told: string;
  cure: string;
  why: string;
}

export const checkWords: Record<Language, CheckWords> = {
  zh: {
    title: '检查项一览',
    lead: '检查会说的每一种问题。编号就是检查结果末尾方括号里的名字；例子取自程序自己的测试，“对的写法”也经测试。级别可在 course.yaml 的 severities 里调整。',
    kinds: {
      text: '正文与标签',
      values: '数值与查询',
      figures: '图',
      rules: '数据表之间的规则',
      data: '数据文件、隐私与打印',
      course: '课程、报告与文献',
    },
    filter: '筛选检查项',
    wrong: '错的写法',
    right: '对的写法',
    told: '检查会说',
    cure: '怎么办',
    why: '为什么',
  },
  en: {
    title: 'All checks',
    lead: 'Every problem that a check can tell. The id is the name in brackets at its end; the examples come from the tests of the program, and what is called right is tested too. A course sets severities in course.yaml.',
    kinds: {
      text: 'Text and tags',
      values: 'Values and queries',
      figures: 'Figures',
      rules: 'Rules between tables',
      data: 'Data files, privacy and print',
      course: 'Course, report and references',
    },
    filter: 'Filter the checks',
    wrong: 'Wrong',
    right: 'Right',
    told: 'What is told',
    cure: 'What to do',
    why: 'Why',
  },
};
