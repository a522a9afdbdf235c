import type { ParsedInline } from '../markdown-chapter.ts';

/** Characters beside which Chinese prose has no space when a line of the source ends. */
const chinese =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef\u2018-\u201f\u2026\u2014\u00b7]/u;

/**
 * Joins the lines of a paragraph: nothing between Chinese characters, else one space. Changes the texts
 * in place; they are fresh from the parser. Needs the tree complete, since a line may end before a tag.
 */
export function joinLines(inlines: readonly ParsedInline[]): void {
  const leaves = listLeaves(inlines);
  leaves.forEach((leaf, index) => {
    if (leaf.type !== 'text' || !leaf.value.includes('\n')) return;
    const before = getEdgeText(leaves[index - 1], 'end');
    const after = getEdgeText(leaves[index + 1], 'start');
    leaf.value = leaf.value.replace(/[ \t]*\n[ \t]*/g, (gap: string, at: number) => {
      const previous = at > 0 ? leaf.value.slice(0, at) : before;
      const next = leaf.value.slice(at + gap.length) || after;
      return chinese.test(getLastCharacter(previous)) && chinese.test(getFirstCharacter(next)) ? '' : ' ';
    });
  });
}

function listLeaves(inlines: readonly ParsedInline[]): ParsedInline[] {
  return inlines.flatMap((inline) => ('children' in inline ? listLeaves(inline.children) : [inline]));
}

/** The text that a leaf shows at one of its ends, as far as it is known before settling. */
function getEdgeText(leaf: ParsedInline | undefined, side: 'start' | 'end'): string {
  switch (leaf?.type) {
    case undefined:
    case 'break':
      return '';
    case 'text':
    case 'code':
      return leaf.value;
    case 'tag':
      // 超额完成, 图 4-2, [1], 转化率: in Chinese words; a value begins with a figure and may end with a word.
      return leaf.name === 'Value'
        ? side === 'start'
          ? '0'
          : '人'
        : leaf.name === 'Ref' && side === 'end'
          ? '2'
          : '图';
    case 'footnote':
      return '图';
    default:
      return 'x';
  }
}

function getFirstCharacter(text: string): string {
  return text === '' ? '' : String.fromCodePoint(text.codePointAt(0)!);
}

function getLastCharacter(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}
