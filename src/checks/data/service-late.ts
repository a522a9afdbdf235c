import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';

/** Calendar hours. A ticket still open counts when its limit has passed by the end of the training. */
export const serviceLate: DataRule = {
  title: { zh: '服务类工单按时闭环', en: 'Service tickets are closed in time' },
  why: {
    zh: '服务类问题 48 小时内闭环；按自然小时计，期末仍未到时限的不计。',
    en: 'Service is closed within 48 hours of the calendar; what still has time left at the end does not count.',
  },
  needs: { tickets: ['opened_at', 'class', 'closed_at'] },
  async find({ query, getFile: fileOf, course, period }) {
    const hours = course.limits.serviceHours;
    const end = `cast(cast(date '${period.to}' + 1 as timestamp) as timestamptz)`;
    const due = `opened_at + to_seconds(${hours * 3600})`;
    const [row] = await query(
      `select count(*) filter (where closed_at is not null or ${due} <= ${end}) as total,
         count(*) filter (where closed_at > ${due}) as late,
         count(*) filter (where closed_at is null and ${due} <= ${end}) as still_open
       from tickets where class = '服务'`,
    );
    const open = Number(row?.still_open ?? 0);
    const late = Number(row?.late ?? 0) + open;
    const total = Number(row?.total ?? 0);
    return late === 0 ? [] : [createProblem('service-late', fileOf('tickets'), { late, total, hours, open })];
  },
};
