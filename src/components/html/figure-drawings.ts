import type { BookFigure } from '../../report/book.ts';
import { compactDrawing, compactPhoneDrawing } from './drawing/compact-drawing.ts';
import { renderAttributes } from './escape-html.ts';

type Drawn = Pick<BookFigure, 'svg' | 'phone' | 'page'>;

/** By the drawing for phones, which is another object where a figure was drawn anew: a preview prints a page again and again. */
const rendered = new WeakMap<Drawn['phone'], { hint: string; html: string }>();

/**
 * Every drawing of a figure; the style sheet shows the one that fits its box. The others are `hidden`,
 * so that without a style sheet, and to a screen reader, there is one.
 * `hint`: how to walk through the points, for the script.
 */
export function renderDrawings({ svg, phone, page }: Drawn, hint: string): string {
  // All are read, also where they are known: who watches what a page is made of sees it.
  const known = rendered.get(phone);
  if (known?.hint === hint) return known.html;
  const html = renderAnew({ svg, phone, ...(page && { page }) }, hint);
  rendered.set(phone, { hint, html });
  return html;
}

function renderAnew({ svg, phone, page }: Drawn, hint: string): string {
  const renderDrawing = (breadth: string, picture: string, hidden = true) =>
    `<div class="drawing ${breadth}"${hidden ? ' hidden' : ''}>${picture}</div>`;
  const all = [
    renderDrawing('text', compactDrawing(svg), false),
    renderDrawing('phone', compactPhoneDrawing(phone.svg, svg)),
  ];
  if (page) all.push(renderDrawing('page', compactDrawing(page.svg)));
  return `<div class="plot${page ? ' paged' : ''}"${renderAttributes({ 'data-hint': hint })}>${all.join('')}</div>`;
}
