import type { RuleId } from '../../problems/rule-problems.ts';
import type { DataRule } from '../facts/facts.ts';
import { cadenceGap } from './cadence-gap.ts';
import { caseOrder } from './case-order.ts';
import { caseStep } from './case-step.ts';
import { contactCap } from './contact-cap.ts';
import { contributionSum } from './contribution-sum.ts';
import { duplicateKey } from './duplicate-key.ts';
import { lateTask } from './late-task.ts';
import { levelShare } from './level-share.ts';
import { limitOrder } from './limit-order.ts';
import { missingRole } from './missing-role.ts';
import { missingWeek } from './missing-week.ts';
import { outsidePeriod } from './outside-period.ts';
import { publishingGap } from './publishing-gap.ts';
import { reasonMissing } from './reason-missing.ts';
import { reconGap } from './recon-gap.ts';
import { reconReference } from './recon-reference.ts';
import { reviewOrder } from './review-order.ts';
import { sameReviewer } from './same-reviewer.ts';
import { serviceLate } from './service-late.ts';
import { severalOwners } from './several-owners.ts';
import { taskCycle } from './task-cycle.ts';
import { taskOrder } from './task-order.ts';
import { taskOutsidePhase } from './task-outside-phase.ts';
import { teamSize } from './team-size.ts';
import { threeReviews } from './three-reviews.ts';
import { unknownId } from './unknown-id.ts';
import { unknownMember } from './unknown-member.ts';
import { unknownPhase } from './unknown-phase.ts';
import { unknownTask } from './unknown-task.ts';
import { weekMismatch } from './week-mismatch.ts';

/** Every rule between tables, by the id of the problem it tells. */
export const dataRules: Record<RuleId, DataRule> = {
  'duplicate-key': duplicateKey,
  'unknown-id': unknownId,
  'outside-period': outsidePeriod,
  'team-size': teamSize,
  'missing-role': missingRole,
  'contribution-sum': contributionSum,
  'unknown-member': unknownMember,
  'several-owners': severalOwners,
  'unknown-task': unknownTask,
  'task-cycle': taskCycle,
  'task-order': taskOrder,
  'late-task': lateTask,
  'unknown-phase': unknownPhase,
  'task-outside-phase': taskOutsidePhase,
  'missing-week': missingWeek,
  'week-mismatch': weekMismatch,
  'three-reviews': threeReviews,
  'review-order': reviewOrder,
  'same-reviewer': sameReviewer,
  'publishing-gap': publishingGap,
  'cadence-gap': cadenceGap,
  'case-step': caseStep,
  'case-order': caseOrder,
  'reason-missing': reasonMissing,
  'limit-order': limitOrder,
  'service-late': serviceLate,
  'contact-cap': contactCap,
  'level-share': levelShare,
  'recon-gap': reconGap,
  'recon-reference': reconReference,
};
