import { expect, test } from 'vitest';
import { renderFormula } from './math.ts';

// Typst's own documentation writes these formulas so.
test.each([
  ['x^2', 'x^2'],
  ['\\frac{a}{b}', 'a/b'],
  ['\\sum_{i=1}^{n} x_i', 'sum_(i = 1)^n x_i'],
  ['\\max(a,b)', 'max(a, b)'],
  ['\\text{消费}', '"消费"'],
  ['\\exp x', 'exp x'],
  ['\\begin{matrix}a&b\\\\c&d\\end{matrix}', 'mat(delim: #none, a, b; c, d)'],
])('%s', (tex, typst) => {
  const formula = renderFormula(tex, false);
  expect(formula).toMatchObject({ typst });
  expect('mathml' in formula && formula.mathml).toMatch(/^<math>.*<\/math>$/);
});

test('Chinese stays together, in and out of \\text', () => {
  expect(renderFormula('\\frac{消费}{\\text{转化数}}', true)).toMatchObject({ typst: '"消费"/"转化数"' });
});

test.each([
  '\\frac{a',
  '\\foo',
  '\\href{javascript:alert(1)}{x}',
  '\\includegraphics{x}',
  '#read("x")',
  '\\def\\a{\\a\\a}\\a',
])('%s is refused with a reason in one line', (tex) => {
  const formula = renderFormula(tex, false);
  expect('error' in formula && formula.error).toMatch(/^[^\n]+$/);
});

test.each([
  '\\text{" #read("/etc/passwd") "}',
  '\\textcolor{red}{x}',
  'a"b',
  '\\text{a\\#b}',
  '\\operatorname{"#x"}',
])('%s writes no Typst code', (tex) => {
  const formula = renderFormula(tex, false);
  const outside =
    'typst' in formula ? formula.typst.replace(/"(?:\\.|[^"\\])*"/g, '').replace(/\\./g, '') : '';
  expect(outside).not.toMatch(/[#"]/);
});

test('emoji are texts of a formula, and characters beyond the basic plane stay whole', () => {
  expect(renderFormula('👨‍👩‍👧 + ❤️‍🔥 = 🏃🏽‍♀️', false)).toMatchObject({ typst: '"👨‍👩‍👧" + "❤️‍🔥" = "🏃🏽‍♀️"' });
  expect(renderFormula('𓀀_1 ↔ 𝑥', false)).toMatchObject({ typst: '𓀀_1 ↔ 𝑥' });
});
