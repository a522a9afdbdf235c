import type { BookFigure } from '../../report/book.ts';
import { compactDrawing, compactPhoneDrawing } from './drawing/compact-drawing.ts';
import { renderAttributes } from './escape-html.ts';

/**
 * Every drawing of a figure; the style sheet shows the one that fits its box. The others are `hidden`,
 * so that without a style sheet, and to a screen reader, there is one.
 * `hint`: how to walk through the points, for the script.
 */
export function renderDrawings(
  { svg, phone, page }: Pick<BookFigure, 'svg' | 'phone' | 'page'>,
  hint: string,
): string {
  const renderDrawing = (breadth: string, picture: string, hidden = true) =>
    `<div class="drawing ${breadth}"${hidden ? ' hidden' : ''}>${picture}</div>`;
  const all = [
    renderDrawing('text', compactDrawing(svg), false),
    renderDrawing('phone', compactPhoneDrawing(phone.svg, svg)),
  ];
  if (page) all.push(renderDrawing('page', compactDrawing(page.svg)));
  return `<div class="plot${page ? ' paged' : ''}"${renderAttributes({ 'data-hint': hint })}>${all.join('')}</div>`;
}
