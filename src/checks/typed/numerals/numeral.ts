import type { Nearness } from './nearness.ts';

/** A number as a person reads it in a sentence. */
export interface Numeral {
  /** Offsets in the text: the number with its scale and unit, without 约 or 近 before it. */
  from: number;
  to: number;
  /** As written. */
  text: string;
  /** What it says; both ends of a range. */
  low: number;
  high: number;
  /** What may be meant by it: 近三成 is 25 to 30, 5164 is 5163.5 to 5164.5. */
  least: number;
  most: number;
  /** As a value of the report spells it; `''` where none is written. */
  unit: string;
  form: NumeralForm;
  near: Nearness;
  /** 万, 亿, k … */
  isScaled: boolean;
  hasSign: boolean;
}

/**
 * `digits`: 5164 · `han`: 七十三 · `share`: 三成, 半数, 三分之一, 百分之三, 每十人有三人 · `multiple`: 翻番, 减半 · `ratio`: 1:4 ·
 * `span`: 2分35秒 · `rank`: 升至第 2
 */
export type NumeralForm = 'digits' | 'han' | 'share' | 'multiple' | 'ratio' | 'span' | 'rank';
