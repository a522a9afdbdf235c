import type { Cell } from '../../base/source-table.ts';

/** `K01;K02、K03` → its parts. */
export function splitList(cell: Cell | undefined): string[] {
  return String(cell ?? '')
    .split(/[;；,，、]/)
    .map((part) => part.trim())
    .filter(Boolean);
}
