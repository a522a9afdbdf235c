/**
 * The heading an author meant by a line that begins with `#` or `＃` and is none, or undefined.
 * `#话题#`, `#1` and `##` alone are left as text.
 */
export function findHeadingCorrection(line: string): string | undefined {
  const found = /^([#＃]{1,6})([ \t\u3000]*)([^#＃\s].*)$/.exec(line);
  if (!found) return undefined;
  const [, marks = '', gap = '', text = ''] = found;
  const isHeading = !marks.includes('＃') && /^[ \t]+$/.test(gap);
  if (isHeading) return undefined;
  const isTopic = marks.length === 1 && gap === '' && (/^\d/.test(text) || /[#＃]/.test(text));
  if (isTopic) return undefined;
  return `${'#'.repeat(Math.max(2, marks.length))} ${text}`;
}
