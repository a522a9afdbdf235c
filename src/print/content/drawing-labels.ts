import { decodeEntities } from '../../base/decoding.ts';
import type { Place } from '../../base/place.ts';
import type { FacePiece, TextFace } from '../fonts/character-faces.ts';
import { emojiSize, emojiWidth, families, measureHei } from '../fonts/fonts.ts';
import type { PrintContext } from '../print-context.ts';

/**
 * The labels of a drawing, whose face is 黑, with what that lacks in the face that has it. Left to itself the compiler
 * takes any font of the machine; and it joins fonts within a run of text so badly that it loses characters, or dies.
 * So every piece becomes a run of its own, with a place of its own.
 */
export function letterDrawing(context: PrintContext, svg: string, place: Place): string {
  return svg.replace(/(<text\b[^>]*>)([\s\S]*?)(?=<\/text>)/g, (_, open: string, inner: string) => {
    // Around a label: the text, the line of it, innermost last.
    const around = [open];
    const parts = inner.split(/(<[^>]*>)/).map((part) => {
      const isTitle = around.at(-1)!.startsWith('<title');
      if (!part.startsWith('<'))
        return isTitle
          ? part
          : renderLabel(context.unsupported.splitText(decodeEntities(part), place), part, around);
      if (part.startsWith('</')) around.pop();
      else around.push(part);
      return part;
    });
    return open + parts.join('');
  });
}

/** A text between tags, `label` as it is written there. */
function renderLabel(found: FacePiece[], label: string, around: readonly string[]): string {
  const pieces = found.map(toDrawn);
  if (pieces.every(({ face, text }, i) => face === 'hei' && text === found[i]!.text)) return label;
  const size = Number.parseFloat(findAttribute(around, 'font-size') ?? '11');
  const widths = pieces.map((piece) => measurePiece(piece) * size);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const share = { start: 0, middle: 0.5, end: 1 }[findAttribute(around, 'text-anchor') ?? 'start'] ?? 0;
  let x = Number.parseFloat(findAttribute(around, 'x') ?? '0') - whole * share;
  return pieces
    .map((piece, i) => {
      const run = renderRun(piece, x, size);
      x += widths[i]!;
      return run;
    })
    .join('');
}

interface Drawn {
  face: TextFace;
  text: string;
}

/** Without what is not drawn: PDF/UA refuses glyphs that stand for no character. Joiners inside an emoji join. */
function toDrawn({ face, text }: FacePiece): Drawn {
  // A label has the room of its characters, not of a code.
  if (!face) return { face: 'hei', text: '□' };
  const unseen = face === 'emoji' ? /[\ufe0e\ufe0f]|\u200d$/gu : /[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
  return { face, text: text.replace(/[\t\n\r\u2028\u2029]/g, ' ').replace(unseen, '') };
}

/** In em. */
function measurePiece({ face, text }: Drawn): number {
  return face === 'emoji' ? emojiWidth : measureHei(text);
}

function renderRun({ face, text }: Drawn, x: number, size: number): string {
  const shown = text.replace(/[<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  const own =
    face === 'hei'
      ? ''
      : ` font-family="${families[face]}"${face === 'emoji' ? ` font-size="${(size * emojiSize).toFixed(2)}"` : ''}`;
  return `<tspan x="${x.toFixed(2)}" text-anchor="start"${own}>${shown}</tspan>`;
}

/** An attribute of the innermost element that has it. */
function findAttribute(around: readonly string[], name: string): string | undefined {
  const pattern = new RegExp(`\\s${name}="([^"]*)"`);
  return around.map((tag) => pattern.exec(tag)?.[1]).findLast((value) => value !== undefined);
}
