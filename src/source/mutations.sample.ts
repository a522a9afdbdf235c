import { parse } from 'csv-parse/sync';
import { readFiles, rowsOf } from './files.sample.ts';

/** A stream of whole numbers below `n` that is the same in every run (Park and Miller's generator). */
export function dice(seed: number): (n: number) => number {
  let state = seed % 2147483647 || 1;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}

const line = (i: number) => `用户${i},上海,"第${i}行，备注",${i}x${i}\n`;
const valid = Buffer.from(`甲,乙,丙,丁\n${Array.from({ length: 12 }, (_, i) => line(i)).join('')}`);

/**
 * Bytes with one thing wrong at a place: a byte flipped, a cut, a piece of at most `longest` doubled or dropped, or
 * `instead` put between what is before the piece and what is to follow.
 */
export function damaged(
  bytes: Buffer,
  next: (n: number) => number,
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

/** The valid file with one thing wrong, such as a sign of CSV put in. */
export function mutated(seed: number): Buffer {
  const next = dice(seed + 1);
  return damaged(valid, next, 30, (piece) =>
    Buffer.concat([Buffer.from(['"', ',', '\n', '\r\n'][next(4)]!), piece]),
  );
}

/** Why a mutation was not read as it should be; undefined when it was, or was refused with a place. */
export async function misread(seed: number): Promise<string | undefined> {
  const bytes = mutated(seed);
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
  if (told.length > 0) return undefined;
  const rows = (rowsOf(tables[0]) ?? []).map((row) => row.map((cell) => String(cell ?? '')));
  const same = JSON.stringify(rows) === JSON.stringify(expected.slice(1).map((row) => row.map(blank)));
  return same ? undefined : `${JSON.stringify(rows)} is not ${JSON.stringify(expected)}`;
}

/** Cells of white space are empty. */
function blank(cell: string): string {
  return cell.trim() === '' ? '' : cell;
}
