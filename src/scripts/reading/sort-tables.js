import { chooseOrder, isEmptyCell } from './cell-order.js';

/** A table as it was written is what the script of figures reads; `order` keeps it. */
function sortRows(table, column, way, total) {
  const body = table.tBodies[0];
  table.order ??= [...body.rows];
  const textOf = (row) => row.cells[column].textContent.trim();
  const isLast = (row) => row === table.order.at(-1) && row.cells[0].textContent.trim() === total;
  const compare = chooseOrder(table.order.filter((row) => !isLast(row)).map(textOf));
  const rank = (row) => (isLast(row) ? 2 : Number(isEmptyCell(textOf(row))));
  const sort = (a, b) => rank(a) - rank(b) || (rank(a) === 0 ? way * compare(textOf(a), textOf(b)) : 0);
  body.append(...(way ? table.order.toSorted(sort) : table.order));
}

/** Heads of tables become buttons: up, down, and as it was. */
export function letSort({ total }) {
  const ways = { ascending: 1, descending: -1 };
  for (const table of document.querySelectorAll('table.rows')) {
    const heads = [...(table.tHead?.rows[0].cells ?? [])];
    if (table.tBodies[0].rows.length < 3 || table.querySelector('tbody [colspan], [rowspan]')) continue;
    let column = -1;
    for (const head of heads) {
      // A head over two columns is that of the second: a bar stands before its number.
      column += head.colSpan;
      const own = column;
      if (!head.textContent) continue;
      const button = document.createElement('button');
      button.className = 'sort';
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.onclick = () => {
        const next = { ascending: 'descending', descending: undefined }[head.ariaSort ?? ''];
        const to = head.ariaSort ? next : 'ascending';
        for (const one of heads) one.removeAttribute('aria-sort');
        if (to) head.setAttribute('aria-sort', to);
        sortRows(table, own, ways[to] ?? 0, total);
      };
    }
  }
}
