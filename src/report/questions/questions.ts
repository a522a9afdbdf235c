/** What students of operations ask of their data, each with the entry that answers it. */
import type { Question } from './question.ts';
import { tradeQuestions } from './trade-questions.ts';
import { userQuestions } from './user-questions.ts';
import { workQuestions } from './work-questions.ts';

const all = [...userQuestions, ...tradeQuestions, ...workQuestions] as const;

/** Their Chinese wording, by which each is known. */
export type QuestionName = (typeof all)[number]['zh'];

export const questions: readonly (Question & { zh: QuestionName })[] = all;
