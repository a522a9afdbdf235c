import { computeEditDistance, findNearestName } from '../nearest-name.ts';
import { findSynonym } from './synonyms.ts';

/** What is told of a name that is not known: the one that was probably meant, and those that there are. */
export interface SuggestedNames {
  near: string | undefined;
  all: string;
}

/** A longer list is read by nobody. */
const mostNames = 5;

/** The near name, and the known names ready to print: all of a few, of many the nearest with their count. */
export function suggestNames(
  written: string,
  known: readonly string[],
  titles: Readonly<Record<string, string>> = {},
): SuggestedNames {
  const byTitle = known.find((name) => titles[name] !== undefined && titles[name] === written.trim());
  const near = byTitle ?? findMeantName(written, known) ?? findByTitle(written, known, titles);
  return { near, all: listNames(near ?? written, known) };
}

/** The known name that was probably meant, of those that a program gives: one that means the same, else the nearest. */
export function findMeantName(written: string, known: readonly string[]): string | undefined {
  const word = written.trim().toLowerCase();
  const sameLetters = known.find((name) => name.toLowerCase() === word);
  return sameLetters ?? findSynonym(written, new Set(known)) ?? findNearestName(written, known);
}

function findByTitle(
  written: string,
  known: readonly string[],
  titles: Readonly<Record<string, string>>,
): string | undefined {
  const title = findNearestName(written, Object.values(titles));
  return title === undefined ? undefined : known.find((name) => titles[name] === title);
}

/** Of more than a few names those that are nearest to what was written, in the order of the list. */
export function listNames(written: string, known: readonly string[]): string {
  if (known.length <= mostNames) return known.join('、');
  const word = written.toLowerCase();
  const ranked = known.map((name, index) => ({ name, index, far: computeFarness(word, name.toLowerCase()) }));
  const nearest = ranked.sort((a, b) => a.far - b.far || a.index - b.index).slice(0, mostNames);
  const names = nearest.sort((a, b) => a.index - b.index).map(({ name }) => name);
  return `${names.join('、')}…（${known.length}）`;
}

/** From 0, the same, to 1, nothing in common: a short name is not near for being short. */
function computeFarness(a: string, b: string): number {
  const isPart = a.length > 1 && (b.includes(a) || (b.length > 1 && a.includes(b)));
  const share =
    computeEditDistance(a.slice(0, 24), b.slice(0, 24)) /
    Math.max(1, Math.min(24, Math.max(a.length, b.length)));
  return isPart ? share / 2 : share;
}
