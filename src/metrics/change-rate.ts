/**
 * Change against a base in per cent. Nothing can be said of a base that is not above 0: from −100 to −50 is no fall of
 * 50 %, and from 0 no rate at all. A negative number on a positive base keeps its rate: 100 → −50 is −150 %.
 */
export function computeChangeRate(current: number | null, base: number | null): number | null {
  if (current === null || base === null || base <= 0) return null;
  return ((current - base) / base) * 100;
}
