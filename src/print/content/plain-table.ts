import { allowBreaks, longTable, renderGrid } from '../layout/table-grid.ts';
import { normaliseSpaces } from '../normalise-spaces.ts';
import type { PrintContext } from '../print-context.ts';
import { type Code, quoteString, renderCall, renderNamed } from '../typst-code.ts';

export const renderCell = (context: PrintContext, value: string): Code =>
  context.quoteText(allowBreaks(normaliseSpaces(value)));

/** A table of an appendix: without number or caption. */
export function renderPlainTable(
  context: PrintContext,
  heads: string[],
  rows: string[][],
  align: ('left' | 'right')[],
): Code {
  const { code, turned } = renderGrid({
    measured: heads.map((head, i) => [head, ...rows.map((row) => row[i]!)]),
    align,
    largest: 9,
    head: heads.map((head) => quoteString(head)),
    rows: rows.map((row) => row.map((value) => renderCell(context, value))),
  });
  return renderCall(
    turned ? 'sideways' : 'plain-table',
    code,
    renderNamed('long', rows.length >= longTable.plain),
  );
}
