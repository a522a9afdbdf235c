import type { Bilingual } from '../../base/language.ts';
import { mapConcurrent } from '../../base/map-concurrent.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { DataRuleId } from '../../problems/rule-problems.ts';
import type { KnownTable } from '../../schema/tables/known-tables.ts';
import type { DataRule, Facts } from '../facts/facts.ts';
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

/** Every rule between tables, by the id of its problem. */
export const dataRules: Record<DataRuleId, DataRule> = {
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

/** What came of one rule on the tables of a report. */
export interface RuleResult {
  rule: DataRuleId;
  title: Bilingual;
  found: Problem[];
}

const mostListed = 20;

/** While one reads what it asked for, the engine works for others. */
const rulesAtOnce = 3;

/** Runs every rule that the report has the tables for, in the order of the record. */
export async function runDataRules(facts: Facts): Promise<RuleResult[]> {
  const complete = Object.entries(dataRules).filter(([, { needs }]) =>
    Object.entries(needs).every(([table, columns]) =>
      columns.every((column) => facts.has(table as KnownTable, column)),
    ),
  );
  return mapConcurrent(complete, rulesAtOnce, async ([rule, { title, find }]) => ({
    rule: rule as DataRuleId,
    title,
    found: abridgeProblems(await find(facts), title),
  }));
}

function abridgeProblems(found: Problem[], title: Bilingual): Problem[] {
  const next = found[mostListed];
  if (!next) return found;
  const more = found.length - mostListed;
  const rest = createProblem('more-found', next.place, { title: title.zh, titleEn: title.en, more });
  return [...found.slice(0, mostListed), { ...rest, severity: next.severity }];
}
