import * as xlsx from '@e965/xlsx';
import type { Cell } from '../../base/source-table.ts';
import { createDice, damageBytes } from '../csv/csv-mutations.sample.ts';
import { getRows, readFiles } from '../read-files.sample.ts';

const names = ['渠道', '日期', '展示', '花费', '备注'];

/** Rows as they must be read: texts, a day, whole and broken numbers, a note with a sign of XML. */
function createRows(next: (n: number) => number): Cell[][] {
  return Array.from({ length: 3 + next(10) }, (_, at) => [
    ['SEM', '公众号', '短视频'][next(3)]!,
    `2026-03-${String(1 + next(28)).padStart(2, '0')}`,
    next(100_000),
    next(10_000) / 100 + 0.5,
    `第${at}行 <&> “${next(9)}”`,
  ]);
}

const firstDay = Date.UTC(1899, 11, 30);

/** A workbook whose cells are those of the rows: days as serial numbers, everything else as it is. */
function buildWorkbook(header: readonly string[], rows: readonly Cell[][], packed: boolean): Buffer {
  const cells = rows.map((row) =>
    row.map((cell) =>
      typeof cell === 'string' && /^2026-/.test(cell)
        ? { t: 'n' as const, v: (Date.parse(cell) - firstDay) / 86_400_000, z: 'yyyy-mm-dd' }
        : cell,
    ),
  );
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([[...header], ...cells]), '推广');
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: packed }) as Buffer;
}

/** Columns in another order, or a number where a word stood: still a valid file, and what it holds is known. */
function changeWorkbook(header: string[], rows: Cell[][], next: (n: number) => number): void {
  const [one, other] = [next(header.length), next(header.length)];
  if (next(2) === 0) {
    for (const row of [header, ...rows] as Cell[][]) [row[one], row[other]] = [row[other]!, row[one]!];
    return;
  }
  const row = rows[next(rows.length)]!;
  const at = header.indexOf('备注');
  row[at] = ['x', '12', '2026', 'TRUE'][next(4)]!;
}

/**
 * Why a workbook was not read as it should be; undefined when it was, or was refused with its place. The bytes of every
 * part are guarded by a sum: a damaged file that is taken all the same must hold what the sound one held.
 */
export async function findWorkbookMisreading(seed: number): Promise<string | undefined> {
  const next = createDice(seed + 7);
  next(2);
  const [header, rows] = [[...names], createRows(next)];
  const isValid = next(4) === 0;
  if (isValid) changeWorkbook(header, rows, next);
  const sound = buildWorkbook(header, rows, next(2) === 0);
  const { tables, told, problems } = await readFiles({
    'a.xlsx': isValid ? sound : damageBytes(sound, next, 40, (piece) => Buffer.alloc(piece.length)),
  });
  if (problems.some(({ severity }) => severity === 'error')) {
    if (isValid) return `refused: ${told.join()}`;
    return problems.every(({ place }) => place.file === 'data/r/a.xlsx') ? undefined : told.join();
  }
  const read = { header: tables[0]?.columns.map((column) => column.header), rows: getRows(tables[0]) };
  const same = JSON.stringify(read) === JSON.stringify({ header, rows });
  return same ? undefined : `${JSON.stringify(read)} is not ${JSON.stringify({ header, rows })}`;
}
