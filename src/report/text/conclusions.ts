/**
 * 本章结论: at most three of the claims that the figures and values of a chapter bear, the weightiest first. Weight goes
 * by what a reader asks first (was a goal met, did a test find something), less what an interval or a tie leaves open.
 */
import { toValueAnchor } from '../../base/anchor.ts';
import type { Claim, CountWhat, RankWhat } from '../../base/claims/claim.ts';
import { makeAttainment } from '../../base/claims/make-claims.ts';
import type { Language } from '../../base/language.ts';
import { suggestNames } from '../../base/names/suggest-names.ts';
import type { Problem } from '../../base/problem.ts';
import type { GoalRow } from '../../base/value-series.ts';
import { createProblem } from '../../problems/catalog.ts';
import { type Clause, listClauses, printSentence } from '../../words/claims/describe-claims.ts';
import { reportWords } from '../../words/report-words.ts';
import type { BookBlock, BookChapter, BookFigure, BookValue, Conclusion, PinnedName } from '../book.ts';

/** What conclusions are drawn from. */
export interface Evidence {
  figures: readonly BookFigure[];
  values: Readonly<Record<string, BookValue>>;
  goals: readonly GoalRow[];
  language: Language;
}

interface Candidate {
  conclusion: Conclusion;
  weight: number;
  /** What it is about: no two conclusions are about one quantity. */
  about: readonly string[];
  /** The value, or the id of the figure. */
  name: string;
}

const mostConclusions = 3;

/** What is lighter is no conclusion, unless it is pinned. */
const leastWeight = 40;

/** Fills the places of conclusions, or opens each chapter with them where that is wanted; `whole` are the report's. */
export function withConclusions(
  chapters: readonly BookChapter[],
  evidence: Evidence,
  opens = true,
): { chapters: BookChapter[]; whole: Conclusion[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const all: Candidate[] = [];
  const told = new Set<string>();
  const filled = chapters.map((chapter) => {
    const placed = chapter.blocks.find((block) => block.type === 'conclusions');
    if (!placed && !opens) return chapter;
    const candidates = listCandidates(chapter, evidence);
    const pinned = placed?.pinned ?? [];
    problems.push(...checkPinned(pinned, candidates));
    all.push(...candidates);
    const chosen = chooseConclusions(candidates, pinned, told);
    for (const { about } of chosen) for (const one of about) told.add(one);
    const block: BookBlock = {
      type: 'conclusions',
      items: chosen.map(({ conclusion }) => conclusion),
      pinned,
    };
    if (placed) return { ...chapter, blocks: chapter.blocks.map((one) => (one === placed ? block : one)) };
    return chosen.length === 0 ? chapter : { ...chapter, blocks: [block, ...chapter.blocks] };
  });
  const whole = chooseConclusions(all, [], new Set()).map(({ conclusion }) => conclusion);
  return { chapters: filled, whole, problems };
}

function checkPinned(pinned: readonly PinnedName[], candidates: readonly Candidate[]): Problem[] {
  const known = [...new Set(candidates.map(({ name }) => name))];
  return pinned
    .filter(({ name }) => !known.includes(name))
    .map(({ name, place }) =>
      createProblem('unknown-conclusion', place, { name, ...suggestNames(name, known) }),
    );
}

/** Pinned ones first, in their order; then by weight, those that an earlier chapter told behind the others. */
function chooseConclusions(
  candidates: readonly Candidate[],
  pinned: readonly PinnedName[],
  told: ReadonlySet<string>,
): Candidate[] {
  const rank = (name: string): number => {
    const at = pinned.findIndex((one) => one.name === name);
    return at < 0 ? pinned.length : at;
  };
  const weigh = ({ weight, about }: Candidate) =>
    weight < countWeights.reached && about.some((one) => told.has(one)) ? weight - retold : weight;
  const fit = candidates.filter((one) => rank(one.name) < pinned.length || weigh(one) >= leastWeight);
  const ordered = fit.toSorted((a, b) => rank(a.name) - rank(b.name) || weigh(b) - weigh(a));
  const chosen: Candidate[] = [];
  for (const one of ordered) {
    const isNew = chosen.every(({ about }) => !about.some((thing) => one.about.includes(thing)));
    if (isNew && chosen.length < mostConclusions) chosen.push(one);
  }
  return chosen;
}

const retold = 30;

function listCandidates({ slug }: BookChapter, evidence: Evidence): Candidate[] {
  const { figures, values } = evidence;
  const cited = Object.values(values).filter((value) => value.cited.some(({ chapter }) => chapter === slug));
  return [
    ...figures.filter(({ chapter }) => chapter === slug).flatMap((figure) => listOfFigure(figure, evidence)),
    ...cited.flatMap((value) => listOfValue(value, evidence)),
  ];
}

/** The first clause of a finding, and the second where it is the weightier. */
function listOfFigure(figure: BookFigure, { language }: Evidence): Candidate[] {
  const words = reportWords[language];
  const clauses = figure.clauses.slice(0, 2);
  // An order that the intervals leave open is no conclusion.
  const isOpen = figure.clauses.some(({ claims }) => claims.some(isOverlap));
  const weigh = (clause: Clause) =>
    isOpen && clause.claims.some(({ is }) => is === 'rank')
      ? Math.min(weighClause(clause), 10)
      : weighClause(clause);
  const [best] = clauses.toSorted((a, b) => weigh(b) - weigh(a));
  if (!best) return [];
  return [
    {
      conclusion: {
        text: printSentence(best, language),
        label: words.figure(figure.number),
        target: { chapter: figure.chapter, anchor: figure.id },
      },
      weight: weigh(best),
      about: [...figure.of, ...best.claims.flatMap(({ of }: Claim & { of?: string }) => of || [])],
      name: figure.id,
    },
  ];
}

const isOverlap = (claim: Claim) => claim.is === 'gap' && claim.what === 'overlapping';

/** A clause that ends in a long tie says little, however it begins. */
function weighClause({ claims }: Clause): number {
  const ranks = claims.filter((claim) => claim.is === 'rank');
  const least = Math.min(...ranks.map(weighRank), Number.POSITIVE_INFINITY);
  return Math.min(
    Math.max(...claims.map(weighClaim)),
    ranks.length === claims.length ? least : Number.POSITIVE_INFINITY,
  );
}

/** Who is first among several; not which day, bin or cell. */
function weighRank({ what, end, members, among }: Extract<Claim, { is: 'rank' }>): number {
  return members.length === 1 && end !== 'even' && among > 2 && !placeRanks.has(what) ? 45 : 10;
}

const placeRanks: ReadonlySet<RankWhat> = new Set(['day', 'break', 'cell', 'bin', 'weekday', 'lateness']);

/** How much a claim says to someone who reads three sentences. */
function weighClaim(claim: Claim): number {
  switch (claim.is) {
    case 'attainment':
      return 95;
    case 'significance':
      // Of shares against one half it is not said of what.
      if (claim.against === 'half') return 30;
      return claim.side === 'across' ? 65 : 85;
    case 'change':
      return weighChange(claim);
    case 'gap':
      // Where intervals lie is said of an order that comes before it.
      return claim.what === 'overlapping' || claim.what === 'apart' ? 10 : 50;
    case 'share':
      return claim.what === 'passage' || claim.what === 'first' ? 50 : 42;
    case 'rank':
      return weighRank(claim);
    case 'count':
      return countWeights[claim.what] ?? 15;
    case 'level':
      return claim.what === 'auc' || claim.what === 'after-changes' ? 45 : 10;
  }
}

const countWeights: Partial<Record<CountWhat, number>> & { reached: number } = {
  reached: 110,
  anomalies: 42,
  'tasks-done': 45,
};

/** A tenth is the least that one speaks of. */
function weighChange({ from, to, way }: Extract<Claim, { is: 'change' }>): number {
  const moved =
    Math.abs(to.value - from.value) / Math.max(Math.abs(from.value), Math.abs(to.value), Number.MIN_VALUE);
  return way === 'even' || moved < 0.1 ? 20 : 60;
}

/** Whether a goal was met: a miss before what was reached, and one that the interval leaves open last. */
function listOfValue(value: BookValue, { goals, language }: Evidence): Candidate[] {
  const { name, label = name, unit, direction, target, interval } = value;
  const goal = goals.find((one) => one.value === name);
  if (!goal || !target || target.apart || value.value === null || target.value === null) return [];
  const claims = makeAttainment(
    label,
    { value: value.value, text: value.text, unit },
    { value: target.value, text: target.text, unit },
    direction,
  ).map((claim) => ({ ...claim, ...(goal.window && { during: goal.window }) }));
  const [clause] = listClauses(claims, language);
  if (!clause) return [];
  const isOpen = interval !== undefined && interval.low <= target.value && target.value <= interval.high;
  const weight = claims[0]?.outcome === 'missed' ? 100 : 96;
  return [
    {
      conclusion: {
        text: printSentence(clause, language),
        label: reportWords[language].source,
        target: { chapter: 'numbers', anchor: toValueAnchor(name) },
      },
      weight: isOpen ? weight - 40 : weight,
      about: [name, label, goal.kpi],
      name,
    },
  ];
}
