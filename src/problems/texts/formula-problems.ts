import { defineProblem } from '../define-problem.ts';

/** Problems of the formulas in `metrics.yaml`. */
export const formulaProblems = {
  'formula-syntax': defineProblem<{ formula: string; near?: string | undefined; zh: string; en: string }>({
    severity: 'error',
    what: {
      zh: (p) => `公式“${p.formula}”有误：${p.zh}。`,
      en: (p) => `The formula “${p.formula}” is wrong: ${p.en}.`,
    },
    cure: {
      zh: (p) =>
        p.near
          ? `公式里的（）也是括号。“${p.near}”整个是名字的话，写成 \`${p.near}\`；是相乘的话，中间加 *。`
          : '只能用数值名、数字、+ - * / 与括号；名称里有空格或符号时用反引号：`SEM-成本` / 新增用户',
      en: (p) =>
        p.near
          ? `In a formula （） are brackets, too. Where “${p.near}” is a name as a whole, write \`${p.near}\`; to multiply, put * between.`
          : 'Use names of values, numbers, + - * / and brackets; put names with spaces or signs in backticks: `SEM cost` / users',
    },
  }),
  'formula-cycle': defineProblem<{ path: string }>({
    severity: 'error',
    what: {
      zh: (p) => `公式绕了一圈又用到自己：${p.path}。`,
      en: (p) => `The formula comes back to itself: ${p.path}.`,
    },
    cure: {
      zh: () => '让其中一个数值改由数据算出（metric 或 sql）。',
      en: () => 'Make one of them from data, by metric or sql.',
    },
  }),
  'formula-of-query': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”是一个查询（多行），不能放进公式。`,
      en: (p) => `“${p.name}” is a query of many rows and cannot be part of a formula.`,
    },
    cure: {
      zh: (p) => `把“${p.name}”改写成 sql（一行一数），或另写一个数值。`,
      en: (p) => `Turn “${p.name}” into sql with one number, or add another value.`,
    },
  }),
  'unit-mismatch': defineProblem<{ what: string; left: string; right: string }>({
    severity: 'error',
    what: {
      zh: (p) => `单位对不上（${p.what}）：${p.left || '无单位'} 与 ${p.right || '无单位'}。`,
      en: (p) => `Units do not go together (${p.what}): ${p.left || 'none'} and ${p.right || 'none'}.`,
    },
    cure: {
      zh: () => '检查所用的数值是否拿错；确实同义时，在其中一处写明相同的 unit。',
      en: () => 'Check that the right values are used; where they mean the same, give both the same unit.',
    },
  }),
  'formula-series-differ': defineProblem<{ name: string; series: string; members: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `公式“${p.name}”里的几个序列分组不同：“${p.series}”的 ${p.members} 在另一个序列中没有。`,
      en: (p) =>
        `The series in the formula “${p.name}” differ: “${p.series}” has ${p.members}, which another lacks.`,
    },
    cure: {
      zh: () => '给它们写相同的 by 和 during；缺的成员印成“—”，一个都不同时公式只有总数。',
      en: () =>
        'Give them the same `by` and `during`. What is missing prints as “—”; with nothing in common there is a total only.',
    },
  }),
};
