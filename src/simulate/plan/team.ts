/** A person of the team; contributions in percent, 100 in all. */
export interface Member {
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
