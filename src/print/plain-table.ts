import { type Code, call, named, text } from './code.ts';
import type { Desk } from './desk.ts';
import { longTable, printGrid, softened } from './grid.ts';
import { evened } from './prose.ts';

export const cell = (desk: Desk, value: string): Code => desk.text(softened(evened(value)));

/** A table of an appendix: without number or caption. */
export function plainTable(desk: Desk, heads: string[], rows: string[][], align: ('left' | 'right')[]): Code {
  const { code, turned } = printGrid({
    measured: heads.map((head, i) => [head, ...rows.map((row) => row[i]!)]),
    align,
    largest: 9,
    head: heads.map((head) => text(head)),
    rows: rows.map((row) => row.map((value) => cell(desk, value))),
  });
  return call(turned ? 'sideways' : 'plain-table', code, named('long', rows.length >= longTable.plain));
}
