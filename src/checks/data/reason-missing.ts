import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';

export const reasonMissing: DataRule = {
  title: { zh: '未采纳的建议说明原因', en: 'Declined suggestions get a reason' },
  why: { zh: '公示用户之声时，未采纳须说明原因。', en: 'Users are told why a suggestion is declined.' },
  needs: { voice_log: ['suggestion', 'status'] },
  async find({ rows, getPlace, has }) {
    const column = has('voice_log', 'reason') ? 'reason' : 'status';
    return (await rows('voice_log'))
      .filter(({ status, reason }) => status === '未采纳' && String(reason ?? '').trim() === '')
      .map(({ suggestion, row_no }) => {
        const place = getPlace('voice_log', row_no, column);
        return createProblem('reason-missing', place, { suggestion: String(suggestion) });
      });
  },
};
