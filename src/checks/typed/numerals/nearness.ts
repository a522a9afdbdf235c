/** How near a written number is to the one meant: 约 about · 近, 不足 below · 超, 多 over. */
export type Nearness = 'exact' | 'about' | 'below' | 'over';

interface Written {
  low: number;
  high: number;
  near: Nearness;
  form: string;
  text: string;
}

/** What may be meant: half of the last digit to either side, and more where the words say so. */
export function widen({ low, high, near, form, text }: Written): { least: number; most: number } {
  const half = getHalf(low, form, text);
  const step = Math.max(half * 2, getRoundStep(low));
  const size = Math.abs(high);
  switch (near) {
    case 'exact':
      return { least: low - half, most: high + half };
    case 'about':
      return { least: low - Math.max(half, size * 0.05), most: high + Math.max(half, size * 0.05) };
    case 'below':
      return { least: low - Math.max(half, Math.min(step, size * 0.12)), most: high };
    case 'over':
      return { least: low, most: high + Math.max(half, Math.min(step, size * 0.5)) };
  }
}

/** Half of what a written number may be off. */
function getHalf(value: number, form: string, text: string): number {
  if (form === 'share') return getShareStep(text) / 2;
  if (form === 'multiple' || form === 'ratio') return value / 20;
  return getDigitStep(value, text) / 2;
}

/** 三成 is one of ten, 三分之一 one of three: either is rough. */
function getShareStep(text: string): number {
  return text.includes('成') ? 10 : 6;
}

/** The last digit written: 0.01 for 4.81, 1000 for 1.2 万. */
function getDigitStep(value: number, text: string): number {
  const digits = /\d[\d,]*(?:\.(\d+))?/.exec(text);
  const part = /千分/.test(text) ? 0.1 : /万分/.test(text) ? 0.01 : 1;
  const decimals =
    /点(\p{Script=Han}+)/u.exec(text)?.[1]?.replace(/[^零一二三四五六七八九]/g, '').length ?? 0;
  if (!digits) return value >= 100 ? getRoundStep(value) / 10 : part * 10 ** -decimals;
  const plain = Number(digits[0].replaceAll(',', ''));
  const scale = plain === 0 || value === 0 ? 1 : Math.abs(value) / plain;
  const nearest =
    [1e12, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 100].find((one) => Math.abs(scale / one - 1) < 0.01) ?? 1;
  return 10 ** -(digits[1]?.length ?? 0) * nearest;
}

/** The step that a round number stands on: 100 for 1200, 1000 for 3000. */
function getRoundStep(value: number): number {
  let step = 1;
  while (value !== 0 && value % (step * 10) === 0) step *= 10;
  return step;
}
