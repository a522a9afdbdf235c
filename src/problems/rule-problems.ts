import { dataRuleProblems } from './texts/data-rule-problems.ts';
import { planRuleProblems } from './texts/plan-rule-problems.ts';
import { textRuleProblems } from './texts/text-rule-problems.ts';

const betweenTables = { ...planRuleProblems, ...dataRuleProblems };

/** What the rules find. Every rule has the id of its problem. */
export const ruleProblems = { ...betweenTables, ...textRuleProblems };

export type DataRuleId = Exclude<keyof typeof betweenTables, 'more-found'>;
export type TextRuleId = keyof typeof textRuleProblems;

export function isDataRuleId(id: string): id is DataRuleId {
  return Object.hasOwn(betweenTables, id);
}
