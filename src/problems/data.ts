import { fileProblems } from './files.ts';
import { sqlProblems } from './sql.ts';
import { tableProblems } from './tables.ts';

/** Problems of the tables a team hands in, and of the SQL that asks them. */
export const dataProblems = { ...fileProblems, ...tableProblems, ...sqlProblems };
