import { dataRuleProblems } from './rules-data.ts';
import { planRuleProblems } from './rules-plan.ts';

/** What the rules between tables tell. Every rule has the id of its problem. */
export const ruleProblems = { ...planRuleProblems, ...dataRuleProblems };

export type RuleId = Exclude<keyof typeof ruleProblems, 'more-found'>;

export function isRule(id: string): id is RuleId {
  return Object.hasOwn(ruleProblems, id);
}
