/** Where the values of a JSON text begin. */
import type { Place } from '../../base/place.ts';

/** Line and column of an offset, both from 1. */
export function createLineFinder(text: string): (offset: number) => { line: number; column: number } {
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

/** Words of JSON; strings whole. */
export const jsonToken = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

/** Places of the values of a valid text, down to `depth` keys; of what lies deeper, that of the value it lies in. */
export function createPlaceFinder(
  file: string,
  text: string,
  depth: number,
): (...path: (string | number)[]) => Place {
  const offsets = new Map<string, number>();
  const path: (string | number)[] = [];
  const lists: boolean[] = [];
  let before = '';
  for (const { 0: word, index } of text.matchAll(jsonToken)) {
    const inList = lists.at(-1) === true;
    if (word === '}' || word === ']') {
      lists.pop();
      path.pop();
    } else if (word === ',') {
      if (inList) path[path.length - 1] = Number(path.at(-1)) + 1;
    } else if (word !== ':') {
      if (lists.length > 0 && !inList && before !== ':') path[path.length - 1] = JSON.parse(word) as string;
      else if (path.length <= depth) offsets.set(JSON.stringify(path), index);
      if (word === '{' || word === '[') {
        lists.push(word === '[');
        path.push(word === '[' ? 0 : '');
      }
    }
    before = word;
  }
  const lines = createLineFinder(text);
  return (...wanted) => {
    for (let length = wanted.length; length >= 0; length--) {
      const offset = offsets.get(JSON.stringify(wanted.slice(0, length)));
      if (offset !== undefined) return { file, ...lines(offset) };
    }
    return { file };
  };
}
