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
  'doubtful-reference': defineProblem<{
    key: string;
    doubt: 'doi' | 'isbn' | 'issn' | 'pages' | 'accessed' | 'year';
    text: string;
  }>({
    severity: 'warning',
    what: {
      zh: (p) => `文献“${p.key}”的${doubts[p.doubt].zh}：${p.text}。`,
      en: (p) => `In the entry “${p.key}” ${doubts[p.doubt].en}: ${p.text}.`,
    },
    cure: {
      zh: () => '对照原文或出版社、期刊的网页核实后改正；找不到原文的文献不要引用。',
      en: () => 'Check it against the source or its publisher; do not cite what cannot be found.',
    },
  }),
  'unused-reference': defineProblem<{ keys: string; count: number; example: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `references.bib 里有 ${p.count} 条文献正文没有引用，不会出现在参考文献表：${p.keys}。`,
      en: (p) =>
        `references.bib has ${p.count} entries that the text does not cite; they are not in the list: ${p.keys}.`,
    },
    cure: {
      zh: (p) => `在用到它的句子里写 <Cite of="${p.example}" />，或删去这一条。`,
      en: (p) => `Write <Cite of="${p.example}" /> in the sentence that rests on it, or remove the entry.`,
    },
  }),
};

const doubts = {
  doi: { zh: ' DOI 不是 10.xxxx/… 的样子', en: 'the DOI is not of the form 10.xxxx/…' },
  isbn: { zh: ' ISBN 校验位不对', en: 'the check digit of the ISBN is wrong' },
  issn: { zh: ' ISSN 校验位不对', en: 'the check digit of the ISSN is wrong' },
  pages: { zh: '起始页大于终止页', en: 'the first page comes after the last' },
  accessed: { zh: '访问日期早于发表日期', en: 'the date of access is before that of publication' },
  year: { zh: '出版年晚于访问日期', en: 'the year is after the date of access' },
} as const;
