/** What two numbers differ by, told where the texts of both hide it. */
import { formatNumber, type NumberStyle } from '../number-format.ts';

const mostDigits = 12;

/** With as many decimals as its first digit needs: `0.004 个百分点`. Of percentages in points. */
export function formatDifference(difference: number, { unit, language }: NumberStyle): string {
  const style = { unit: unit === '%' ? '个百分点' : unit, language };
  const size = Math.abs(difference);
  for (let digits = 0; digits <= mostDigits; digits++) {
    if (Math.round(size * 10 ** digits) >= 1) return formatNumber(size, { ...style, digits });
  }
  return formatNumber(size, style);
}

/** Whether a text shows nothing but zeros; a unit may hold digits of its own (千次). */
export function showsZero(text: string): boolean {
  return !/[1-9]/.test(/^[+−]?[\d,.]+/.exec(text)?.[0] ?? '1');
}
