/** Words that programs write where there is no number, day or instant; errors of a spreadsheet, too. */
const missingWords = new Set(
  (
    'null (null) <null> \\n nan na <na> n/a #n/a none nil nat #div/0! #value! #ref! #name? #num! #null! ' +
    '/ 无 暂无 (跳过) （跳过）'
  ).split(' '),
);

/** The longest of them is no longer. */
const maxLength = 8;

/** Whether a cell of numbers, days or instants has a word for “nothing”: it counts as empty, and that is told. */
export function isMissingWord(text: string): boolean {
  const code = text.charCodeAt(0);
  // Nearly all cells begin with a digit.
  if ((code > 0x2f && code < 0x3a) || text.length > maxLength) return false;
  return missingWords.has(text.trim().toLowerCase());
}
