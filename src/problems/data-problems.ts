import { fileProblems } from './texts/file-problems.ts';
import { sqlProblems } from './texts/sql-problems.ts';
import { tableProblems } from './texts/table-problems.ts';

/** Problems of the tables a team hands in, and of the SQL that asks them. */
export const dataProblems = { ...fileProblems, ...tableProblems, ...sqlProblems };
