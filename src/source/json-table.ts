import type { Place } from '../base/place.ts';
import { problem } from '../problems/problem.ts';
import type { RawTable } from './raw-table.ts';
import { recordsTable, type WrittenRecord } from './records.ts';

/** A JSON file that holds a list of flat objects. */
export function jsonTable(file: string, text: string): RawTable {
  const placeAt = (offset: number) => placeOfOffset(file, text, offset);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = /position (\d+)/.exec(message)?.[1];
    const place = placeAt(offset === undefined ? text.length : Number(offset));
    return recordsTable(file, [], [problem('json-syntax', place, { message })]);
  }
  if (!isRecords(data)) return recordsTable(file, [], [problem('not-rows', { file }, {})]);
  const offsets = valueOffsets(text);
  const lines = lineEnds(text);
  const quick = (offset: number): Place => ({ file, ...lines(offset) });
  const records = data.map((fields, row): WrittenRecord => {
    const { at, keys } = offsets[row] ?? { at: 0, keys: new Map() };
    return { fields, place: () => quick(at), placeOf: (key) => quick(keys.get(key) ?? at) };
  });
  return recordsTable(file, records, []);
}

export function isRecords(data: unknown): data is Record<string, unknown>[] {
  return (
    Array.isArray(data) && data.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
  );
}

function placeOfOffset(file: string, text: string, offset: number): Place {
  return { file, ...lineEnds(text)(offset) };
}

function lineEnds(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

/** Where the objects of a valid list and their values begin. */
function valueOffsets(text: string): { at: number; keys: Map<string, number> }[] {
  const found: { at: number; keys: Map<string, number> }[] = [];
  let depth = 0;
  let key: string | undefined;
  let valueNext = false;
  for (const { 0: word, index } of text.matchAll(token)) {
    if (valueNext && key !== undefined && depth === 2) {
      found.at(-1)!.keys.set(key, index);
      valueNext = false;
    } else if (depth === 2 && word.startsWith('"')) key = JSON.parse(word) as string;
    if (word === '{' || word === '[') {
      if (depth === 1) found.push({ at: index, keys: new Map() });
      depth++;
    } else if (word === '}' || word === ']') depth--;
    else if (word === ':' && depth === 2) valueNext = true;
  }
  return found;
}
