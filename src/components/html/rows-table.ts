import type { TableRows } from '../../base/value-series.ts';
import { escapeHtml, renderAttributes, renderScrollable } from './escape-html.ts';
import { encodeAnchor } from './href.ts';

export interface TableLabel {
  /** Numbered caption, whose number leads to the table with this id; a table without one needs `label`. */
  caption?: { number: string; gap: string; text: string; id: string };
  label?: string;
}

/** A name, a day, a short word read badly in two lines; anything longer may break. */
const shortText = /^(?:.{0,5}|[\x21-\x7e]{1,12})$/u;

const renderLongClass = (cell: string) => (shortText.test(cell) ? '' : ' class="long"');

/** Of so many columns the style sheet knows by a class of the table (`e2`) that they are set to the right; cells of others say it. */
export const namedColumns = 12;

/**
 * A table as one string: it may hold thousands of cells, too many for components. Ends of cells, rows and groups are
 * left out, as HTML allows.
 */
export function renderTable({ columns, rows }: TableRows, { caption, label }: TableLabel): string {
  const isRight = columns.map(({ align }) => align === 'right');
  const named = isRight.flatMap((right, i) => (right && i < namedColumns ? `e${i + 1}` : []));
  const sides = isRight.map((right, i) => (right && i >= namedColumns ? ' class="right"' : ''));
  const head = columns.map(({ label: name, unit }, i) => {
    const measure = unit ? ` <span class="unit">${escapeHtml(unit)}</span>` : '';
    // A head without a word is no head.
    const tag = name ? 'th scope="col"' : 'td';
    return `<${tag}${sides[i]}>${escapeHtml(name)}${measure}`;
  });
  const body = rows.map((row) => {
    const cells = row.map((cell, i) => {
      const style = isRight[i] ? sides[i] : renderLongClass(cell);
      return `<td${style}>${escapeHtml(cell)}`;
    });
    return `<tr>${cells.join('')}`;
  });
  const title = caption
    ? `<caption><a class="number"${renderAttributes({ href: `#${encodeAnchor(caption.id)}` })}>${escapeHtml(caption.number)}</a>${caption.gap}${escapeHtml(caption.text)}</caption>`
    : '';
  return (
    `<div class="scroll"${renderScrollable(label ?? caption?.text ?? '')}><table class="${['rows cells', ...named].join(' ')}">${title}` +
    `<thead><tr>${head.join('')}<tbody>${body.join('')}</table></div>`
  );
}
