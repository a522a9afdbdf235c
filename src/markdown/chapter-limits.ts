import type { Problem } from '../base/problem.ts';
import type { LineIndex } from '../base/source-text.ts';
import { createProblem } from '../problems/catalog.ts';

/**
 * Characters of a line and of a chapter, and notes in notes: far more than anybody writes. The time that the parser takes
 * grows with the square of the first two, and the third ends the program.
 */
const mostInLine = 10_000;
const mostInChapter = 500_000;
const mostNotes = 20;

/** The text with what is beyond all measure blanked out, so that every offset stays, and what is told of it. */
export function blankExcess(text: string, lines: LineIndex): { text: string; problems: Problem[] } {
  const problems: Problem[] = [];
  const whole = blankTail(text, mostInChapter);
  if (whole !== text)
    problems.push(createProblem('chapter-too-long', lines.toPlace(mostInChapter), { most: mostInChapter }));
  const short = whole.replace(longLine, (line, at: number) => {
    problems.push(createProblem('line-too-long', lines.toPlace(at), { most: mostInLine }));
    return ' '.repeat(line.length);
  });
  const deep = findDeepNote(short);
  if (deep === undefined) return { text: short, problems };
  problems.push(createProblem('notes-too-deep', lines.toPlace(deep), { most: mostNotes }));
  return { text: blankTail(short, deep), problems };
}

const longLine = new RegExp(`[^\\n]{${mostInLine + 1},}`, 'g');

function blankTail(text: string, from: number): string {
  if (text.length <= from) return text;
  return text.slice(0, from) + text.slice(from).replace(/[^\n]/g, ' ');
}

/** Where a note begins in so many that are not closed. */
function findDeepNote(text: string): number | undefined {
  let open = 0;
  for (const { 0: tag, index } of text.matchAll(/<Note\b|<\/Note/g)) {
    open = tag === '<Note' ? open + 1 : Math.max(0, open - 1);
    if (open > mostNotes) return index;
  }
  return undefined;
}
