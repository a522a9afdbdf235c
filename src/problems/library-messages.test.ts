import { expect, test } from 'vitest';
import { explainMessage, type Library } from './library-messages.ts';

/** Messages as the libraries write them. */
const messages: [library: Library, message: string, zh: string][] = [
  ['sql', 'syntax error at or near "FORM"', '“FORM”这里不合语法'],
  ['sql', "Could not convert string 'SEM' to INT64", '“SEM”不能当作数字'],
  ['sql', 'invalid date field format: "abc", expected format is (YYYY-MM-DD)', '“abc”不是日期'],
  [
    'sql',
    'column "date" must appear in the GROUP BY clause or must be part of an aggregate function.',
    '列“date”要写进 group by，或用 sum、max 之类汇总',
  ],
  ['sql', 'Scalar Function with name summ does not exist!', '没有函数 summ'],
  [
    'sql',
    'Scalar Function with name summ does not exist! Did you mean "sum"?',
    '没有函数 summ，是不是想写 sum',
  ],
  [
    'sql',
    "No function matches the given name and argument types 'sum(VARCHAR)'. You might need to add explicit type casts.",
    '函数 sum 不能这样用：括号里是 文字',
  ],
  [
    'sql',
    'Cannot compare values of type VARCHAR and INTEGER_LITERAL - an explicit cast is required',
    '不能拿 文字 和 数字 比较，先换成同一种类型',
  ],
  ['tex', 'Unsupported function name: \\foo', '没有命令 \\foo，或打印稿不支持'],
  ['tex', "Cannot read properties of null (reading 'type')", '写法不完整，少了上标、下标或花括号里的内容'],
  ['bibtex', 'expected "comma", got "equals"', '这里之前少了逗号'],
  ['bibtex', 'expected "rbrace", got EOF', '到文件末尾也没有结束，少了右花括号'],
  ['vega', 'Unrecognized signal name: "xx"', '找不到信号“xx”'],
  ['file', 'Invalid Input Error: No magic bytes found', '文件不完整或已损坏'],
];

test.each(messages)('%s says %s', (library, message, zh) => {
  const explained = explainMessage(library, message);
  expect(explained.zh).toBe(zh);
  expect(explained.en).not.toMatch(/\p{Script=Han}/u);
});

test('a message that is not known is quoted as the library’s, and cut', () => {
  const { zh, en } = explainMessage('sql', `Something quite new ${'x'.repeat(300)}`);
  expect(zh).toMatch(/^数据引擎的原话是“Something quite new x+…”$/);
  expect(en).toMatch(/^the data engine says “Something/);
  expect(zh.length).toBeLessThan(150);
});
