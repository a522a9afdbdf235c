import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { memoize } from './memoize.ts';
import type { Place } from './place.ts';
import type { SourceText } from './source-text.ts';

/**
 * `syntax`: it is no YAML · `self`: a part contains itself, so that it never ends · `aliases`: parts repeat one another
 * beyond measure · `depth`: parts within parts beyond measure.
 */
export type YamlFault = 'syntax' | 'self' | 'aliases' | 'depth';

/** One thing that keeps a text from being read, by the library's name for it. */
export interface YamlError {
  place: Place;
  offset: number;
  kind: YamlFault;
  code: ErrorCode;
}

/** A name that stands twice in one map. */
export interface RepeatedKey {
  name: string;
  place: Place;
  /** Line of the first. */
  first: number;
  /** Both say the same. */
  same: boolean;
}

/** A YAML file as plain data that still knows where each part was written. */
export interface YamlText {
  /** Undefined when the text is not YAML. */
  data: unknown;
  /** What was parsed, and its line in the file. */
  source: SourceText;
  firstLine: number;
  /** Why the text is not read, in its order. */
  errors: YamlError[];
  /** Those of the errors that are names written again. */
  repeated: RepeatedKey[];
  /** Place of the value at `path` (`['phases', 0, 'from']`), or of its nearest ancestor that was written. */
  getPlace: (path: readonly PropertyKey[]) => Place;
  /** Place of the key itself. */
  getKeyPlace: (path: readonly PropertyKey[]) => Place;
}

/** Whether a number stays the text that was written. */
type KeepsText = (written: string) => boolean;

/**
 * Reads YAML 1.2 (core schema: no date objects, no `yes` for true) with positions.
 * `firstLine` is where the text begins in the file, for front matter.
 */
export function parseYaml(source: SourceText, firstLine = 1, keepsText?: KeepsText): YamlText {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: source.file, line: line + firstLine - 1, column: col };
  };
  const read = readDocument(source.text, lines, keepsText);
  const { document } = read;
  const errors = read.faults.map((fault) => ({ place: placeAt(fault.offset), ...fault }));
  const findOffsets = (path: readonly PropertyKey[]): { key: number; value: number } => {
    let node: Node | null = document?.contents ?? null;
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
    data: read.data,
    source,
    firstLine,
    errors,
    repeated: errors.some(({ code }) => code === 'DUPLICATE_KEY')
      ? findRepeatedKeys(document, source.text, placeAt)
      : [],
    getPlace: (path) => placeAt(findOffsets(path).value),
    getKeyPlace: (path) => placeAt(findOffsets(path).key),
  };
}

interface ReadDocument {
  document: Document.Parsed | undefined;
  data: unknown;
  faults: Omit<YamlError, 'place'>[];
}

/** Parts within parts that a file may have: more than anybody writes, and less than ends the program. */
const mostLevels = 60;
/** So many parts that begin in one line cost the library minutes. */
const longRun = /^[ \t]*(?:[-?][ \t]+){61}/m;

function readDocument(text: string, lineCounter: LineCounter, keepsText?: KeepsText): ReadDocument {
  const refuse = (kind: YamlFault, offset: number, document?: Document.Parsed): ReadDocument => ({
    document,
    data: undefined,
    faults: [{ offset, kind, code: 'IMPOSSIBLE' }],
  });
  const run = longRun.exec(text);
  if (run) {
    for (const { index } of text.matchAll(/^/gm)) lineCounter.addNewLine(index);
    return refuse('depth', run.index);
  }
  const document = parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: false });
  // A warning is a mark (`!x`) that the library leaves out: the value would not be what was written.
  const faults = [...document.errors, ...document.warnings].map(({ code, pos }) => ({
    offset: pos[0],
    code,
    kind: code === 'RESOURCE_EXHAUSTION' ? ('depth' as const) : ('syntax' as const),
  }));
  if (faults.length > 0) return { document, data: undefined, faults };
  const found = findFault(document.contents);
  if (found) return refuse(found.kind, found.offset, document);
  if (keepsText) keepTexts(document, keepsText);
  try {
    // Aliases are expanded by the library up to this limit, beyond which it throws.
    return { document, data: document.toJS({ maxAliasCount: 100 }), faults: [] };
  } catch {
    return refuse('aliases', 0, document);
  }
}

/** Ids of digits: `007`, and more digits than a number keeps. */
function keepTexts(document: Document.Parsed, keepsText: KeepsText): void {
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'number' && node.source && keepsText(node.source)) node.value = node.source;
    },
  });
}

interface FoundFault {
  kind: YamlFault;
  offset: number;
}

/** A part that stands within itself, or too deep. `above`: the parts that a node stands in; `anchors`: those passed so far. */
function findFault(
  node: unknown,
  above: readonly unknown[] = [],
  anchors = new Map<string, unknown>(),
): FoundFault | undefined {
  if (isAlias(node)) {
    if (!anchors.has(node.source)) return { kind: 'syntax', offset: getOffset(node) };
    return above.includes(anchors.get(node.source)) ? { kind: 'self', offset: getOffset(node) } : undefined;
  }
  if (isScalar(node) && node.anchor) anchors.set(node.anchor, node);
  if (!isMap(node) && !isSeq(node)) return undefined;
  if (above.length >= mostLevels) return { kind: 'depth', offset: getOffset(node) };
  if (node.anchor) anchors.set(node.anchor, node);
  const within = [...above, node];
  for (const item of node.items) {
    for (const part of isPair(item) ? [item.key, item.value] : [item]) {
      const found = findFault(part, within, anchors);
      if (found) return found;
    }
  }
  return undefined;
}

/** Every name written again in its map, and where it stands first. */
function findRepeatedKeys(
  document: Document.Parsed | undefined,
  text: string,
  placeAt: (offset: number) => Place,
): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  visit(document?.contents ?? null, {
    Map(_, { items }) {
      const firsts = new Map<string, Pair>();
      for (const pair of items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : undefined;
        const first = name === undefined ? undefined : firsts.get(name);
        if (name === undefined) continue;
        firsts.set(name, first ?? pair);
        if (!first) continue;
        const same = cutText(text, first.value) === cutText(text, pair.value);
        const [one, other] = [first, pair].map(({ key }) => placeAt(getOffset(key)));
        found.push({ name, place: other!, first: one!.line ?? 1, same });
      }
    },
  });
  return found;
}

/** What a part says, however it is laid out. */
function cutText(text: string, node: unknown): string {
  return isNode(node) && node.range
    ? text.slice(node.range[0], node.range[1]).replace(/\s+/g, ' ').trim()
    : '';
}

const getOffset = (node: unknown): number => (isNode(node) && node.range ? node.range[0] : 0);

/** By name; of a name that is written twice the first. A file may hold a thousand, each of which is asked where it is. */
const mapPairs = memoize(({ items }: YAMLMap): Map<string, Pair> => {
  const pairs = new Map<string, Pair>();
  for (const item of items) {
    if (!isPair(item) || !isScalar(item.key)) continue;
    const name = String(item.key.value);
    if (!pairs.has(name)) pairs.set(name, item);
  }
  return pairs;
});

function findChild(node: unknown, step: PropertyKey): { key: unknown; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = mapPairs(node).get(String(step));
    return pair ? { key: pair.key, value: pair.value } : undefined;
  }
  if (isSeq(node) && typeof step !== 'symbol' && Number(step) < node.items.length) {
    const item = node.items[Number(step)];
    return { key: item, value: item };
  }
  return undefined;
}
