import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import { findHeaderRow } from './header-row.ts';
import { looksLikeData, looksLikeNames } from './nameless-table.ts';
import { isEmptyCell, type Row } from './row-shape.ts';

/** What is said of the names of a table. */
export interface NameOptions {
  /** Row of the names, from 1; found when not declared. */
  headerRow?: number;
  /** Names in order, for a table that has none or other ones. */
  names?: readonly string[] | undefined;
  /** Not the first table of its file: notes above it are told with the others. */
  isFurther?: boolean;
}

/** Where the names of a table stand among its rows. */
export interface TableTop {
  /** The row of the names; of a table without names, its first row of data. */
  row: number;
  /** The first row of data. */
  data: number;
  /** Names that are not those of the file. */
  names: readonly string[] | undefined;
  /** Of the names; rows above them are the caller's to tell. */
  problems: Problem[];
}

type GetRowPlace = (row: number) => Place;

/**
 * Finds the names of a table, or gives it some. `declared`: its row, where tables.yaml says so, -1 when the file ends
 * above it. A row of names that others replace is told.
 */
export function findTableTop(
  rows: readonly Row[],
  declared: number | undefined,
  given: readonly string[] | undefined,
  getPlace: GetRowPlace,
): TableTop {
  const row = declared ?? findHeaderRow(rows);
  const first = rows[row];
  if (first === undefined) return { row, data: row + 1, names: undefined, problems: [] };
  const below = rows.slice(row + 1);
  if (given) {
    const counted = checkNameCount(given, first, getPlace(row));
    const names = [...first.keys()].map((column) => given[column] ?? `c${column + 1}`);
    const replaced = declared !== undefined || looksLikeNames(first, below) || isSameNames(first, given);
    const told = replaced && declared === undefined ? checkReplacedNames(first, given, getPlace(row)) : [];
    return { row, data: replaced ? row + 1 : row, names, problems: [...told, ...counted] };
  }
  if (declared !== undefined || !looksLikeData(first, below))
    return { row, data: row + 1, names: undefined, problems: [] };
  const names = [...first.keys()].map((column) => `c${column + 1}`);
  return { row, data: row, names, problems: [createNamesMissingProblem(first, getPlace(row))] };
}

function createNamesMissingProblem(row: Row, place: Place): Problem {
  const filled = row.filter((cell) => !isEmptyCell(cell)).map((cell) => String(cell).trim());
  const found = filled.slice(0, 4).join('、') + (filled.length > 4 ? '…' : '');
  const number = place.line ?? Number(/\d+$/.exec(place.cell ?? '')?.[0] ?? 1);
  return createProblem('names-missing', place, { found, columns: row.length, row: number });
}

function checkNameCount(given: readonly string[], first: Row, place: Place): Problem[] {
  if (given.length === first.length) return [];
  return [createProblem('names-count', place, { given: given.length, columns: first.length })];
}

function isSameNames(first: Row, given: readonly string[]): boolean {
  return first.every((cell, column) => String(cell ?? '').trim() === (given[column] ?? ''));
}

function checkReplacedNames(first: Row, given: readonly string[], place: Place): Problem[] {
  if (isSameNames(first, given)) return [];
  const kind = { zh: '原来的列名', en: 'the names that others replace' };
  return [createProblem('left-out-rows', place, { kind, count: 1 })];
}
