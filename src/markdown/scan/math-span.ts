interface MathSpan {
  tex: string;
  /** After the closing sign. */
  to: number;
  /** Written with `$$`. */
  double: boolean;
}

/**
 * The formula that begins at the `$` at `from`, or undefined when that sign means money. Pandoc's rule
 * (no space inside, no digit behind) and two more for Chinese prose: no Latin letter behind, no
 * full-width mark inside: `$500，实际 $620` and `$A、$B` stay text.
 */
export function findMathSpan(text: string, from: number): MathSpan | undefined {
  return text.startsWith('$$', from) ? matchDoubleSpan(text, from) : matchSingleSpan(text, from);
}

function matchDoubleSpan(text: string, from: number): MathSpan | undefined {
  const found = /\$\$((?:\\[\s\S]|(?!\$\$)(?!\n[ \t>]*\n)[^\\])*)\$\$/y;
  found.lastIndex = from;
  const match = found.exec(text);
  if (!match || match[1]!.trim() === '') return undefined;
  const tex = match[1]!.replace(/\n[ \t]*(?:>[ \t]?)*/g, '\n').trim();
  return { tex, to: from + match[0].length, double: true };
}

function matchSingleSpan(text: string, from: number): MathSpan | undefined {
  const found = /\$(?=[^\s$])((?:\\[\s\S]|(?!\n[ \t>]*\n)[^\\$`])*?[^\s\\])\$(?![A-Za-z0-9$])/y;
  found.lastIndex = from;
  const match = found.exec(text);
  if (!match || /[，。；！？、“”《》]/.test(withoutGroups(match[1]!))) return undefined;
  const tex = match[1]!.replace(/\n[ \t]*(?:>[ \t]?)*/g, ' ');
  return { tex, to: from + match[0].length, double: false };
}

/** Braces may hold prose: `\text{消费，元}`. */
function withoutGroups(tex: string): string {
  return tex.replace(/\{[^{}]*\}/g, '');
}
