import { isDay, toIsoWeek } from '../../base/calendar-days.ts';
import { createProblem } from '../../problems/catalog.ts';
import { nameWeek } from '../facts/empty-weeks.ts';
import type { DataRule } from '../facts/facts.ts';

export const weekMismatch: DataRule = {
  title: { zh: '周次与日期相符', en: 'Week and date agree' },
  why: { zh: '一天只属于一个 ISO 周。', en: 'A day is in one ISO week only.' },
  needs: { weekly_review: ['iso_week', 'date'] },
  async find({ rows, getPlace, training }) {
    return (await rows('weekly_review')).flatMap(({ iso_week, date, row_no }) => {
      const day = String(date);
      const week = String(iso_week).trim().toUpperCase();
      // Other ways to write a week are the team's own.
      if (!isDay(day) || !/^\d{4}-W\d{2}$/.test(week) || toIsoWeek(day) === week) return [];
      const right = toIsoWeek(day);
      const params = { week, date: day, right, name: nameWeek(right, training) };
      return [createProblem('week-mismatch', getPlace('weekly_review', row_no, 'iso_week'), params)];
    });
  },
};
