import type { Place } from '../base/place.ts';

/** Bytes as text without byte order mark, or the place where they stop making sense. */
export function decodeText(
  file: string,
  bytes: Uint8Array,
  encoding: string,
): { text: string } | { place: Place } {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { place: { file, ...findBrokenCharacter(bytes, encoding) } };
  }
}

/** Whether this machine's runtime knows the encoding; they come with Node and are the same everywhere. */
export function isEncoding(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}

/** Line and column (both from 1) of the first character that is none. */
function findBrokenCharacter(bytes: Uint8Array, encoding: string): { line: number; column: number } {
  const before = new TextDecoder(encoding).decode(bytes).split('\uFFFD')[0] ?? '';
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
