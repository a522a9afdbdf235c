/** Programs, tags and broken markup that an author may hand in, in every place of a chapter, two after one another. */
import { evaluate } from 'satteri';
import { expect } from 'vitest';
import type { Passage } from '../report/book.ts';
import { assertSameOutline, mdxElements } from '../report/mdx/outline-mdx.ts';
import { writeMdx } from '../report/mdx/write-mdx.ts';
import { buildPages } from '../report/text/course-pages.ts';
import { courseFile } from '../schema/course-file.ts';

const payloads: readonly string[] = [
  '{globalThis.pwned = 1}',
  '{`\u0024{globalThis.pwned = 1}`}',
  'export const pwned = (globalThis.pwned = 1)',
  'import "data:text/javascript,globalThis.pwned=1"',
  'export default () => globalThis.pwned = 1',
  '<script>globalThis.pwned = 1</script>',
  '<img src=x onerror="globalThis.pwned=1">',
  '<Value n="0" />',
  '<Script src="x" />',
  '<Value of={globalThis.pwned = 1} />',
  '<Note {...(globalThis.pwned = 1)}>',
  '</Note>',
  '</Note>export const x = 1',
  '<Footnotes>',
  '</Footnotes>',
  '<>',
  '</>',
  '<Fragment set:html="<script>1</script>" />',
  '<a href="javascript:globalThis.pwned=1">x</a>',
  '[x](javascript:globalThis.pwned=1)',
  '![x](javascript:globalThis.pwned=1)',
  '[x](<data:text/html,{1}>)',
  '<!-- {1} -->',
  '<![CDATA[ {1} ]]>',
  '<?php {1} ?>',
  '&lt;script&gt;{1}&lt;/script&gt;',
  '&#123;globalThis.pwned = 1&#125;',
  '&#x7b;globalThis.pwned = 1&#x7d;',
  '\\{globalThis.pwned = 1}',
  '\\\\{globalThis.pwned = 1}',
  '`{globalThis.pwned = 1}',
  '``{1}`',
  '```\n{1}\n',
  '~~~\n{1}\n~~~',
  '$x{1}$',
  '$$\n\\href{javascript:1}{x}\n$$',
  '| {1} | <b> |\n| - | - |\n| {2} | </b> |',
  '[^x]: {1}',
  'x[^x]',
  '---\n{1}\n---',
  '\uFDD0\uFDE0\uFDE0\uFDE0\uFDE0\uFDE0',
  '\u2028export const x = 1',
  '\u0000{1}',
  '"`\'{1}',
];

/** What payloads are put into. */
const frames: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `文字${payload}文字`,
  (payload) => `- ${payload.replaceAll('\n', '\n  ')}`,
  (payload) => `> ${payload.replaceAll('\n', '\n> ')}`,
  (payload) => `## ${payload.split('\n')[0]}`,
  (payload) => `**${payload}**`,
  (payload) => `\`${payload}\``,
  (payload) => `\`\`\`js\n${payload}\n\`\`\``,
  (payload) => `| a | b |\n| - | - |\n| ${payload.replaceAll('\n', ' ')} | x |`,
  (payload) => `[${payload}](https://a.cn)`,
  (payload) => `![${payload}](a.png)`,
  (payload) => `<Note title="${payload.replaceAll(/["\n]/g, '')}">\n\n${payload}\n\n</Note>`,
  (payload) => `x[^1]\n\n[^1]: ${payload.replaceAll('\n', '\n    ')}`,
  (payload) => `$${payload}$`,
];

export const composedPayloads: readonly string[] = frames.flatMap((frame) =>
  payloads.flatMap((first) => [frame(first), ...payloads.map((second) => `${frame(first)}\n\n${second}`)]),
);

const course = courseFile.parse({ title: '课程', term: '2026' });

/** `text` as a page of the course, whatever is wrong with it. */
export function parsePassage(text: string): Passage {
  return buildPages([{ file: 'content/pages/x.mdx', text: `---\ntitle: 题\n---\n\n${text}` }], course)
    .pages[0]!;
}

/** Runs the compiled MDX and gives the words it prints; what an author smuggled in would run too. */
function printMdx(text: string): string {
  const print = (props: unknown): string => [(props as { children?: unknown }).children].flat(9).join('');
  const jsx = (type: unknown, props: unknown): string =>
    typeof type === 'function' ? String(type(props)) : print(props);
  const components = Object.fromEntries(mdxElements.map((name) => [name, print]));
  const features = { gfm: true, smartPunctuation: false };
  const { default: content } = evaluate(text, { Fragment: print, jsx, jsxs: jsx, features }) as {
    default: (props: object) => string;
  };
  return content({ components });
}

/** Expects that the text of a payload is printed and none of it runs. */
export function checkPayload(text: string): void {
  const written = writeMdx(parsePassage(text));
  assertSameOutline(written, text);
  expect(written.text, text).not.toMatch(/[{}]/);
  const printed = printMdx(written.text).replace(/\s/g, '');
  const marks = /\uFDD0n\uFDD1\d+|\uFDD0\/?\w+\uFDD1|\s/g;
  expect(printed, text).toBe(written.outline.replace(marks, ''));
  expect(globalThis, text).not.toHaveProperty('pwned');
}
