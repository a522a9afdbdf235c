import { printColours } from '../charts/palette.ts';
import type { Picture } from '../report/book.ts';
import type { Desk } from './desk.ts';
import { families } from './fonts.ts';

/** Lays a figure before the compiler as a vector, in the colours and the face of print; gives its path. */
export function drawingFile(desk: Desk, picture: Picture): string {
  const path = `/figure-${desk.files.size}.svg`;
  const lettered = picture.svg.replace(
    /(<text[^>]*>)([\s\S]*?)(?=<\/text>)/g,
    (_, open: string, label: string) => {
      const pieces = label.split(/(<[^>]*>)/);
      return open + pieces.map((piece) => (piece.startsWith('<') ? piece : relettered(desk, piece))).join('');
    },
  );
  const svg = printColours(lettered, 'print', families.hei)
    .replace(/font-family="[^"]*"/g, `font-family="${families.hei}"`)
    .replace(/font-family:[^;"]*/g, `font-family:${families.hei}`);
  desk.files.set(path, svg);
  return path;
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(xml: string): string {
  return xml.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return entities[name] ?? whole;
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    },
  );
}

/** The text of a label without what cannot be printed. */
function relettered(desk: Desk, label: string): string {
  const plain = unescaped(label);
  const printable = desk.missing.printable(plain, desk.place);
  return printable === plain ? label : printable.replace(/[<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
