import type { TeamMember } from '../plan/team-plan.ts';
import { formatIsoDay, formatIsoWeek } from '../plan/term-calendar.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Fridays: done, plan, risk, decision, people there. */
export const weeklyReview: SimulatedTable = {
  columns: ['iso_week', 'date', 'done', 'plan', 'risks', 'decisions', 'attendees'],
  rows: ({ plan: { reviews, team } }) =>
    reviews.map(({ week, done, plan, risk, decision, there }) => [
      formatIsoWeek((week - 1) * 7),
      formatIsoDay((week - 1) * 7 + 4),
      done,
      plan,
      risk,
      decision,
      listAttendees(team, week, there),
    ]),
};

/** Who was there: absences go round the team. */
function listAttendees(team: readonly TeamMember[], week: number, there: number): string {
  const absent = new Set(
    Array.from({ length: team.length - there }, (_, index) => (week + index) % team.length),
  );
  return team.flatMap(({ name }, index) => (absent.has(index) ? [] : [name])).join(';');
}
