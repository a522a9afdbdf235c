import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { CsvScan } from '../../base/source-table.ts';
import { slackBytes } from './plain-cells.ts';
import { RowScanner } from './row-scanner.ts';
import type { PlainColumnForm } from './scanned-columns.ts';

const fourMegabytes = 1 << 22;

/**
 * Goes over the bytes of a UTF-8 file while the engine reads it: their SHA-256, and whether the engine is sure to read
 * them as we do. It is where every line has as many cells as `forms`, quotes stand around whole cells only, no row is a
 * total, no cell that must be filled is empty, and every cell of a column that is not text is written in the plainest way. `blockBytes` are in memory at a time;
 * a row as long as this is none.
 */
export async function scanCsv(
  absolute: string,
  separator: string,
  forms: readonly PlainColumnForm[],
  blockBytes: number = fourMegabytes,
): Promise<CsvScan> {
  const hash = createHash('sha256');
  const scan = new RowScanner(separator.charCodeAt(0), forms);
  const block = Buffer.alloc(blockBytes + slackBytes);
  const handle = await open(absolute);
  try {
    let [held, first] = [0, true];
    for (;;) {
      const { bytesRead } = await handle.read(block, held, blockBytes - held);
      if (bytesRead === 0) break;
      hash.update(block.subarray(held, held + bytesRead));
      if (!scan.isPlain) continue;
      const bytes = block.subarray(first ? getMarkLength(block) : 0, held + bytesRead);
      first = false;
      const rest = bytes.subarray(scan.scanRows(bytes));
      held = rest.copy(block);
      if (held === blockBytes) [scan.isPlain, held] = [false, 0];
    }
    if (scan.isPlain) scan.scanLastRow(block.subarray(0, held));
    // A note or a total without a name, which are such as the last row only.
    if (scan.lines === scan.lastSparse) scan.isPlain = false;
  } finally {
    await handle.close();
  }
  const sha256 = hash.digest('hex');
  if (!scan.isPlain) return { sha256, rows: undefined, isLoose: false, likeNumbers: [] };
  const rows = scan.lines - 1;
  return { sha256, rows, isLoose: scan.isLoose, likeNumbers: scan.listLikeNumbers(rows) };
}

/** Bytes of the mark that some programs put before a text. */
function getMarkLength(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
