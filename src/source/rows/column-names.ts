import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { TableSchema } from '../../schema/tables/table-schema.ts';
import type { Header } from '../cells/column-headers.ts';

/**
 * Names that SQL tells apart: a name that is there before, in any case, gets that of the column it belongs to put before
 * it (`成交 环比`), or a number. Two columns of a known table that mean the same stay a problem of their own.
 */
export function renameRepeated(
  headers: readonly Header[],
  names: readonly string[],
  schema: TableSchema | undefined,
): { names: string[]; problems: Problem[] } {
  const taken = new Map<string, number>();
  const all = new Set(names.map((name) => name.toLowerCase()));
  const problems: Problem[] = [];
  const unique = names.map((name, column) => {
    const first = taken.get(name.toLowerCase());
    if (name === '' || (schema && name in schema.columns)) return name;
    if (first === undefined) {
      taken.set(name.toLowerCase(), column);
      return name;
    }
    const own = findFreeName(names, column, first, all);
    all.add(own.toLowerCase());
    const { text, place } = headers[column]!;
    const other = headers[first]!.text.trim();
    problems.push(createProblem('renamed-column', place, { header: text.trim(), other, name: own }));
    return own;
  });
  return { names: unique, problems };
}

function findFreeName(
  names: readonly string[],
  column: number,
  first: number,
  all: ReadonlySet<string>,
): string {
  const name = names[column]!;
  const owner = name === names[first] ? findOwner(names, column) : undefined;
  if (owner !== undefined && owner !== findOwner(names, first) && !all.has(`${owner} ${name}`.toLowerCase()))
    return `${owner} ${name}`;
  let number = 2;
  while (all.has(`${name} ${number}`.toLowerCase())) number++;
  return `${name} ${number}`;
}

/** The next column to the left that is called like no other: `成交` of `访客,环比,同比,成交,环比,同比`. */
function findOwner(names: readonly string[], column: number): string | undefined {
  const count = (name: string) => names.filter((one) => one.toLowerCase() === name.toLowerCase()).length;
  const before = names.slice(0, column).reverse();
  return before.find((name) => name !== '' && count(name) === 1);
}
