import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';

export const reconReference: DataRule = {
  title: { zh: '核对有一个基准来源', en: 'One source is the reference' },
  why: { zh: '谁和谁比要先说好。', en: 'What is held against what must be said first.' },
  needs: { recon: ['date', 'metric', 'source', 'value'] },
  async find({ rows, getPlace }) {
    const groups = Map.groupBy(await rows('recon'), ({ metric }) => String(metric));
    return [...groups].flatMap(([metric, all]) => {
      const days = Map.groupBy(all, ({ date }) => String(date));
      const wrong = [...days.values()].find((day) => day.filter(({ reference }) => reference).length !== 1);
      if (!wrong) return [];
      const count = wrong.filter(({ reference }) => reference).length;
      const sources = [...new Set(all.map(({ source }) => String(source)))].join('、');
      const place = getPlace('recon', wrong[0]?.row_no, 'source');
      return [createProblem('recon-reference', place, { metric, count, sources })];
    });
  },
};
