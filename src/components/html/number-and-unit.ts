/** `1,302 人` → number and unit apart, so that the unit can be set smaller. */
export function splitNumberAndUnit(text: string): { number: string; unit: string; long: boolean } {
  const found = /^([+\u2212-]?[¥￥$]?[\d.,]+)\s*(.*)$/u.exec(text);
  const [number, unit] = found ? [found[1] ?? text, found[2] ?? ''] : [text, ''];
  return { number, unit, long: number.length > 8 };
}
