/** Axes of numbers: round ends, round ticks, Chinese magnitudes. */
import type { Language } from '../../base/language.ts';
import { formatUnit } from '../../base/unit.ts';

export interface NumberAxis {
  low: number;
  high: number;
  ticks: number[];
}

/** Round ends around all of `values`, with about `count` steps. From 0, unless all lie far above it and `free` is set. */
export function buildNumberAxis(
  values: readonly number[],
  options: { count?: number; free?: boolean } = {},
): NumberAxis {
  const { count = 4, free = false } = options;
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (values.length === 0) [low, high] = [0, 1];
  if (!free || low < 0.6 * high) low = Math.min(low, 0);
  if (low === high) high = low + Math.max(1, Math.abs(low) * 0.1);
  const step = roundUpStep((high - low) / count);
  // Counting in steps keeps 0.1 + 0.2 out of the labels.
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const ticks = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
  return { low: ticks[0] ?? low, high: ticks.at(-1) ?? high, ticks };
}

/** One of the `factors` times a power of ten, at least `wanted`: 1, 2, 2.5 or 5 where none are named. */
export function roundUpStep(wanted: number, factors: readonly number[] = [1, 2, 2.5, 5, 10]): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = factors.find((one) => one * power >= wanted * 0.999) ?? 10;
  return factor * power;
}

export interface Magnitude {
  size: number;
  /** 万, 亿; K, M, B; empty. */
  name: string;
}

const magnitudes: Record<Language, Magnitude[]> = {
  zh: [
    { size: 1e8, name: '亿' },
    { size: 1e4, name: '万' },
  ],
  en: [
    { size: 1e9, name: 'B' },
    { size: 1e6, name: 'M' },
    { size: 1e3, name: 'K' },
  ],
};

/** The magnitude in which numbers up to `high` are labelled; 12,000 is read faster than 1.2 万. */
export function selectMagnitude(high: number, language: Language): Magnitude {
  return magnitudes[language].find(({ size }) => Math.abs(high) >= 2 * size) ?? { size: 1, name: '' };
}

/** Vega expression for the labels of an axis in this magnitude; the minus is U+2212. */
export function buildTickExpression({ size }: Magnitude): string {
  return `format(datum.value / ${size}, ',.6~f')`;
}

/** What `buildTickExpression` writes. */
export function formatTick(tick: number, size: number): string {
  const number = Number((Math.abs(tick) / size).toFixed(6)).toLocaleString('en-US', {
    maximumFractionDigits: 6,
  });
  return tick < 0 ? `\u2212${number}` : number;
}

/** `新增用户（万人）`, `New users (K users)`. */
export function formatAxisTitle(
  label: string,
  unit: string,
  { name }: Magnitude,
  language: Language,
): string {
  const shown =
    language === 'zh' ? `${name}${unit}` : [name, formatUnit(unit, language)].filter(Boolean).join(' ');
  if (shown === '') return label;
  return language === 'zh' ? `${label}（${shown}）` : `${label} (${shown})`;
}
