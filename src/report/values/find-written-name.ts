/** Where in the SQL of `sql` or `query` a name stands that a message is about. */
import type { Place } from '../../base/place.ts';
import { LineIndex, type SourceText } from '../../base/source-text.ts';

/**
 * Place of `name` in the entry that `start` is a part of: as a whole word after `start`, outside of texts and comments.
 * `start` where it is not written as it is told.
 */
export function findWrittenName(source: SourceText, start: Place, name: string): Place {
  if (start.line === undefined || start.column === undefined) return start;
  const lines = source.text.split('\n').slice(0, start.line - 1);
  const from = lines.reduce((length, line) => length + line.length + 1, 0) + start.column - 1;
  // The next entry is the next line that is not indented.
  const [own = ''] = source.text.slice(from).split(/\n(?=\S)/, 1);
  const word = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}_$])${word}(?![\\p{L}\\p{N}_$])`, 'iu');
  const at = coverTexts(own).search(whole);
  return at < 0 ? start : new LineIndex(source.file, source.text).toPlace(from + at);
}

/** Spaces in the place of texts and comments, so that offsets stay. */
const coverTexts = (sql: string): string =>
  sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\n]|'')*'/g, (text) => text.replace(/[^\n]/g, ' '));
