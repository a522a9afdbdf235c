import type { Problem } from '../base/problem.ts';

/** Of a moment and not of the files: what has them is made again the next time. */
const passing = new Set([
  'file-in-use',
  'unreadable-file',
  'parquet-unread',
  'report-failed',
  'chart-too-slow',
  'sql-too-long',
  'report-too-slow',
]);

/** Whether what was made with these problems would be made again of the same files. */
export const isLasting = (problems: readonly Problem[]): boolean =>
  problems.every(({ id }) => !passing.has(id));
