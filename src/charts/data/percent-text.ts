/** Shares as texts, from the three shapes they come in. */
import { formatNumber, type NumberStyle } from '../../base/number-format.ts';

type Language = Pick<NumberStyle, 'language'>;

/** A share in percent, 0 to 100: 12.5 as `12.5%`; with as many decimals as `digits` says. */
export function formatPercent(percent: number | null, { language }: Language, digits = 1): string {
  return formatNumber(percent, { unit: '%', language, digits });
}

/** A share from 0 to 1: 0.125 as `12.5%`; without `digits` as many decimals as it has, at most those of a percentage. */
export function formatFraction(fraction: number, { language }: Language, digits?: number): string {
  return formatNumber(fraction * 100, { unit: '%', language, ...(digits !== undefined && { digits }) });
}

/** What `part` is of `whole`, with one decimal; "—" where there is no whole. */
export function formatShare(part: number, whole: number, input: Language): string {
  return formatPercent(whole > 0 ? (part / whole) * 100 : null, input);
}
