/** What is drawn, as members of claims. */
import type { Claim, Member } from '../../base/claims/claim.ts';
import { listComparable, makeCount, makeLevel } from '../../base/claims/make-claims.ts';
import { quantile } from '../../base/quantiles.ts';
import { formatInUnit } from '../draw/direct-text.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import type { Series } from './chart-series.ts';
import type { Sample } from './distribution.ts';

/** The value of the whole, by its label; none without a number. */
export function listWhole({ label, value, text, unit }: ChartValue): Member[] {
  return value === null ? [] : [{ name: label, value, text, unit }];
}

/** Every comparable cell of a grid of series. */
export function listCellMembers(series: readonly Series[]): Member[] {
  return series.flatMap(({ label, points, unit }) =>
    listComparable(points, unit).map((member) => ({ ...member, name: `${label} · ${member.name}` })),
  );
}

/** How many there are, and where their middle and their 90th percentile lie. */
export function makeSpread(
  { label, numbers }: Pick<Sample, 'label' | 'numbers'>,
  input: ChartInput,
): Claim[] {
  const { unit } = input.values[0]!;
  const tell = (what: 'median' | 'ninety', share: number) => {
    const value = quantile(numbers, share)!;
    return makeLevel(what, '', [{ name: '', value, text: formatInUnit(input, value), unit }]);
  };
  return [
    ...makeCount('observations', numbers.length, { of: label }),
    ...tell('median', 0.5),
    ...(numbers.length < 10 ? [] : tell('ninety', 0.9)),
  ];
}
