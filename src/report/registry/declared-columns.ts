/** Columns that `codes` and `scales` of course.yaml name: one that no table has, and is written nearly as another, is a slip. */
import { findNearestName } from '../../base/nearest-name.ts';
import type { Problem } from '../../base/problem.ts';
import type { SourceText } from '../../base/source-text.ts';
import { parseYaml } from '../../base/yaml-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { CourseFile } from '../../schema/course-file.ts';
import { knownTables } from '../../schema/tables/known-tables.ts';
import type { Book } from '../book.ts';

/**
 * Held against the columns of all reports and of the known tables, under every name of theirs. What is like none of them
 * may be of a table that comes later. `undefined` among the books: a report that could not be built, whose columns are
 * not known; then nothing is told.
 */
export function checkDeclaredColumns(
  { codes, scales }: Pick<CourseFile, 'codes' | 'scales'>,
  books: readonly (Pick<Book, 'datasets'> | undefined)[],
  source: SourceText | undefined,
): Problem[] {
  const written = [...listNames('codes', codes), ...listNames('scales', scales)];
  if (written.length === 0 || source === undefined || books.includes(undefined)) return [];
  const known = listKnownColumns(books);
  // Of two characters, as 校区 and 地区, one that differs makes another word.
  const odd = written.filter(({ name }) => !known.has(name) && name.length > 2);
  if (odd.length === 0) return [];
  const yaml = parseYaml(source);
  return odd.flatMap(({ key, name }) => {
    const near = findNearestName(name, [...known]);
    if (near === undefined) return [];
    return [createProblem('unknown-display-column', yaml.getKeyPlace([key, name]), { key, name, near })];
  });
}

const listNames = <Key extends string>(key: Key, given: object): { key: Key; name: string }[] =>
  Object.keys(given).map((name) => ({ key, name }));

function listKnownColumns(books: readonly (Pick<Book, 'datasets'> | undefined)[]): Set<string> {
  const names = new Set<string>();
  for (const { columns } of Object.values(knownTables)) {
    for (const [name, { label, aliases }] of Object.entries(columns)) {
      for (const one of [name, label.zh, label.en, ...aliases]) names.add(one);
    }
  }
  for (const { columns } of books.flatMap((book) => book?.datasets ?? [])) {
    for (const { name, header, label } of columns) for (const one of [name, header, label]) names.add(one);
  }
  return names;
}
