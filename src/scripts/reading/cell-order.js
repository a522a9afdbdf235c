/** Words in the order of their pinyin, numbers within them by value. */
const byPinyin = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });
const scales = { 万: 1e4, 亿: 1e8, K: 1e3, M: 1e6 };

export const isEmptyCell = (text) => /^[—–-]?$/.test(text);

/** The number that a cell begins with (1,302 人, −3.5%, ¥1.2 万), in its scale; NaN where it is a word, a day or a time. */
export function readNumber(text) {
  const found = /^([+−-]?)[¥￥$]?(\d[\d,]*(?:\.\d+)?)(?![\d:–-])\s?([万亿KM]?)/u.exec(text);
  if (!found) return Number.NaN;
  const [, sign, digits, scale] = found;
  return Number(digits.replaceAll(',', '')) * (scales[scale] ?? 1) * (sign && sign !== '+' ? -1 : 1);
}

/** How two cells of a column stand to each other, by value where every cell of it is a number. */
export function chooseOrder(texts) {
  const isNumeric = texts.every((text) => isEmptyCell(text) || !Number.isNaN(readNumber(text)));
  return isNumeric ? (a, b) => readNumber(a) - readNumber(b) : byPinyin.compare;
}
