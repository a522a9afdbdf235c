import { type MentorSession, type TeamMember, toReviewPlans, toTaskPlans } from '../../plan/team-plan.ts';

export const team: TeamMember[] = [
  {
    id: 'C1',
    name: 'Ada Lindqvist',
    role: 'Operations',
    duties: 'Team lead; events and partners',
    hours: 138,
    contribution: 20,
  },
  {
    id: 'C2',
    name: 'Ben Okafor',
    role: 'Operations',
    duties: 'Moderation, tickets, newsletter',
    hours: 131,
    contribution: 18,
  },
  {
    id: 'C3',
    name: 'Chloe Marchetti',
    role: 'Design',
    duties: 'Visuals, films, onboarding pages',
    hours: 112,
    contribution: 15,
  },
  {
    id: 'C4',
    name: 'Daniel Reyes',
    role: 'Development',
    duties: 'Tracking, invitations, moderation tools',
    hours: 126,
    contribution: 17,
  },
  {
    id: 'C5',
    name: 'Esther Nowak',
    role: 'Data analysis',
    duties: 'Definitions, dashboards, trials',
    hours: 119,
    contribution: 16,
  },
  {
    id: 'C6',
    name: 'Finn Gallagher',
    role: 'Operations',
    duties: 'Workshops and member interviews',
    hours: 104,
    contribution: 14,
  },
];

export const tasks = toTaskPlans([
  ['Interviews with thirty makers', '需求调研', 'C6', 0, 9, 0, 9, '', ''],
  ['Audit of the old forum', '需求调研', 'C5', 2, 11, 0, 5, '', ''],
  ['Goals and definitions', '方案制定', 'C1', 14, 20, 0, 4, 'K01 K02', ''],
  ['House rules and moderation plan', '方案制定', 'C2', 16, 25, 0, 6, 'K01', ''],
  ['New onboarding page', '执行落地', 'C3', 28, 40, 0, 9, 'K03', ''],
  [
    'Invitations with thanks',
    '执行落地',
    'C4',
    28,
    38,
    4,
    8,
    'K03',
    'Reward rules were changed after the build had begun',
  ],
  ['Onboarding trial', '执行落地', 'C5', 42, 55, 0, 5, 'K05', ''],
  ['Repair week', '执行落地', 'C6', 49, 62, 0, 12, 'K04', ''],
  ['Moderation queue with limits', '执行落地', 'C4', 63, 72, 0, 8, 'K04', ''],
  ['Summer showcase', '执行落地', 'C1', 91, 104, 0, 14, 'K08', ''],
  ['Review of the data', '总结汇报', 'C5', 105, 109, 0, 5, 'K09', ''],
  ['Report and talk', '总结汇报', 'C1', 105, 111, 0, 9, 'K11', ''],
]);

/** Week 11 has no review. */
export const reviews = toReviewPlans([
  [1, 'Interview guide', 'Ten interviews', 'Only loud members answer', 'Invite quiet ones by mail', 6],
  [
    2,
    'Thirty interviews, forum audit',
    'Goals',
    'Old numbers count bots',
    'Count people from events only',
    6,
  ],
  [3, 'Draft goals', 'House rules', 'No baseline for answers', 'Take last term as baseline', 5],
  [4, 'House rules agreed', 'Onboarding page', 'Rules too long', 'One page, five rules', 6],
  [5, 'Onboarding design', 'Build', 'Reward rules unsettled', 'Settle by Friday', 6],
  [6, 'Page built', 'Invitations', 'Invitations late', 'Start without badges', 5],
  [7, 'Trial began', 'Second week', 'Small sample', 'Run the full two weeks', 6],
  [8, 'Trial ended, repair week began', 'Second week of it', 'Replies slow', 'Evening shift', 6],
  [9, 'Repair week', 'Look back', 'Complaints about moderation', 'Write reasons with every removal', 6],
  [10, 'Reasons for removals', 'Queue', 'Backlog of tickets', 'Queue with limits first', 5],
  [12, 'Queue live', 'Talks with makers', 'Few new authors', 'Ask for first posts by name', 6],
  [13, 'First-post prompts', 'Showcase', 'Venue', 'Book the library hall', 6],
  [14, 'Showcase week one', 'Week two', 'Uploads fail at peak', 'Smaller pictures', 6],
  [15, 'Showcase ended', 'Data review', 'Two definitions differ', 'Database wins', 6],
  [16, 'Report', 'Talk', 'None', 'All figures from data', 6],
]);

export const mentoring: MentorSession[] = [
  ['2026-03-10', '沈清和', '案例分享', 90, 'What keeps a community alive', 'Define an active member', true],
  ['2026-04-14', '方既白', '一对一', 45, 'Trials on onboarding', 'Register the trial beforehand', true],
  ['2026-05-12', '沈清和', '评审', 60, 'Moderation and trust', 'Give reasons, measure the queue', true],
  ['2026-06-16', '沈清和', '评审', 70, 'Rehearsal', 'Say what was not reached', false],
];
