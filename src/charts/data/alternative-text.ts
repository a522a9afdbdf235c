import type { Claim } from '../../base/claims/claim.ts';
import { listComparable, makeRank } from '../../base/claims/make-claims.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { describeClaims } from '../../words/claims/describe-claims.ts';
import type { ChartInput } from '../input.ts';
import { buildSeries, type Series } from './chart-series.ts';

/** A chart in words, for readers who do not see it: what it is, what it finds, and between what its series move. */
export function describeChart(
  title: string,
  caption: string,
  claims: readonly Claim[],
  input: ChartInput,
): string {
  const { language } = input;
  const ends = buildSeries(input)
    .slice(0, 6)
    .flatMap((series) => (isRanked(series, claims) ? [] : rankSteps(series)));
  const sentences = [
    chartWords[language].picture(title, caption),
    describeClaims(claims, language),
    describeClaims(ends, language),
  ];
  return sentences.filter(Boolean).join(language === 'zh' ? '' : ' ');
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
