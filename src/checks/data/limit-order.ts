import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';

export const limitOrder: DataRule = {
  title: { zh: '越紧急时限越短', en: 'The more urgent, the shorter the limit' },
  why: {
    zh: '分级响应的意义在于支付故障先于功能建议。',
    en: 'A failing payment comes before a wish.',
  },
  needs: { sla: ['priority', 'close_hours'] },
  async find({ rows, getPlace }) {
    const limits = (await rows('sla')).toSorted((a, b) => (String(a.priority) < String(b.priority) ? -1 : 1));
    return ['reply_hours', 'close_hours'].flatMap((column) => {
      const given = limits.filter((row) => typeof row[column] === 'number');
      return given.slice(1).flatMap((row, at) => {
        const urgent = given[at]!;
        const [high, low] = [Number(urgent[column]), Number(row[column])];
        if (high <= low) return [];
        const params = { higher: String(urgent.priority), lower: String(row.priority), column, high, low };
        return [createProblem('limit-order', getPlace('sla', urgent.row_no, column), params)];
      });
    });
  },
};
