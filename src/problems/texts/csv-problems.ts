import { defineProblem } from '../define-problem.ts';

/** Problems of CSV as text: cells that do not end, and rows of another length. */
export const csvProblems = {
  'bad-row': defineProblem<{ expected: number; found: number }>({
    severity: 'error',
    what: {
      zh: (p) => `这一行有 ${p.found} 个单元格，应为 ${p.expected} 个。`,
      en: (p) => `This row has ${p.found} cells instead of ${p.expected}.`,
    },
    cure: {
      zh: () =>
        '内容里有分隔符（如逗号）时，整格要用英文双引号括起来："上海,浦东"；缺的单元格留空但要保留分隔符。',
      en: () =>
        'A cell that holds the separator needs double quotes: "a,b"; keep the separators of empty cells.',
    },
  }),
  'wide-comma-header': defineProblem<{ written: string; cure: string }>({
    severity: 'error',
    what: {
      zh: (p) => `列名“${p.written}”之间是中文逗号，下面的行用的是英文逗号；没有读取。`,
      en: (p) => `The names “${p.written}” have Chinese commas, the rows below ASCII ones; it was not read.`,
    },
    cure: { zh: (p) => `写成 \`${p.cure}\``, en: (p) => `Write \`${p.cure}\`` },
  }),
  'more-bad-rows': defineProblem<{ more: number }>({
    severity: 'error',
    what: {
      zh: (p) => `还有 ${p.more} 行的单元格个数不对。`,
      en: (p) => `${p.more} more rows have a wrong number of cells.`,
    },
    cure: {
      zh: () => '请先改好上面列出的行，再检查一次。',
      en: () => 'Correct those above first, then check again.',
    },
  }),
  'open-quote': defineProblem({
    severity: 'error',
    what: {
      zh: () => '从这里开始的双引号没有结束，后面的内容都被当成一个单元格。',
      en: () => 'The double quote that begins here never ends; all that follows is one cell.',
    },
    cure: {
      zh: () => '在单元格末尾补上英文双引号 "；内容里的双引号要写两个：""。',
      en: () => 'Close the cell with "; write a quote inside a cell twice: "".',
    },
  }),
  'text-after-quote': defineProblem({
    severity: 'error',
    what: {
      zh: () => '双引号结束之后还有文字。',
      en: () => 'There is text after the closing double quote.',
    },
    cure: {
      zh: () => '内容里的双引号要写两个：""，例如 "他说""好""。"。',
      en: () => 'Write a quote inside a cell twice: "he said ""yes""".',
    },
  }),
  'more-bad-quotes': defineProblem<{ more: number }>({
    severity: 'error',
    what: {
      zh: (p) => `还有 ${p.more} 个单元格在双引号结束之后有文字。`,
      en: (p) => `${p.more} more cells have text after their closing double quote.`,
    },
    cure: {
      zh: () => '请先改好上面列出的单元格，再检查一次。',
      en: () => 'Correct those above first, then check again.',
    },
  }),
  'cut-row': defineProblem<{ expected: number; found: number }>({
    severity: 'error',
    what: {
      zh: (p) => `文件在最后一行中断：只有 ${p.found} 个单元格（应为 ${p.expected} 个），行末也没有换行。`,
      en: (p) => `The file breaks off in its last row: ${p.found} of ${p.expected} cells and no line end.`,
    },
    cure: {
      zh: () => '文件很可能没有下载或复制完整，请重新导出。',
      en: () => 'It was probably not downloaded in full: export it again.',
    },
  }),
  'huge-cell': defineProblem<{ length: number; limit: number }>({
    severity: 'error',
    what: {
      zh: (p) => `这个单元格有 ${p.length} 个字，最多 ${p.limit} 个。`,
      en: (p) => `This cell has ${p.length} signs; ${p.limit} are allowed.`,
    },
    cure: {
      zh: () => '很可能是双引号没有成对，或文件不是表格；请检查这一行。',
      en: () => 'Probably a double quote is missing, or the file is no table: check this row.',
    },
  }),
};
