import { resolveColours } from '../../charts/palette.ts';
import type { Picture } from '../../report/book.ts';
import { families } from '../fonts/fonts.ts';
import type { PrintContext } from '../print-context.ts';

/** Lays a figure before the compiler as a vector, in the colours and the face of print; gives its path. */
export function addDrawingFile(context: PrintContext, picture: Picture): string {
  const path = `/figure-${context.files.size}.svg`;
  const lettered = picture.svg.replace(
    /(<text[^>]*>)([\s\S]*?)(?=<\/text>)/g,
    (_, open: string, label: string) => {
      const pieces = label.split(/(<[^>]*>)/);
      return (
        open + pieces.map((piece) => (piece.startsWith('<') ? piece : filterLabel(context, piece))).join('')
      );
    },
  );
  const svg = resolveColours(lettered, 'print', families.hei)
    .replace(/font-family="[^"]*"/g, `font-family="${families.hei}"`)
    .replace(/font-family:[^;"]*/g, `font-family:${families.hei}`);
  context.files.set(path, svg);
  return path;
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decodeEntities(xml: string): string {
  return xml.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return entities[name] ?? whole;
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    },
  );
}

/** The text of a label without what cannot be printed. */
function filterLabel(context: PrintContext, label: string): string {
  const plain = decodeEntities(label);
  const printable = context.unsupported.withoutUnsupported(plain, context.place);
  return printable === plain ? label : printable.replace(/[<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
