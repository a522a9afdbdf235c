import { dataRuleProblems } from './texts/data-rule-problems.ts';
import { planRuleProblems } from './texts/plan-rule-problems.ts';

/** What the rules between tables tell. Every rule has the id of its problem. */
export const ruleProblems = { ...planRuleProblems, ...dataRuleProblems };

export type RuleId = Exclude<keyof typeof ruleProblems, 'more-found'>;

export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(ruleProblems, id);
}
