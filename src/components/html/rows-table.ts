import type { TableRows } from '../../base/value-series.ts';
import { escapeHtml, renderScrollable } from './escape-html.ts';

export interface TableLabel {
  /** Numbered caption; a table without one needs `label`. */
  caption?: { number: string; gap: string; text: string };
  label?: string;
}

/** A name, a day, a short word read badly in two lines; anything longer may break. */
const shortText = /^(?:.{0,5}|[\x21-\x7e]{1,12})$/u;

const renderLongClass = (cell: string) => (shortText.test(cell) ? '' : ' class="long"');

/** A table as one string: it may hold thousands of cells, too many for components. */
export function renderTable({ columns, rows }: TableRows, { caption, label }: TableLabel): string {
  const sides = columns.map(({ align }) => (align === 'right' ? ' class="right"' : ''));
  const head = columns.map(({ label: name, unit }, i) => {
    const measure = unit ? ` <span class="unit">${escapeHtml(unit)}</span>` : '';
    // A head without a word is no head.
    const tag = name ? 'th scope="col"' : 'td';
    return `<${tag}${sides[i]}>${escapeHtml(name)}${measure}</${tag.slice(0, 2)}>`;
  });
  const body = rows.map((row) => {
    const cells = row.map((cell, i) => `<td${sides[i] || renderLongClass(cell)}>${escapeHtml(cell)}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  const title = caption
    ? `<caption><span class="number">${escapeHtml(caption.number)}</span>${caption.gap}${escapeHtml(caption.text)}</caption>`
    : '';
  return (
    `<div class="scroll"${renderScrollable(label ?? caption?.text ?? '')}><table class="rows cells">${title}` +
    `<thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
  );
}
