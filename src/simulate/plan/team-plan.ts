/** A person of the team; contributions in percent, 100 in all. */
export interface TeamMember {
  id: string;
  name: string;
  role: string;
  duties: string;
  hours: number;
  contribution: number;
}

/** A task of the plan. Days of the term, all inclusive. */
export interface TaskPlan {
  name: string;
  phase: string;
  owner: string;
  from: number;
  to: number;
  /** Days by which it ended later than planned. */
  slip: number;
  effort: number;
  /** Ids of tasks before it, with spaces between. */
  after: string;
  cause: string;
}

/** Targets as fixed at the end of planning. `grows`: with the scale of the world. */
export interface GoalPlan {
  kpi: string;
  direction: 'higher' | 'lower';
  unit: string;
  baseline: number;
  target: number;
  source: string;
  /** First day that counts, where that is not the first of the term. */
  from?: string;
  definition?: string;
  grows?: true;
}

export interface ReviewPlan {
  /** Week of the term, from 1. */
  week: number;
  done: string;
  plan: string;
  risk: string;
  decision: string;
  /** How many were there. */
  there: number;
}

export type MentorSession = [
  date: string,
  mentor: string,
  type: '案例分享' | '一对一' | '评审',
  minutes: number,
  topic: string,
  actions: string,
  closed: boolean,
];

/** A task as the plans list it: a row each. */
type TaskRow = [
  name: string,
  phase: string,
  owner: string,
  from: number,
  to: number,
  slip: number,
  effort: number,
  after: string,
  cause: string,
];

export function toTaskPlans(rows: readonly TaskRow[]): TaskPlan[] {
  return rows.map(([name, phase, owner, from, to, slip, effort, after, cause]) => {
    return { name, phase, owner, from, to, slip, effort, after, cause };
  });
}

type ReviewRow = [week: number, done: string, plan: string, risk: string, decision: string, there: number];

export function toReviewPlans(rows: readonly ReviewRow[]): ReviewPlan[] {
  return rows.map(([week, done, plan, risk, decision, there]) => {
    return { week, done, plan, risk, decision, there };
  });
}
