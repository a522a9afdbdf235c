import { parse } from 'csv-parse/sync';
import type { Problem } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { getRows, readFiles } from '../read-files.sample.ts';

/** A stream of whole numbers below `n` that is the same in every run (Park and Miller's generator). */
export function createDice(seed: number): (n: number) => number {
  let state = seed % 2147483647 || 1;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}

type Next = ReturnType<typeof createDice>;

const twelve = Array.from({ length: 12 }, (_, i) => i);

/** Valid files, the names first: one of texts alone, one of several types, one that is known by its names. */
const valid: readonly (readonly (readonly string[])[])[] = [
  [['甲', '乙', '丙', '丁'], ...twelve.map((i) => [`用户${i}`, '上海', `第${i}行，备注`, `${i}x${i}`])],
  [
    ['名称', '次数', '比率', '开始', '有效'],
    ...twelve.map((i) => [
      `门店${i}`,
      String(i * 37),
      `${i}.25`,
      `2026-03-${i + 10}`,
      i % 3 ? 'true' : 'false',
    ]),
  ],
  [
    ['日期', '渠道', '推广计划', '展示', '点击', '消费'],
    ...twelve.map((i) => [`2026-03-${i + 10}`, 'SEM', '品牌词', String(1000 + i), String(i), `${i}.5`]),
  ],
];

function encodeRows(rows: readonly (readonly string[])[]): Buffer {
  const quoted = (cell: string) => (/[，,"\n]/.test(cell) ? `"${cell}"` : cell);
  return Buffer.from(rows.map((row) => `${row.map(quoted).join(',')}\n`).join(''));
}

/**
 * Bytes with one thing wrong at a place: a byte flipped, a cut, a piece of at most `longest` doubled or dropped, or
 * `instead` put between what is before the piece and what is to follow.
 */
export function damageBytes(
  bytes: Buffer,
  next: Next,
  longest: number,
  instead: (piece: Buffer) => Buffer,
): Buffer {
  // The first number of a stream of small seeds is small.
  next(2);
  const at = next(bytes.length);
  const to = Math.min(bytes.length, at + 1 + next(longest));
  const [head, piece, tail] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (next(5)) {
    case 0: {
      const copy = Buffer.from(bytes);
      copy[at] = copy[at]! ^ (1 << next(8));
      return copy;
    }
    case 1:
      return Buffer.from(head);
    case 2:
      return Buffer.concat([head, tail]);
    case 3:
      return Buffer.concat([head, piece, piece, tail]);
    default:
      return Buffer.concat([head, instead(piece), tail]);
  }
}

/** Two columns change places: in the whole file, in the names alone, or in one row. */
function swapColumns(rows: readonly (readonly string[])[], next: Next): string[][] {
  const width = rows[0]!.length;
  const one = next(width);
  const other = (one + 1 + next(width - 1)) % width;
  const kind = next(3);
  const row = 1 + next(rows.length - 1);
  return rows.map((cells, at) => {
    const copy = [...cells];
    if (kind === 0 || at === (kind === 1 ? 0 : row)) [copy[one], copy[other]] = [copy[other]!, copy[one]!];
    return copy;
  });
}

const missingWord = '暂无';

/** What is written for a value of another type, and what it says where it is not what JavaScript reads. */
const others = new Map<string, Cell>([
  ['12', 12],
  ['-3.5', -3.5],
  ['1.2万', 12_000],
  ['12.5%', 0.125],
  ['１２', 12],
  ['2026-03-02', '2026-03-02'],
  ['2026/3/2', '2026-03-02'],
  ['2026-02-30', '2026-02-30'],
  ['TRUE', true],
  [missingWord, missingWord],
  ['—', null],
  ['', null],
]);

/** A cell of another type, or all cells of a column. */
function retypeCells(rows: readonly (readonly string[])[], next: Next): string[][] {
  const [column, row, all] = [next(rows[0]!.length), 1 + next(rows.length - 1), next(4) === 0];
  const texts = [...others.keys(), '007', '1e3'];
  const text = texts[next(texts.length)]!;
  return rows.map((cells, at) =>
    at === row || (all && at > 0) ? cells.map((cell, index) => (index === column ? text : cell)) : [...cells],
  );
}

/** A valid file with one thing wrong: bytes, columns that changed places, or cells of another type. */
export function createMutation(seed: number): Buffer {
  const next = createDice(seed + 1);
  next(2);
  const rows = valid[next(valid.length)]!;
  const kind = next(4);
  if (kind === 2) return encodeRows(swapColumns(rows, next));
  if (kind === 3) return encodeRows(retypeCells(rows, next));
  return damageBytes(encodeRows(rows), next, 30, (piece) =>
    Buffer.concat([Buffer.from(['"', ',', '\n', '\r\n'][next(4)]!), piece]),
  );
}

/** Why a mutation was not read as it should be; undefined when it was, or was refused with a place. */
export async function findMisreading(seed: number): Promise<string | undefined> {
  const bytes = createMutation(seed);
  const { tables, told, problems } = await readFiles({ 'a.csv': bytes });
  if (problems.some(({ severity }) => severity === 'error')) {
    return problems.every(({ place }) => place.file === 'data/r/a.csv') ? undefined : told.join();
  }
  let expected: string[][];
  try {
    expected = parse(bytes, {
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: false,
      skip_empty_lines: true,
    });
  } catch (error) {
    return `taken, but csv-parse says ${String(error)}`;
  }
  const read = getRows(tables[0]) ?? [];
  const leftOut = countLeftOutRows(problems);
  const ends = expected.findLastIndex((row) => row.some((cell) => cell.trim() !== '')) + 1;
  const isCounted = 1 + read.length + leftOut === (leftOut === 0 ? ends : expected.length);
  // A word for nothing is an empty cell where that is told.
  const words = told.some((one) => one.endsWith(' missing-words')) ? [missingWord] : [];
  const texts = expected.map((row) => row.map((cell) => (words.includes(cell) ? '' : cell)));
  const same = isCounted && (leftOut > 0 || read.every((row, at) => isSameRow(row, texts[at + 1]!)));
  return same ? undefined : `${JSON.stringify(read)} is not ${JSON.stringify(expected)}, ${told.join()}`;
}

/** Rows that the problems name as left out. */
export function countLeftOutRows(problems: readonly Problem[]): number {
  return problems
    .filter(({ id }) => id === 'left-out-rows' || id === 'empty-rows')
    .reduce((sum, { what }) => sum + Number(/有 (\d+) 行/.exec(what.zh)?.[1]), 0);
}

function isSameRow(row: readonly Cell[], texts: readonly string[]): boolean {
  return row.length === texts.length && row.every((cell, at) => isSameValue(cell, texts[at]!));
}

/** Whether a cell holds what a text says, by JavaScript and by the table above. */
function isSameValue(cell: Cell, text: string): boolean {
  // Blanks around a cell are no part of it.
  if (cell === text.trim()) return true;
  if (cell === null || text.trim() === '')
    return cell === null && (text.trim() === '' || others.get(text) === null);
  const said = others.get(text);
  if (said !== undefined) return cell === said;
  if (typeof cell !== 'number') return String(cell) === text.toLowerCase();
  // One bit makes `3w` of `37`.
  return cell === (text.endsWith('w') ? Number(text.slice(0, -1)) * 10_000 : Number(text));
}
