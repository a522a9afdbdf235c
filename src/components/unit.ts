/** `1,302 人` → number and unit apart, so that the unit can be set smaller. */
export function splitUnit(text: string): { number: string; unit: string } {
  const found = /^([+\u2212-]?[¥￥$]?[\d.,]+)\s*(.*)$/u.exec(text);
  return found ? { number: found[1] ?? text, unit: (found[2] ?? '').trimStart() } : { number: text, unit: '' };
}
