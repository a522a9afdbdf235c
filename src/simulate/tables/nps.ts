import { secondOfDay } from '../plan/rhythm.ts';
import type { Random } from '../random.ts';
import { daySeconds, stamp } from '../term.ts';
import type { SimulatedTable } from './table.ts';

/** One row an answer: 0 to 10 "would recommend", and satisfaction 1 to 5. */
export const nps: SimulatedTable = {
  columns: ['resp_id', 'ts', 'score', 'csat', 'context'],
  rows: (world) => {
    const random = world.random.fork('nps');
    const answers = world.plan.nps.flatMap(({ day, answers, mood }) =>
      Array.from({ length: Math.round(answers * world.scale) }, () => {
        const at = (day + random.int(0, 5)) * daySeconds + secondOfDay(random);
        return { at, ...answer(random, mood) };
      }),
    );
    return answers
      .sort((a, b) => a.at - b.at)
      .map(({ at, score, csat, context }, index) => {
        return [`r${String(index + 1).padStart(4, '0')}`, stamp(at), score, csat, context];
      });
  },
};

function answer(random: Random, mood: number) {
  const group = random.weighted({ 推荐: 0.42 + 0.26 * mood, 中立: 0.34, 贬损: 0.24 - 0.24 * mood });
  const score = { 推荐: random.int(9, 10), 中立: random.int(7, 8), 贬损: random.int(2, 6) }[group];
  const csat = Math.max(1, Math.min(5, Math.round(score / 2.2 + 0.4 * random.normal())));
  return { score, csat, context: random.chance(0.3) ? '工单' : '产品' };
}
