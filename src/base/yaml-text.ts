import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Place } from './place.ts';
import type { SourceText } from './source-text.ts';

/** A YAML file as plain data that still knows where each part was written. */
export interface YamlText {
  /** Undefined when the text is not YAML. */
  data: unknown;
  /** Syntax errors, with the parser's message. */
  errors: { place: Place; message: string }[];
  /** Place of the value at `path` (`['phases', 0, 'from']`), or of its nearest ancestor that was written. */
  getPlace: (path: readonly PropertyKey[]) => Place;
  /** Place of the key itself. */
  getKeyPlace: (path: readonly PropertyKey[]) => Place;
}

/**
 * Reads YAML 1.2 (core schema: no date objects, no `yes` for true) with positions.
 * `firstLine` is where the text begins in the file, for front matter.
 */
export function parseYaml(source: SourceText, firstLine = 1): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: source.file, line: line + firstLine - 1, column: col };
  };
  const errors = document.errors.map((error) => ({ place: placeAt(error.pos[0]), message: error.message }));
  const getOffset = (node: unknown): number => (isNode(node) && node.range ? node.range[0] : 0);
  const findOffsets = (path: readonly PropertyKey[]): { key: number; value: number } => {
    let node: Node | null = document.contents;
    let found = { key: getOffset(node), value: getOffset(node) };
    for (const step of path) {
      const next: { key: unknown; value: unknown } | undefined = findChild(node, step);
      if (!next) break;
      found = {
        key: getOffset(next.key),
        value: isNode(next.value) ? getOffset(next.value) : getOffset(next.key),
      };
      node = isNode(next.value) ? next.value : null;
    }
    return found;
  };
  return {
    data: errors.length > 0 ? undefined : toData(document),
    errors,
    getPlace: (path) => placeAt(findOffsets(path).value),
    getKeyPlace: (path) => placeAt(findOffsets(path).key),
  };
}

/** Aliases are expanded by the library up to its limit, beyond which it throws: told as no data. */
function toData(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

function findChild(node: unknown, step: PropertyKey): { key: unknown; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
    );
    return pair ? { key: pair.key, value: pair.value } : undefined;
  }
  if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
    return { key: node.items[step], value: node.items[step] };
  }
  return undefined;
}
