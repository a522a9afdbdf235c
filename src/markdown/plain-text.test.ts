import { expect, test } from 'vitest';
import { parseChapter } from './parse-chapter.ts';
import { toPlainText } from './plain-text.ts';

test('one line a block, cells apart by tabs, tags as told', () => {
  const { blocks } = parseChapter({
    file: 'a.mdx',
    text: '## 一 **二**\n\n三 <Value of="x" />[^1]\n\n- 四\n- 五 $y$\n\n| a | b |\n|---|---|\n| c | ![d](e.png) |\n\n<Kpis of="f" />\n\n<Note>\n六\n</Note>\n\n[^1]: 注',
  });
  expect(toPlainText(blocks)).toBe('一 二\n三 \n四\n五 y\na\tb\nc\td\n六');
  const told = toPlainText(blocks, (tag) => (tag.name === 'Note' ? undefined : `<${tag.name}>`));
  expect(told).toBe('一 二\n三 <Value>\n四\n五 y\na\tb\nc\td\n<Kpis>\n六');
});
