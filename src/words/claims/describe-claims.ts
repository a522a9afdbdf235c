/** The one place that turns claims into sentences. */
import type { Claim, Count, Level, Member, Rank, Significance } from '../../base/claims/claim.ts';
import type { Language } from '../../base/language.ts';
import { formatLevel, formatNumber } from '../../base/number-format.ts';
import { type ClaimWords, claimWords } from './claim-words.ts';
import { joinNames, mostNames, nameSome } from './member-text.ts';

/** What is told of one thing, and the claims that it tells. */
export interface Clause {
  claims: Claim[];
  text: string;
}

/** One sentence; empty where there is nothing to say. */
export function describeClaims(claims: readonly Claim[], language: Language): string {
  return claimWords[language].sentence(listClauses(claims, language).map(({ text }) => text));
}

/** The clauses of that sentence: claims about one thing in each. */
export function listClauses(claims: readonly Claim[], language: Language): Clause[] {
  const words = claimWords[language];
  const clauses: { claims: Claim[]; texts: string[] }[] = [];
  claims.forEach((claim, i) => {
    const before = claims[i - 1];
    const joined = before !== undefined && belongTogether(before, claim);
    const text = printClause(joined ? withoutSubject(claim, before) : claim, words, language);
    const last = joined ? clauses.at(-1) : undefined;
    if (last) {
      last.claims.push(claim);
      last.texts.push(text);
    } else clauses.push({ claims: [claim], texts: [text] });
  });
  return clauses.map((one) => ({ claims: one.claims, text: words.join(one.texts) }));
}

/** A clause as a sentence of its own. */
export function printSentence({ text }: Clause, language: Language): string {
  return claimWords[language].sentence([text]);
}

/** Whether a claim goes on about what the one before it is about. */
function belongTogether(before: Claim, claim: Claim): boolean {
  switch (claim.is) {
    case 'rank':
      return (
        before.is === 'rank' && before.what === claim.what && before.of === claim.of && before.at === claim.at
      );
    case 'share':
      if (before.is !== 'share') return before.is === 'level' && before.what === 'auc';
      return claim.what === 'side' && before.what === 'side' && before.of === claim.of;
    case 'attainment':
      return (before.is === 'change' || before.is === 'level') && claim.of === before.of;
    case 'level':
      return followsLevel(before, claim);
    case 'count':
      return before.is === 'count'
        ? runs.some((run) => run.has(claim.what) && run.has(before.what))
        : before.is === 'level' && claim.what.startsWith('bins-');
    default:
      return false;
  }
}

function followsLevel(before: Claim, { what, of }: Level): boolean {
  if (what === 'median') return before.is === 'count' && before.what === 'observations';
  if (what === 'ninety') return before.is === 'level' && before.what === 'median';
  if (what === 'net') return before.is === 'level' && before.what === 'sum';
  return what === 'sum' && of !== '' && (before.is === 'change' || before.is === 'level') && before.of === of;
}

/** Counts of one whole. */
const runs: readonly ReadonlySet<Count['what']>[] = [
  new Set(['rose', 'fell', 'stayed']),
  new Set(['above', 'below', 'level']),
  new Set(['bins-high', 'bins-low']),
  new Set(['cells']),
];

/** The second of two claims about one thing does not name it again. */
function withoutSubject(claim: Claim, before: Claim): Claim {
  if (claim.is === 'rank') {
    const { at: _, ...rest } = claim;
    return { ...rest, of: '' };
  }
  if (claim.is === 'count') {
    const { among: _, at: __, ...rest } = claim;
    return before.is === 'count' && claim.what !== 'cells' ? { ...rest, of: '' } : claim;
  }
  return claim.is === 'attainment' || claim.is === 'share' || claim.is === 'level'
    ? { ...claim, of: '' }
    : claim;
}

function printClause(claim: Claim, words: ClaimWords, language: Language): string {
  switch (claim.is) {
    case 'level':
      return words.level[claim.what](claim);
    case 'change':
      return words.change(claim);
    case 'gap':
      return words.gap[claim.what](claim);
    case 'share':
      return words.share[claim.what](claim);
    case 'rank':
      return printRank(claim, words, language);
    case 'attainment':
      return words.attainment(claim);
    case 'significance':
      return words.significance[claim.against][claim.side](printNames(claim, language));
    case 'count':
      return words.count[claim.what](claim satisfies Count);
  }
}

/** `渠道最高的是 SEM（200 人，占 66.7%）`; tied ones by name, many by number. */
function printRank(claim: Rank, words: ClaimWords, language: Language): string {
  const { what, of, end, members, among, at } = claim;
  const place = (text: string) => (at === undefined ? text : words.at(at, text));
  const [first] = members as [Member, ...Member[]];
  if (end === 'even') return place(words.rank.even(of, among, first.text, what === 'part'));
  const lead = words.lead[what][end]?.(of) ?? of;
  if (members.length > mostNames)
    return place(
      words.rank.many(lead, members.length, among, words.brackets([words.rank.short(first.text)])),
    );
  const names = nameSome(members, language);
  if (members.length > 1)
    return place(
      words.rank.tied(
        lead,
        names,
        words.brackets(what === 'deviation' ? [] : [words.rank.short(first.text)]),
      ),
    );
  return place(words.rank.one(lead, names, words.brackets(listDetails(claim, first, words, language))));
}

function listDetails(
  { share, what }: Rank,
  { text, n, range }: Member,
  words: ClaimWords,
  language: Language,
): string[] {
  if (what === 'deviation') return range ? [words.rank.usual(range.text)] : [];
  return [
    text,
    ...(share === undefined ? [] : [words.rank.share(formatShareText(share, language))]),
    ...(range === undefined ? [] : [words.rank.interval(range.text, formatLevel(range.level ?? 0.95))]),
    ...(n === undefined ? [] : [words.rank.few(n)]),
  ];
}

/** With one decimal, and more where that reads as nothing or as all. */
export function formatShareText(percent: number, language: Language): string {
  const print = (digits: number) => formatNumber(percent, { unit: '%', language, digits });
  const hides = (digits: number) =>
    (percent > 0 && !/[1-9]/.test(print(digits))) || (percent < 100 && print(digits).startsWith('100'));
  const digits = [1, 2, 3, 4].find((one) => !hides(one)) ?? 4;
  return print(digits);
}

function printNames({ members }: Significance, language: Language): string {
  // One more with its number is no longer than "and others".
  if (members.length > mostNames + 1) return nameSome(members, language);
  return members.map(({ name, text }) => joinNames(name, text)).join(language === 'zh' ? '、' : ', ');
}
