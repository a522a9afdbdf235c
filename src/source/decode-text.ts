import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { createProblem } from '../problems/catalog.ts';
import { detectEncoding } from './detect-encoding.ts';

/** A file's bytes as text: in the encoding that tables.yaml names, else in the one they are recognised by. */
export function decodeFile(
  file: string,
  bytes: Uint8Array,
  declaredEncoding: string | undefined,
): { text: string; encoding: string } | { problem: Problem } {
  const encoding = declaredEncoding ?? resolveEncoding(file, bytes);
  if (typeof encoding !== 'string') return { problem: encoding };
  if (!isEncoding(encoding)) return { problem: createProblem('not-utf8', { file }, { encoding }) };
  const decoded = decodeText(file, bytes, encoding);
  if ('place' in decoded) return { problem: createProblem('not-utf8', decoded.place, { encoding }) };
  return { text: decoded.text, encoding };
}

/** UTF-8 when nothing reads well: the problem then shows where the text breaks. `whole`: the file ends with the bytes. */
export function resolveEncoding(file: string, bytes: Uint8Array, whole = true): string | Problem {
  const found = detectEncoding(bytes, whole);
  if (found.kind === 'known') return found.encoding;
  if (found.kind === 'none') return 'utf-8';
  const [first = 'utf-8', second = 'gb18030'] = found.encodings;
  const [one, other] = [first, second].map((encoding) => new TextDecoder(encoding).decode(bytes));
  const at = [...one!].findIndex((sign) => sign > '\x7f');
  const before = [...one!]
    .slice(0, at)
    .join('')
    .split(/\r\n|\n|\r/);
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const [firstText, secondText] = [one, other].map((text) => /[\u0080-\uffff]+/.exec(text ?? '')?.[0] ?? '');
  return createProblem('unclear-encoding', place, {
    first,
    second,
    firstText: firstText!,
    secondText: secondText!,
  });
}

/** Bytes as text without byte order mark, or the place where they stop making sense. */
function decodeText(file: string, bytes: Uint8Array, encoding: string): { text: string } | { place: Place } {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    const finder = new BrokenCharacterFinder(encoding);
    finder.read(bytes);
    return { place: { file, line: finder.line, column: finder.column } };
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

/** Finds the first character of bytes that is none in their encoding; the bytes may come block by block. */
export class BrokenCharacterFinder {
  /** Where it is, or where the bytes seen so far end; both from 1. */
  line = 1;
  column = 1;
  readonly #decoder: TextDecoder;

  constructor(encoding: string) {
    this.#decoder = new TextDecoder(encoding);
  }

  /** Whether it is in these bytes; then no more may follow. */
  read(bytes: Uint8Array): boolean {
    const text = this.#decoder.decode(bytes, { stream: true });
    const at = text.indexOf('\uFFFD');
    const lines = (at < 0 ? text : text.slice(0, at)).split('\n');
    this.line += lines.length - 1;
    this.column = (lines.length > 1 ? 1 : this.column) + lines.at(-1)!.length;
    return at >= 0;
  }
}
