import { findMeantName } from '../base/names/suggest-names.ts';
import type { CommandWords } from '../words/command-words.ts';

/** “Did you mean …?” with `prefix` before the name, or `otherwise` when nothing known is near to what was written. */
export function suggestNearest(
  words: CommandWords,
  written: string,
  known: readonly string[],
  { prefix = '', otherwise = words.helpHint } = {},
): string {
  const near = findMeantName(written, known);
  return near ? words.didYouMean(prefix + near) : otherwise;
}
