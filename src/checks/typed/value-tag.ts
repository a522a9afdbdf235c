import type { LedgerNumber } from './ledger-numbers.ts';
import type { Numeral } from './numerals/numeral.ts';

/** The tag that prints a number of the ledger; '' for a member of a series that none does. */
export function formatValueTag(
  { value, form, member }: LedgerNumber,
  { isScaled, hasSign }: Numeral,
): string {
  if (member !== undefined && form === undefined) return '';
  const scaled = isScaled && value.short !== value.text ? 'short' : undefined;
  const as = form ?? scaled ?? (hasSign ? 'change' : undefined);
  return `<Value of="${value.name}"${as ? ` as="${as}"` : ''} />`;
}
