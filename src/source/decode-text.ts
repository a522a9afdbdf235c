import type { Problem } from '../base/problem.ts';
import { createProblem } from '../problems/catalog.ts';
import { BrokenText, checkDeclaredEncoding, findFirstForeign, findFirstWord } from './broken-text.ts';
import { detectEncoding } from './detect-encoding.ts';

/** A file's bytes as text: in the encoding that tables.yaml names, else in the one they are recognised by. */
export function decodeFile(
  file: string,
  bytes: Uint8Array,
  declared: string | undefined,
): { text: string; encoding: string; problems: Problem[] } | { problem: Problem } {
  const resolved = resolveEncoding(file, bytes, declared);
  if ('problem' in resolved) return resolved;
  const { encoding } = resolved;
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), ...resolved };
  } catch {
    const broken = new BrokenText(file, encoding);
    broken.read(bytes);
    return { problem: broken.createProblem() };
  }
}

/** The encoding of a file by its first bytes; UTF-8 when nothing reads well: the problem then shows where the text breaks. */
export function resolveEncoding(
  file: string,
  bytes: Uint8Array,
  declared: string | undefined,
): { encoding: string; problems: Problem[] } | { problem: Problem } {
  if (declared !== undefined) {
    if (!isEncoding(declared)) return { problem: createUnknownProblem(file, declared) };
    return { encoding: declared, problems: checkDeclaredEncoding(file, bytes, declared) };
  }
  const found = detectEncoding(bytes);
  if (found.kind === 'none') return { encoding: 'utf-8', problems: [] };
  if ('encoding' in found) {
    const { encoding } = found;
    if (found.kind !== 'likely') return { encoding, problems: [] };
    const text = findFirstWord(bytes, encoding);
    return {
      problem: createProblem('likely-encoding', findFirstForeign(file, bytes, encoding), { encoding, text }),
    };
  }
  const [first = 'utf-8', second = 'gb18030'] = found.encodings;
  const params = {
    first,
    second,
    firstText: findFirstWord(bytes, first),
    secondText: findFirstWord(bytes, second),
  };
  return { problem: createProblem('unclear-encoding', findFirstForeign(file, bytes, first), params) };
}

/** Whether this machine's runtime knows the encoding; they come with Node and are the same everywhere. */
function isEncoding(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}

/** What other programs call encodings. */
const otherNames: readonly [pattern: RegExp, encoding: string][] = [
  [/^(?:cp|ms|windows)?[-_]?936$|^gb|^ansi|中文|简体/i, 'gb18030'],
  [/^(?:cp|ms|windows)?[-_]?950$|^big|繁|台/i, 'big5'],
  [/^utf[-_ ]?8|^unicode/i, 'utf-8'],
  [/^utf[-_ ]?16/i, 'utf-16le'],
];

function createUnknownProblem(file: string, encoding: string): Problem {
  const near = otherNames.find(([pattern]) => pattern.test(encoding.trim()))?.[1];
  return createProblem('unknown-encoding', { file }, { encoding, near });
}
