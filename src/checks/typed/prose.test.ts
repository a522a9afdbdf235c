import { expect, test } from 'vitest';
import { LineIndex } from '../../base/source-text.ts';
import { readSentences } from './prose.ts';

const file = 'content/reports/r/01-a.mdx';

/** Each sentence with the place of its first character. */
function list(text: string): string[] {
  const lines = new LineIndex(file, text);
  return readSentences({ file, text })
    .filter((one) => one.text.trim() !== '')
    .map((one) => {
      const { line, column } = lines.toPlace(one.offsets[0]!);
      return `${line}:${column} ${one.isQuoted ? '> ' : ''}${one.head && `[${one.head}] `}${one.text.replaceAll('\uFFFC', '◻')}`;
    });
}

test('paragraphs, headings, lists, cells, quotations and alternative texts, without marks and code', () => {
  const text = `---
title: 结果 25 次
summary: 一句 26 次。
date: 2026-03-02
---

本周达到**25**次。另一句 <Value of="访问量" />，\`LIMIT 100\`；
接着写 $x=3$ 。

## 增长 27 次

- 第一项 28 次
1. 第二项[链接 29 次](https://a.cn/30)

| 甲 | 乙 |
| --- | --- |
| 31 | **32** 次 |

> 说 33 次

![图 34 次](a-35.png)

<Figure kind="trend" of="x" caption="36 次" />

\`\`\`sql
select 37
\`\`\`
`;
  expect(list(text)).toEqual([
    '2:8 结果 25 次',
    '3:10 一句 26 次。',
    '7:1 本周达到25次。',
    `7:13 另一句 ◻，${'◻'.repeat(11)}；`,
    '8:1 接着写 ◻ 。',
    '10:4 增长 27 次',
    '12:3 第一项 28 次',
    '13:4 第二项链接 29 次',
    '17:2 [甲]  31 ',
    '17:7 [乙]  32 次 ',
    '19:2 >  说 33 次',
    '21:3 图 34 次',
    expect.stringMatching(/^25:1 ◻+$/),
  ]);
});

test('what stands in emphasis keeps its place', () => {
  const text = '前文**5,164**次，其后 7 次。';
  const [sentence] = readSentences({ file, text });
  expect(sentence!.text).toBe('前文5,164次，其后 7 次。');
  expect(sentence!.offsets[sentence!.text.indexOf('7')]).toBe(text.indexOf('7'));
});

test('the heading above and the sentence before tell what a sentence is about', () => {
  const [, , last] = readSentences({ file, text: '## 导师指导\n\n一共两位。\n\n共 8 次。\n' }).filter(
    ({ text }) => text.trim() !== '',
  );
  expect(last!.topic).toBe('导师指导 一共两位。');
});

test('a text without an end is cut, so that no number is looked at in all of it', () => {
  const sentences = readSentences({ file, text: '一次1、'.repeat(2000) });
  expect(sentences.length).toBeGreaterThan(10);
  expect(sentences.map(({ text }) => text).join('')).toBe('一次1、'.repeat(2000));
});
