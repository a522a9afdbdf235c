import type { Problem } from '../base/problem.ts';
import { problem } from '../problems/problem.ts';
import { decode, isEncoding } from './decode.ts';
import { recognise } from './encoding.ts';

/** A file's bytes as text: in the encoding that tables.yaml names, else in the one they are recognised by. */
export function readText(
  file: string,
  bytes: Uint8Array,
  told: string | undefined,
): { text: string; encoding: string } | { problem: Problem } {
  const encoding = told ?? encodingOf(file, bytes);
  if (typeof encoding !== 'string') return { problem: encoding };
  if (!isEncoding(encoding)) return { problem: problem('not-utf8', { file }, { encoding }) };
  const decoded = decode(file, bytes, encoding);
  if ('place' in decoded) return { problem: problem('not-utf8', decoded.place, { encoding }) };
  return { text: decoded.text, encoding };
}

/** UTF-8 when nothing reads well: the problem then shows where the text breaks. `whole`: the file ends with the bytes. */
export function encodingOf(file: string, bytes: Uint8Array, whole = true): string | Problem {
  const found = recognise(bytes, whole);
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
  return problem('unclear-encoding', place, {
    first,
    second,
    firstText: firstText!,
    secondText: secondText!,
  });
}
