import { splitGraphemes } from '../../base/graphemes.ts';
import { type FontCoverage, isInvisible } from './font-tables.ts';

/** The faces that show what authors write, in the order in which they are asked. */
export const textFaces = ['hei', 'song', 'emoji'] as const;
export type TextFace = (typeof textFaces)[number];

/** What each of them can show. */
export type FaceCoverage = Record<TextFace, FontCoverage>;

/** A part of a text and the face that has it; one character, when none has. */
export type FacePiece = { face: TextFace; text: string } | { face: undefined; text: string };

/**
 * A text by the face that shows it. A character of several code points (a family, a flag, a letter with its accent)
 * is of one face: the compiler loses parts of one that it would have to take from two.
 */
export function splitByFace(text: string, coverage: FaceCoverage): FacePiece[] {
  if (canShow(coverage.hei, text)) return [{ face: 'hei', text }];
  const pieces: FacePiece[] = [];
  for (const piece of splitGraphemes(text).flatMap((character) => splitCharacter(character, coverage))) {
    const last = pieces.at(-1);
    if (last?.face && last.face === piece.face && last.face !== 'emoji') last.text += piece.text;
    else pieces.push(piece);
  }
  return pieces;
}

/** Of a character that no face has whole, every part is taken from the face of the first, or stands alone as an emoji. */
function splitCharacter(character: string, coverage: FaceCoverage): FacePiece[] {
  const whole = textFaces.find((face) => canCompose(coverage[face], character));
  if (whole) return [{ face: whole, text: character }];
  const parts = [...character];
  const base = textFaces.find((face) => canShow(coverage[face], parts[0]!)) ?? 'hei';
  return parts.map((text) => ({
    face: ([base, 'emoji'] as const).find((face) => canShow(coverage[face], text)),
    text,
  }));
}

/** Whether a face has a character as it is written, composed or taken apart: the compiler tries all three. */
function canCompose(coverage: FontCoverage, character: string): boolean {
  return ([undefined, 'NFC', 'NFD'] as const).some((form) =>
    canShow(coverage, form ? character.normalize(form) : character),
  );
}

function canShow(coverage: FontCoverage, text: string): boolean {
  for (const character of text)
    if (!coverage.has(character.codePointAt(0)!) && !isInvisible(character)) return false;
  return true;
}
