import { type Dress, dress } from '../charts/dress.ts';
import type { PageImage } from '../charts/input.ts';
import type { Spec } from '../charts/kind.ts';
import { layImage } from '../charts/page-image.ts';
import type { Drawing } from '../charts/render.ts';
import { type Breadth, widths } from '../charts/theme.ts';
import type { Picture } from './book.ts';
import type { FigureContext } from './drawn.ts';

/** A figure as wide as the text, and as its readers may need it besides. */
export interface Pictures extends Picture {
  phone: Picture;
  page?: Picture;
}

export interface Drawings {
  text: Drawing;
  phone: Drawing;
  page?: Drawing;
}

interface DrawnAs {
  /** Figures that are much alike. */
  group: string;
  wide: boolean;
  /** With the rows that the text's drawing shows. */
  rows?: boolean;
  image?: PageImage | undefined;
}

/** Drawings of one figure, the page's only where it is asked for. Throws what the pool throws. */
export async function drawAll(
  specOf: (full: number) => Spec,
  { pool, cache }: Pick<FigureContext, 'pool' | 'cache'>,
  { group, wide, rows = false, image }: DrawnAs,
): Promise<Drawings> {
  const draw = async (breadth: Breadth) => {
    const width = widths[breadth];
    const request = { spec: specOf(width), width, ...(rows && breadth === 'text' && { rows }) };
    const drawing = await pool.draw(request, { cache, group });
    return { ...drawing, svg: layImage(drawing.svg, image) };
  };
  const [text, phone, page] = await Promise.all([
    draw('text'),
    draw('phone'),
    wide ? draw('page') : undefined,
  ]);
  return { text, phone, ...(page && { page }) };
}

/** The drawings named as parts of a page: ids inside each are its own. */
export function dressAll({ text, phone, page }: Drawings, { id, ...dressed }: Dress): Pictures {
  const picture = ({ svg, width, height }: Drawing, own: string): Picture => {
    return { svg: dress(svg, { id: own, ...dressed }), width, height };
  };
  return {
    ...picture(text, id),
    phone: picture(phone, `${id}-phone`),
    ...(page && { page: picture(page, `${id}-page`) }),
  };
}
