/** What makes a text unreadable whatever is in it: its encoding, marks that a merge left, commas of another keyboard. */
import type { Problem } from '../base/problem.ts';
import { createProblem } from '../problems/catalog.ts';
import { detectEncoding } from './detect-encoding.ts';

/** How people call the encodings that their editors write. */
const encodingNames: Record<string, string> = {
  'utf-8': '',
  gb18030: 'GBK（GB18030）',
  big5: 'Big5',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

/** A text that an author wrote, without byte order mark; what is not UTF-8 would read as other signs. */
export function decodeAuthorText(file: string, bytes: Uint8Array): { text: string } | { problem: Problem } {
  const text = decodeUtf8(bytes);
  const found = text === undefined || bytes.includes(0) ? detectEncoding(bytes) : undefined;
  const isSure = found?.kind === 'known' || found?.kind === 'likely';
  const encoding = isSure ? (encodingNames[found.encoding] ?? '') : '';
  if (text !== undefined && encoding === '') {
    const conflict = findMergeConflict(file, text);
    return conflict ? { problem: conflict } : { text };
  }
  // In another encoding every character is wrong, and the first says nothing.
  const place = encoding === '' ? { file, ...findBrokenCharacter(bytes) } : { file };
  return { problem: createProblem('text-encoding', place, { encoding }) };
}

function findBrokenCharacter(bytes: Uint8Array): { line: number; column: number } {
  const [sound = ''] = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1);
  const lines = sound.split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Marks that Git leaves between two edits of the same lines. */
export function findMergeConflict(file: string, text: string): Problem | undefined {
  if (!/^<{7}|^>{7}/m.test(text)) return undefined;
  const lines = text.split(/\r\n|\n|\r/);
  const at = lines.findIndex((line) => conflictStart.test(line));
  const end = lines.findIndex((line, index) => index > at && conflictEnd.test(line));
  const middle = lines.findIndex((line, index) => index > at && /^={7}$/.test(line));
  if (at < 0 && middle < 0) return undefined;
  const first = at >= 0 ? at : middle;
  const isBoth = at >= 0 ? middle > at || end > at : end > middle;
  // A code block may show what a conflict looks like.
  const isCode = lines.slice(0, first).filter((line) => /^\s*(```|~~~)/.test(line)).length % 2 === 1;
  if (!isBoth || isCode) return undefined;
  return createProblem(
    'merge-conflict',
    { file, line: first + 1, column: 1 },
    { written: lines[first]!.slice(0, 40), end: end + 1 },
  );
}

const conflictStart = /^<{7}(?: |$)/;
const conflictEnd = /^>{7}(?: |$)/;

/** Whether a row is nothing but such a mark. */
export function isConflictMark(row: readonly string[]): boolean {
  return row.length === 1 && /^(?:<{7} .*|={7}|>{7} .*)$/.test(row[0]!);
}

/** Names parted by `，` above rows parted by `,`. */
export function findWideCommas(file: string, text: string): Problem | undefined {
  const lines = text
    .slice(0, 100_000)
    .split(/\r\n|\n|\r/)
    .slice(0, 30);
  const at = lines.findIndex((line, index) => {
    const below = lines[index + 1];
    if (!line.includes('，') || below === undefined) return false;
    const [all, own, rows] = [/[,，]/g, /,/g, /,/g].map((sign, part) =>
      countSigns(part < 2 ? line : below, sign),
    );
    return rows! > own! && all === rows;
  });
  if (at < 0) return undefined;
  const written = lines[at]!;
  const place = { file, line: at + 1, column: written.indexOf('，') + 1 };
  return createProblem('wide-comma-header', place, { written, cure: written.replaceAll('，', ',') });
}

const countSigns = (line: string, sign: RegExp) =>
  [...line.replace(/"(?:[^"]|"")*"/g, '').matchAll(sign)].length;
