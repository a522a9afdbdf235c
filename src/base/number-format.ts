/** Numbers as texts, Chinese and English. Null is "—"; the minus is U+2212; rounding is half up. */
import type { Language } from './language.ts';
import { type Digits, resolveColumnDigits, resolveOwnDigits } from './registry/shown-digits.ts';
import { formatUnit, isRatioUnit, isWholeUnit } from './unit.ts';

export const NOT_AVAILABLE = '—';
export const MINUS = '−';

export interface NumberStyle {
  unit: string;
  language: Language;
  /** Exactly so many decimals; otherwise the unit decides. */
  digits?: number;
}

/** `1,302 人`, `8,911,408 元`, `25.20 元/人`, `4.8%`, `2.3 个百分点`. */
export function formatNumber(value: number | null, style: NumberStyle): string {
  if (value === null) return NOT_AVAILABLE;
  const text = formatDecimals(value, resolveDigits(value, style));
  const isSmall = Math.abs(value) < 1e-4 || !/[1-9]/.test(text);
  const tiny = style.digits === undefined && value !== 0 && !isWholeUnit(style.unit) && isSmall;
  return appendUnit(tiny ? formatTiny(value) : text, value, style);
}

/** `132 万人`, `1.24 亿元`; `132K users`. Small numbers and percentages as in full. */
export function formatShortNumber(value: number | null, style: NumberStyle): string {
  if (value === null) return NOT_AVAILABLE;
  if (style.unit === '%' || style.unit === '个百分点') return formatNumber(value, style);
  const step = SCALES[style.language].find(({ from }) => Math.abs(value) >= from);
  if (!step) return formatNumber(value, style);
  const scaled = value / step.size;
  const digits = style.digits === undefined ? resolveOwnDigits(scaled, '') : toExactDigits(style.digits);
  const number = formatDecimals(scaled, digits);
  if (style.language === 'zh') return `${number} ${step.name}${style.unit}`;
  return appendUnit(`${number}${step.name}`, value, style);
}

/** 0.48 (a plain ratio) or 48 (in %) as `48%`; undefined for any other unit. */
export function formatPercent(value: number | null, style: NumberStyle): string | undefined {
  if (style.unit !== '%' && !isRatioUnit(style.unit)) return undefined;
  const percent = value === null || style.unit === '%' ? value : value * 100;
  return formatNumber(percent, { ...style, unit: '%' });
}

/** `4.8 个百分点`, `4.8 pp`; undefined when the number is no percentage. */
export function formatPercentagePoints(value: number | null, style: NumberStyle): string | undefined {
  if (style.unit !== '%' && style.unit !== '个百分点') return undefined;
  return formatNumber(value, { ...style, unit: '个百分点' });
}

/** With its sign: `+2.3 个百分点`, `−3 人`, `0 人`. */
export function formatChange(value: number | null, style: NumberStyle): string {
  if (value === null) return NOT_AVAILABLE;
  const text = formatNumber(value, style);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Both ends in one unit: `4.31%～5.35%`, `4.31%–5.35%`. */
export function formatInterval(low: number, high: number, style: NumberStyle): string {
  const dash = style.language === 'zh' ? '～' : '–';
  const { digits = resolveColumnDigits([low, high], style.unit) } = style;
  return [low, high].map((end) => formatNumber(end, { ...style, digits })).join(dash);
}

/** A tick or a bound of an axis: with all the decimals it has, and no unit. */
export function formatBareNumber(value: number, language: Language): string {
  const bare = { unit: '', language };
  return appendUnit(formatDecimals(value, { least: 0, most: 6 }), value, bare);
}

/** As it was computed, before rounding: twelve significant digits, which is what sums of doubles are good for. */
export function formatExactNumber(value: number, style: NumberStyle): string {
  const magnitude = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const most = Math.min(20, Math.max(0, 11 - magnitude));
  return appendUnit(formatDecimals(value, { least: 0, most }), value, style);
}

/**
 * As a number to reckon with: whole numbers whole, else six significant digits, money and the like at least to the cent;
 * a negative one in brackets.
 */
export function formatWorkingNumber(value: number | null, style: NumberStyle): string {
  if (value === null) return NOT_AVAILABLE;
  const kept = Math.abs(value) < 1e4 ? Number(value.toPrecision(6)) : Number(value.toFixed(2));
  const text = formatExactNumber(Number.isInteger(value) ? value : kept, style);
  return value < 0 ? `(${text})` : text;
}

/** From this number on the name is used; rounding is taken in, so that no text says 10,000 万. */
const SCALES: Record<Language, { name: string; size: number; from: number }[]> = {
  zh: [
    { name: '亿', size: 1e8, from: 99_999_500 },
    { name: '万', size: 1e4, from: 1e4 },
  ],
  en: [
    { name: 'B', size: 1e9, from: 999_950_000 },
    { name: 'M', size: 1e6, from: 999_950 },
    { name: 'K', size: 1e3, from: 1e3 },
  ],
};

function resolveDigits(value: number, { unit, digits }: NumberStyle): Digits {
  return digits === undefined ? resolveOwnDigits(value, unit) : toExactDigits(digits);
}

function toExactDigits(digits: number): Digits {
  return { least: digits, most: digits };
}

/** Digits with thousands commas; decimals beyond `least` are dropped when zero. */
function formatDecimals(value: number, { least, most }: Digits): string {
  const { negative, whole, fraction } = roundDecimal(value, most);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  let kept = fraction.length;
  while (kept > least && fraction[kept - 1] === '0') kept--;
  return `${negative ? MINUS : ''}${grouped}${kept > 0 ? `.${fraction.slice(0, kept)}` : ''}`;
}

/** What would print as 0 and is not: `0.0012`, `1.5×10⁻⁹`, with three significant digits at most. */
function formatTiny(value: number): string {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(2).split('e');
  const figures = mantissa.replace(/\.?0+$/, '');
  const sign = value < 0 ? MINUS : '';
  if (Number(exponent) >= -4) {
    const digits = -Number(exponent) + figures.replace('.', '').length - 1;
    return `${sign}${Math.abs(value).toFixed(digits)}`;
  }
  const raised = [...exponent.replace('-', '')].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `${sign}${figures}×10⁻${raised}`;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits without a sign: `{ negative, whole: '1302', fraction: '50' }`. */
interface Decimal {
  negative: boolean;
  whole: string;
  fraction: string;
}

/**
 * Rounds half up (away from zero) on the decimal digits a person sees: 1.005 gives 1.01.
 * Fifteen digits are taken, so that 28.499999999999996 (0.285 × 100) counts as 28.5; of a whole number all there are.
 */
function roundDecimal(value: number, digits: number): Decimal {
  if (Number.isSafeInteger(value)) {
    const whole = Math.abs(value).toString();
    return { negative: value < 0, whole, fraction: '0'.repeat(digits) };
  }
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

/** The number that is shown with so many decimals: 2.925 gives 2.93, as it does in a sentence; `toFixed` would give 2.92. */
export function roundHalfUp(value: number, digits: number): number {
  const { negative, whole, fraction } = roundDecimal(value, digits);
  return Number(`${negative ? '-' : ''}${whole}.${fraction || '0'}`);
}

function appendUnit(number: string, value: number, { unit, language }: NumberStyle): string {
  const name = formatUnit(unit, language, value);
  if (name === '') return number;
  return name === '%' || name === '×' ? `${number}${name}` : `${number} ${name}`;
}

/** `95%`, `99%`, `98.33%`: the level of an interval, never rounded up to 100 %. */
export function formatLevel(level: number): string {
  const percent = 100 * level;
  const shown = Number(percent.toFixed(2));
  return `${shown < 100 ? shown : '> 99.99'}%`;
}
