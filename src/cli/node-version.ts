import { commandWords } from '../words/command-words.ts';

/** The Node that `npm ci` brings along is of this major version. */
const leastNode = 26;

/** What to do under a Node that is too old, in both languages: none has been asked for yet. '' when it will do. */
export function describeOldNode(version: string): string {
  if (Number.parseInt(version, 10) >= leastNode) return '';
  return [commandWords.zh, commandWords.en].map((words) => words.oldNode(version, leastNode)).join('\n');
}
