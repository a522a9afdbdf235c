import type { Claim } from '../../base/claims/claim.ts';
import { listComparable, makeRank } from '../../base/claims/make-claims.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { describeClaims } from '../../words/claims/describe-claims.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind } from '../kind.ts';
import { buildSeries, type Series } from './chart-series.ts';

/** A chart in words, for readers who do not see it: what it is, what it finds, and what else it shows. */
export function describeChart(
  { title, listDetails }: Pick<ChartKind, 'title' | 'listDetails'>,
  caption: string,
  claims: readonly Claim[],
  input: ChartInput,
): string {
  const { language } = input;
  const details = listDetails ? listDetails(input) : listEnds(input, claims);
  const sentences = [
    chartWords[language].picture(title[language], caption),
    describeClaims(claims, language),
    describeClaims(details, language),
  ];
  return sentences.filter(Boolean).join(language === 'zh' ? '' : ' ');
}

/** Between what the series move. */
function listEnds(input: ChartInput, claims: readonly Claim[]): Claim[] {
  return buildSeries(input)
    .slice(0, 6)
    .flatMap((series) => (isRanked(series, claims) ? [] : rankSteps(series)));
}

/** The finding says it already. */
function isRanked({ label, value }: Series, claims: readonly Claim[]): boolean {
  return claims.some((claim) => claim.is === 'rank' && [label, value.label].includes(claim.of));
}

/** What a series is like throughout, or of a single step, its finding says. */
function rankSteps({ label, points, unit }: Series): Claim[] {
  const claims = makeRank(listComparable(points, unit), { of: label });
  return claims.filter((claim) => claim.is === 'rank' && claim.end !== 'even');
}
