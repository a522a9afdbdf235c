/** Signs with which a spreadsheet takes a text for a formula, wide ones as in Chinese too. */
const formulaStart = /^[=＝@＠\t\r\n]/;
/** A sign is one of a number, unless a name, a call, a command (`-2+3|cmd`) or another cell follows. */
const signedFormula = /^[+＋\-－](?:\s*\p{L}|.*[A-Za-z(（|!=＝@＠&'"[])/su;

/** Whether a program that opens a CSV file would compute the text instead of showing it. */
export function isFormulaLike(text: string): boolean {
  return formulaStart.test(text) || signedFormula.test(text);
}

/** A text as a CSV file for others shows it: with an apostrophe before what would be a formula. Numbers stay numbers. */
export function guardCell(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text;
}
