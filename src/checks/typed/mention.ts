import type { Clause } from './numerals/clause-cues.ts';

/**
 * How much of a name stands in a sentence, from 0 to about 1: pairs of its characters (words in English), those in the
 * clause before the number counted most, those behind it less, those elsewhere in the sentence least.
 */
export function measureMention(
  name: string,
  { own, before, next, earlier, sentence, topic }: Clause,
): number {
  const parts = getParts(name);
  if (parts.length === 0) return 0;
  let sum = 0;
  for (const part of parts) {
    if (hasPart(own, part)) sum += 1;
    else if (hasPart(before, part)) sum += 0.6;
    else if (hasPart(next.slice(0, 14), part)) sum += 0.7;
    else if (hasPart(earlier.slice(-40), part)) sum += 0.4;
    else if (hasPart(sentence, part)) sum += 0.2;
    else if (hasPart(topic, part)) sum += 0.15;
  }
  return sum / parts.length;
}

const partsOfNames = new Map<string, string[]>();

function getParts(name: string): string[] {
  const known = partsOfNames.get(name);
  if (known) return known;
  const han = (name.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  const words = (name.match(/[A-Za-z]{2,}|\d+/g) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => !/^(?:of|the|in|per|and|to|with|for|by)$/.test(word))
    .map((word) => (word.length > 4 ? word.replace(/(?:ed|s|ing)$/, '') : word));
  const parts = [...han, ...words];
  partsOfNames.set(name, parts);
  return parts;
}

function hasPart(text: string, part: string): boolean {
  return /^[a-z]/.test(part) ? text.toLowerCase().includes(part) : text.includes(part);
}
