import type { Member } from '../plan/team.ts';
import { isoDay, isoWeek } from '../term.ts';
import type { SimulatedTable } from './table.ts';

/** Fridays: done, plan, risk, decision, people there. */
export const weeklyReview: SimulatedTable = {
  columns: ['iso_week', 'date', 'done', 'plan', 'risks', 'decisions', 'attendees'],
  rows: ({ plan: { reviews, team } }) =>
    reviews.map(({ week, done, plan, risk, decision, there }) => [
      isoWeek((week - 1) * 7),
      isoDay((week - 1) * 7 + 4),
      done,
      plan,
      risk,
      decision,
      present(team, week, there),
    ]),
};

/** Who was there: absences go round the team. */
function present(team: readonly Member[], week: number, there: number): string {
  const absent = new Set(
    Array.from({ length: team.length - there }, (_, index) => (week + index) % team.length),
  );
  return team.flatMap(({ name }, index) => (absent.has(index) ? [] : [name])).join(';');
}
