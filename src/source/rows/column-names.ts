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
  const owners = findOwners(names);
  const problems: Problem[] = [];
  const unique = names.map((name, column) => {
    const first = taken.get(name.toLowerCase());
    if (name === '' || (schema && name in schema.columns)) return name;
    if (first === undefined) {
      taken.set(name.toLowerCase(), column);
      return name;
    }
    const own = findFreeName({ names, column, first, all, owners });
    all.add(own.toLowerCase());
    const { text, place } = headers[column]!;
    const other = headers[first]!.text.trim();
    problems.push(createProblem('renamed-column', place, { header: text.trim(), other, name: own }));
    return own;
  });
  return { names: unique, problems };
}

function findFreeName({ names, column, first, all, owners }: RepeatedName): string {
  const name = names[column]!;
  const owner = name === names[first] ? owners[column] : undefined;
  if (owner !== undefined && owner !== owners[first] && !all.has(`${owner} ${name}`.toLowerCase()))
    return `${owner} ${name}`;
  let number = 2;
  while (all.has(`${name} ${number}`.toLowerCase())) number++;
  return `${name} ${number}`;
}

interface RepeatedName {
  names: readonly string[];
  column: number;
  /** The column that has the name already. */
  first: number;
  /** Names that are taken, in lower case. */
  all: ReadonlySet<string>;
  owners: readonly (string | undefined)[];
}

/** For each column the next to the left that is called like no other: `成交` of `访客,环比,同比,成交,环比,同比`. */
function findOwners(names: readonly string[]): (string | undefined)[] {
  const counts = new Map<string, number>();
  const lower = names.map((name) => name.toLowerCase());
  for (const name of lower) counts.set(name, (counts.get(name) ?? 0) + 1);
  let owner: string | undefined;
  return names.map((name, column) => {
    const before = owner;
    if (name !== '' && counts.get(lower[column]!) === 1) owner = name;
    return before;
  });
}
