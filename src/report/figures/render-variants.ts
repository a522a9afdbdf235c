import { type AccessibleName, withAccessibleName } from '../../charts/draw/page-svg.ts';
import type { Drawing } from '../../charts/draw/render.ts';
import { insertImage } from '../../charts/image-placeholder.ts';
import type { PageImage } from '../../charts/input.ts';
import type { Spec } from '../../charts/kind.ts';
import { type ChartBreadth, chartWidths } from '../../charts/theme.ts';
import type { Picture } from '../book.ts';
import type { FigureContext } from './figure-context.ts';

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

interface VariantOptions {
  /** Figures that are much alike. */
  group: string;
  wide: boolean;
  /** With the rows that the text's drawing shows. */
  rows?: boolean;
  image?: PageImage | undefined;
  /** Milliseconds of processor time for each drawing; the pool's without. */
  limit?: number;
}

/** Drawings of one figure, the page's only where it is wanted. Throws what the pool throws. */
export async function drawVariants(
  buildSizedSpec: (full: number) => Spec,
  { pool, cache, spending }: Pick<FigureContext, 'pool' | 'cache' | 'spending'>,
  { group, wide, rows = false, image, limit }: VariantOptions,
): Promise<Drawings> {
  const draw = async (breadth: ChartBreadth) => {
    const width = chartWidths[breadth];
    const request = { spec: buildSizedSpec(width), width, ...(rows && breadth === 'text' && { rows }) };
    const drawing = await pool.draw(request, { cache, group, account: spending?.openAccount(), limit });
    return { ...drawing, svg: insertImage(drawing.svg, image) };
  };
  const [text, phone, page] = await Promise.all([
    draw('text'),
    draw('phone'),
    wide ? draw('page') : undefined,
  ]);
  return { text, phone, ...(page && { page }) };
}

/** The drawings named as parts of a page: ids inside each are its own. */
export function withAccessibleNames(
  { text, phone, page }: Drawings,
  { id, ...dressed }: AccessibleName,
): Pictures {
  const toPicture = ({ svg, width, height }: Drawing, own: string): Picture => {
    return { svg: withAccessibleName(svg, { id: own, ...dressed }), width, height };
  };
  return {
    ...toPicture(text, id),
    phone: toPicture(phone, `${id}-phone`),
    ...(page && { page: toPicture(page, `${id}-page`) }),
  };
}
