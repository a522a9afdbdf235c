import type { Problem } from '../../base/problem.ts';
import { isKind, type Kind } from '../../charts/kinds/kinds.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Book, BookFigure } from '../../report/book.ts';
import { type Claim, parseClaims } from '../evidence/parsed-claims.ts';
import { normaliseDigits, parseNumbers } from '../evidence/parsed-numbers.ts';
import type { TextRule } from '../text-rule.ts';

/**
 * A caption that says 上升 over numbers that fell, or 高于 of the lower one. Judged are a line of one series, or of
 * the one series that the clause names, from its first to its last number; and things that the clause names as the
 * rows of one column of numbers, or as columns of which one lies above the other in every row. What else a
 * caption says is not judged, nor what a table's does: rows of a table have no order of their own.
 */
export const captionDirection: TextRule = {
  title: { zh: '题注说的方向与数据相符', en: 'A caption says what its data say' },
  why: {
    zh: '“上升”“高于”要由图中的数字来证明。',
    en: 'It is for the numbers to say what rose or is higher.',
  },
  find({ book }) {
    return book.figures.flatMap((figure) => checkFigure(figure, book));
  },
};

function checkFigure(figure: BookFigure, { language }: Book): Problem[] {
  const { caption, captionPlace } = figure;
  if (!captionPlace || !isKind(figure.kind)) return [];
  const claims = parseClaims(caption);
  if (claims.length === 0) return [];
  const captionData = toCaptionData(figure);
  return claims.flatMap((claim) => {
    const against = findContradiction(claim, captionData, figure.kind as Kind);
    if (!against) return [];
    const separator = language === 'zh' ? '，' : ', ';
    const truth = against.map(({ name, text }) => `${name} ${text}`).join(separator);
    return [createProblem('caption-direction', captionPlace, { word: claim.word, truth })];
  });
}

/** A cell with a number, by what names it. */
interface Cell {
  name: string;
  value: number;
  text: string;
}

interface Column {
  /** Of its head. */
  name: string;
  /** One a row; undefined where there is no number. */
  cells: (Cell | undefined)[];
}

interface CaptionData {
  rows: string[];
  columns: Column[];
}

function toCaptionData({ data: { columns, rows } }: BookFigure): CaptionData {
  const names = columns.findIndex(({ align }) => align === 'left');
  const label = (row: string[]) => row[names] ?? '';
  return {
    rows: rows.map(label),
    columns: columns.flatMap((column, at) =>
      column.align === 'right'
        ? [
            {
              name: column.label,
              cells: rows.map((row) => parseCell(label(row), row[at] ?? '', column.unit)),
            },
          ]
        : [],
    ),
  };
}

function parseCell(name: string, text: string, unit: string): Cell | undefined {
  const [number] = parseNumbers(text, [unit]);
  if (!number) return undefined;
  return { name, value: normaliseDigits(text).trim().startsWith('-') ? -number.value : number.value, text };
}

/** Kinds whose rows are moments, one after the other, and whose columns are what was measured at them. */
const overTime: ReadonlySet<Kind> = new Set<Kind>(['trend', 'anomaly', 'area']);

/** The numbers that say otherwise; undefined where none do, or where it is not clear what is meant. */
function findContradiction(claim: Claim, captionData: CaptionData, kind: Kind): Cell[] | undefined {
  const { says, before, after } = claim;
  if (says === 'above' || says === 'below') return findOrderContradiction(before, after, says, captionData);
  if (says === 'highest' || says === 'lowest') return findExtremeContradiction(claim, captionData);
  if (!overTime.has(kind) || captionData.rows.some((row) => `${before}${after}`.includes(row)))
    return undefined;
  const column =
    captionData.columns.length === 1 ? captionData.columns[0] : findOnlyNamed(captionData.columns, before);
  if (!column || !isAbout(column.name, before)) return undefined;
  const numbers = column.cells.filter((cell) => cell !== undefined);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (!first || !last || first === last) return undefined;
  const holds = {
    up: last.value > first.value,
    down: last.value < first.value,
    double: last.value >= 1.9 * first.value,
  }[says];
  return holds ? undefined : [first, last];
}

/** The clause has no subject of its own, or names the column or a part of its name. */
function isAbout(column: string, before: string): boolean {
  const bare = column.replace(/[（(].*$/, '');
  const subject = before.replace(/[的\s]/g, '');
  return subject === '' || column.replaceAll(' ', '').includes(subject) || before.includes(bare);
}

function findOnlyNamed<T extends { name: string }>(things: readonly T[], text: string): T | undefined {
  const found = things.filter(({ name }) => name !== '' && text.includes(name));
  return found.length === 1 ? found[0] : undefined;
}

/** One thing before the word and one after it, both rows or both columns. */
function findOrderContradiction(
  before: string,
  after: string,
  says: 'above' | 'below',
  captionData: CaptionData,
): Cell[] | undefined {
  const contradicts = (a: number, b: number) => (says === 'above' ? a <= b : a >= b);
  const [column, ...more] = captionData.columns;
  if (column && more.length === 0) {
    const cells = column.cells.filter((cell) => cell !== undefined);
    const [a, b] = [findSoleSubject(cells, before, column.name), findSoleSubject(cells, after, column.name)];
    return a && b && a !== b && contradicts(a.value, b.value) ? [a, b] : undefined;
  }
  const [a, b] = [
    findSoleSubject(captionData.columns, before, ''),
    findSoleSubject(captionData.columns, after, ''),
  ];
  if (!a || !b || a === b) return undefined;
  const pairs = a.cells.flatMap((cell, i) => {
    const other = b.cells[i];
    return cell && other ? [[cell, other] as const] : [];
  });
  const [pair] = pairs;
  if (!pair || !pairs.every(([one, other]) => contradicts(one.value, other.value))) return undefined;
  return [
    { ...pair[0], name: `${a.name} (${pair[0].name})` },
    { ...pair[1], name: `${b.name} (${pair[1].name})` },
  ];
}

function findExtremeContradiction(
  { says, before, after }: Extract<Claim, { before: string }>,
  { columns }: CaptionData,
): Cell[] | undefined {
  const [column, ...more] = columns;
  if (!column || more.length > 0) return undefined;
  const cells = column.cells.filter((cell) => cell !== undefined);
  const [, behind] = /^(?:的是|的为)(.*)$/.exec(after) ?? [];
  // 搜索广告最高, 最高的是搜索广告: anything else after the word may be about another number.
  if (behind === undefined && after.trim() !== '') return undefined;
  const named = findSoleSubject(cells, behind ?? before, column.name);
  const sign = says === 'highest' ? 1 : -1;
  const best = cells.toSorted((a, b) => sign * (b.value - a.value))[0];
  return named && best && sign * (best.value - named.value) > 0 ? [named, best] : undefined;
}

/** The only thing of `things` that a text names, when nothing stands beside it but what the column is called. */
function findSoleSubject<T extends { name: string }>(
  things: readonly T[],
  text: string,
  column: string,
): T | undefined {
  const found = things.filter(({ name }) => name !== '' && text.includes(name));
  // 搜索 is part of 搜索广告: the longest is meant.
  const longest = found.toSorted((a, b) => b.name.length - a.name.length)[0];
  if (!longest || found.some(({ name }) => !longest.name.includes(name))) return undefined;
  const rest = text.replace(longest.name, '').replace(/[的\s]|^the /gi, '');
  return rest === '' || column.replaceAll(' ', '').includes(rest) ? longest : undefined;
}
