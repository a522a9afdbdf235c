/**
 * Rounds half up (away from zero) on the decimal digits a person sees: 1.005 gives 1.01.
 * Fifteen digits are taken, so that 28.499999999999996 (0.285 × 100) counts as 28.5.
 * Returns digits without a sign: `{ negative, whole: '1302', fraction: '50' }`.
 */
interface Decimal {
  negative: boolean;
  whole: string;
  fraction: string;
}

export function roundDecimal(value: number, digits: number): Decimal {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  const figures = BigInt(mantissa.replace('.', ''));
  // value = figures × 10^shift
  const shift = Number(exponent) - 14;
  const cut = -shift - digits;
  let scaled: bigint;
  if (cut <= 0) scaled = figures * 10n ** BigInt(-cut);
  else {
    const unit = 10n ** BigInt(cut);
    scaled = (figures + unit / 2n) / unit;
  }
  const text = scaled.toString().padStart(digits + 1, '0');
  return {
    negative: value < 0 && scaled !== 0n,
    whole: text.slice(0, text.length - digits),
    fraction: digits === 0 ? '' : text.slice(-digits),
  };
}
