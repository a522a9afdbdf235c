import { describe, expect, test } from 'vitest';
import {
  collectFormulaNames,
  type FormulaError,
  formatFormula,
  formatFormulaTex,
  parseFormula,
} from './formula-syntax.ts';

const read = (text: string) => formatFormula(parseFormula(text));

describe('formula', () => {
  test.each([
    ['期末转化率 - 期初转化率', '期末转化率 − 期初转化率'],
    ['(a-b)/b*100%', '(a − b) ÷ b × 100%'],
    ['（a－b）÷ b', '(a − b) ÷ b'],
    ['a - (b + c)', 'a − (b + c)'],
    ['a / (b * c)', 'a ÷ (b × c)'],
    ['a + (b - c)', 'a + b − c'],
    ['-a * 2.5', '−a × 2.5'],
    ['a * (b / c)', 'a × (b ÷ c)'],
    ['a / (b / c)', 'a ÷ (b ÷ c)'],
    ['a / b * c', 'a ÷ b × c'],
    ['a - -b', 'a − (−b)'],
    ['-(a + b) * c', '−(a + b) × c'],
    ['7日留存率 - `SEM-获客成本`', '7日留存率 − SEM-获客成本'],
  ])('%s reads %s', (written, expected) => {
    expect(read(written)).toBe(expected);
  });
  test('names, each once', () => {
    expect(collectFormulaNames(parseFormula('(a - b) / b'))).toEqual(['a', 'b']);
  });
  test('TeX', () => {
    expect(formatFormulaTex(parseFormula('(a - b) / 基数_1'))).toBe(
      '\\frac{\\text{a} - \\text{b}}{\\text{基数\\_1}}',
    );
  });
  test.each([
    ['a +', 3],
    ['a b', 2],
    ['(a', 2],
    ['a = b', 2],
    ['`a', 0],
  ])('%s is refused at %i', (written, at) => {
    try {
      parseFormula(written);
      expect.unreachable();
    } catch (error) {
      expect((error as FormulaError).at).toBe(at);
    }
  });
});
