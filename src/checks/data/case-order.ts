import { createProblem } from '../../problems/catalog.ts';
import { caseTables, readCases } from '../facts/crisis-cases.ts';
import type { DataRule } from '../facts/facts.ts';

export const caseOrder: DataRule = {
  title: { zh: '舆情处置依次进行', en: 'The steps of a case follow their order' },
  why: { zh: '先安抚，再补偿，后跟进。', en: 'First calm, then make good, then follow up.' },
  needs: caseTables,
  async find(facts) {
    return (await readCases(facts)).flatMap(({ row, summary, taken }) => {
      const done = taken.filter(({ at }) => at !== null);
      return done.slice(1).flatMap((next, index) => {
        const before = done[index]!;
        if (before.at! <= next.at!) return [];
        const params = { summary, step: next.step, before: before.step };
        return [createProblem('case-order', facts.getPlace('crisis_cases', row, next.column), params)];
      });
    });
  },
};
