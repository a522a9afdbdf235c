/** Where the values of a JSON text begin, and where a text stops being one. */
import type { Place } from '../../base/place.ts';
import type { JsonErrorReason } from '../../problems/texts/json-problems.ts';
import { createLineFinder } from '../line-finder.ts';

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

/** What may come next in a JSON text. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** Where a text stops being JSON, and why; its own end when every word of it is sound. */
export function findJsonFault(text: string): { offset: number; why: JsonErrorReason } {
  const open: { word: string; offset: number }[] = [];
  let [next, seen, comma]: [Expected, number, number] = ['value', 0, 0];
  for (const { 0: word, index } of text.matchAll(jsonToken)) {
    const between = text.slice(seen, index);
    // A quote that never closes is no word.
    if (between.trim() !== '') return { offset: seen + between.search(/\S/), why: 'quote' };
    seen = index + word.length;
    const step = advance(next, word, open.at(-1)?.word);
    if (step === 'extra-comma') return { offset: comma, why: step };
    if (isJsonFault(step)) return { offset: index, why: step };
    if (word === ',') comma = index;
    if (word === '{' || word === '[') open.push({ word, offset: index });
    if (word === '}' || word === ']') open.pop();
    next = step === 'comma-or-end' && open.length === 0 ? 'nothing' : step;
  }
  const rest = text.slice(seen);
  if (rest.trim() !== '') return { offset: seen + rest.search(/\S/), why: 'quote' };
  return { offset: open.at(-1)?.offset ?? text.length, why: 'unclosed' };
}

const faults: readonly (Expected | JsonErrorReason)[] = [
  'quote',
  'unclosed',
  'comma',
  'extra-comma',
  'colon-missing',
  'rest',
  'word',
];

function isJsonFault(step: Expected | JsonErrorReason): step is JsonErrorReason {
  return faults.includes(step);
}

function advance(next: Expected, word: string, around: string | undefined): Expected | JsonErrorReason {
  const closes = word === (around === '{' ? '}' : ']');
  switch (next) {
    case 'nothing':
      return 'rest';
    case 'colon':
      return word === ':' ? 'value' : 'colon-missing';
    case 'comma-or-end':
      if (closes) return 'comma-or-end';
      if (word === ',') return around === '{' ? 'key' : 'value';
      return word === ']' || word === '}' ? 'unclosed' : 'comma';
    case 'key':
    case 'key-or-end':
      if (closes) return next === 'key' ? 'extra-comma' : 'comma-or-end';
      return isScalar(word) && word.startsWith('"') ? 'colon' : 'word';
    case 'value':
    case 'value-or-end':
      if (word === '[') return 'value-or-end';
      if (word === '{') return 'key-or-end';
      if (closes && around === '[') return next === 'value' ? 'extra-comma' : 'comma-or-end';
      return isScalar(word) ? 'comma-or-end' : 'word';
  }
}

function isScalar(word: string): boolean {
  try {
    return typeof JSON.parse(word) !== 'object' || word === 'null';
  } catch {
    return false;
  }
}
