import { defineProblem } from '../define-problem.ts';

export const personalKinds = {
  phone: { zh: '手机号', en: 'phone numbers' },
  id: { zh: '身份证号', en: 'identity numbers' },
  email: { zh: '邮箱地址', en: 'e-mail addresses' },
};

/** Personal data on their way to the public. Nothing here quotes what it is about in full. */
export const privacyProblems = {
  'personal-column': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”一列含个人信息，不能放进报告。`,
      en: (p) => `The column “${p.name}” holds personal data and cannot be shown.`,
    },
    cure: {
      zh: () => '从 columns 中去掉它；确实不是个人信息时，从 tables.yaml 的 personal 里去掉列名。',
      en: () => 'Take it out of columns; if it is not personal, take it out of `personal` in tables.yaml.',
    },
  }),
  'personal-published': defineProblem<{ column: string; shown: string; where: string }>({
    severity: 'error',
    what: {
      zh: (p) => `${p.where}会公开“${p.column}”一列的个人信息（${p.shown}）。`,
      en: (p) => `${p.where} would publish personal data of the column “${p.column}” (${p.shown}).`,
    },
    cure: {
      zh: () => '改 SQL 或去掉这一列：只公开人数、比例等汇总，或改用编号。',
      en: () => 'Change the SQL or drop the column: publish counts and shares, or an id instead.',
    },
  }),
  'member-named': defineProblem<{ shown: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `课程不公开成员姓名，这里写了成员 ${p.shown} 的全名。`,
      en: (p) => `The course masks the names of members; here is the full name of ${p.shown}.`,
    },
    cure: {
      zh: (p) => `改写成 ${p.shown} 或所任角色；要公开姓名，由课程负责人在 course.yaml 里写 names: shown。`,
      en: (p) => `Write ${p.shown} or the role; to publish names, course.yaml says names: shown.`,
    },
  }),
  'member-filtered': defineProblem<{ shown: string }>({
    severity: 'error',
    what: {
      zh: (p) => `课程不公开成员姓名，按成员 ${p.shown} 的全名筛选选不到任何行。`,
      en: (p) =>
        `The course masks the names of members: a condition on the full name of ${p.shown} finds nothing.`,
    },
    cure: {
      zh: () => '数据表里的负责人改写成员编号，按编号筛选。',
      en: () => 'Name members by their ids in the tables, and in conditions too.',
    },
  }),
  'likely-personal': defineProblem<{
    kind: 'phone' | 'id' | 'email';
    column: string;
    count: number;
    shown: string;
  }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.column}”有 ${p.count} 格像${personalKinds[p.kind].zh}，例如 ${p.shown}，会公开。`,
      en: (p) =>
        `${p.count} cells of “${p.column}” look like ${personalKinds[p.kind].en}, such as ${p.shown}; they would be public.`,
    },
    cure: {
      zh: (p) =>
        `在 tables.yaml 里给这个文件写 personal: [${p.column}]；确实不是时，在 course.yaml 的 severities 里写 likely-personal: off。`,
      en: (p) =>
        `Say \`personal: [${p.column}]\` for this file in tables.yaml; if it is none, \`likely-personal: off\` in the severities of course.yaml.`,
    },
  }),
  'likely-personal-header': defineProblem<{ column: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `看列名，“${p.column}”是个人信息，会公开。`,
      en: (p) => `By its name “${p.column}” holds personal data; it would be public.`,
    },
    cure: {
      zh: (p) =>
        `在 tables.yaml 里给这个文件写 personal: [${p.column}]；确实不是时，在 course.yaml 的 severities 里写 likely-personal-header: off。`,
      en: (p) =>
        `Say \`personal: [${p.column}]\` for this file in tables.yaml; if it is none, \`likely-personal-header: off\` in the severities of course.yaml.`,
    },
  }),
};
