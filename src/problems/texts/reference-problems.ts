import { defineProblem } from '../define-problem.ts';
import { explainMessage } from '../library-messages.ts';

/** Problems of `references.bib`. */
export const referenceProblems = {
  'bibliography-syntax': defineProblem<{ key: string; message: string }>({
    severity: 'error',
    what: {
      zh: (p) => `文献“${p.key}”读不懂：${explainMessage('bibtex', p.message).zh}。`,
      en: (p) => `The entry “${p.key}” cannot be read: ${explainMessage('bibtex', p.message).en}.`,
    },
    cure: {
      zh: () => '检查花括号是否成对、每行末尾是否有逗号：`title = {题名},`',
      en: () => 'Check that braces are paired and each line ends with a comma: `title = {Title},`',
    },
  }),
  'duplicate-reference-key': defineProblem<{ key: string; line: number }>({
    severity: 'error',
    what: {
      zh: (p) => `文献“${p.key}”出现了两次，前一次在第 ${p.line} 行。`,
      en: (p) => `The entry “${p.key}” appears twice; the first is in line ${p.line}.`,
    },
    cure: { zh: () => '给其中一条换个名字，或删去一条。', en: () => 'Rename one of them, or remove it.' },
  }),
  'unsafe-reference-url': defineProblem<{ key: string; url: string; scheme: string }>({
    severity: 'error',
    what: {
      zh: (p) => `文献“${p.key}”的网址“${p.url}”不能用：以 ${p.scheme} 开头的地址不是网页。`,
      en: (p) => `The url “${p.url}” of the entry “${p.key}” is no page: it begins with ${p.scheme}.`,
    },
    cure: {
      zh: () => '写完整的网址：`url = {https://…},`，或删去这一行。',
      en: () => 'Write the whole address, `url = {https://…},`, or remove the line.',
    },
  }),
  'reference-missing-field': defineProblem<{ key: string; field: string; example: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `文献“${p.key}”缺少 ${p.field}，参考文献表里会不完整。`,
      en: (p) => `The entry “${p.key}” lacks ${p.field}; the reference will be incomplete.`,
    },
    cure: { zh: (p) => `补上一行 \`${p.example}\``, en: (p) => `Add a line \`${p.example}\`` },
  }),
};
