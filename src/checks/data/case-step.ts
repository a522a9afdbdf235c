import { createProblem } from '../../problems/catalog.ts';
import { caseTables, readCases } from '../facts/crisis-cases.ts';
import type { DataRule } from '../facts/facts.ts';

export const caseStep: DataRule = {
  title: { zh: '舆情处置三步齐全', en: 'A closed case went through all three steps' },
  why: {
    zh: '负面评价的标准流程是安抚、补偿、跟进，缺一步不算结案。',
    en: 'Calm, make good, follow up: a case is not closed without one of them.',
  },
  needs: { crisis_cases: [...caseTables.crisis_cases, 'closed'] },
  async find(facts) {
    return (await readCases(facts)).flatMap(({ row, summary, closed, taken }) => {
      const missing = taken.filter(({ at }) => at === null);
      const [first] = missing;
      if (!closed || !first) return [];
      const params = { summary, missing: missing.map(({ step }) => step).join('、') };
      return [createProblem('case-step', facts.getPlace('crisis_cases', row, first.column), params)];
    });
  },
};
