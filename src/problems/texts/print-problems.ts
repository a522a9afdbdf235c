import { defineProblem } from '../define-problem.ts';

export const printProblems = {
  'missing-glyph': defineProblem<{ character: string; code: string; context: string; instead: string }>({
    severity: 'error',
    what: {
      zh: ({ character, code, context }) =>
        `汉字“${character}”（${code}）没有字体可以印出，出现在“${context}”。`,
      en: ({ character, code, context }) =>
        `No bundled font can print the Chinese character “${character}” (${code}); it stands in “${context}”.`,
    },
    cure: {
      zh: ({ instead }) => (instead ? `改写为“${instead}”。` : '改用通用的字，或用文字说明字形。'),
      en: ({ instead }) =>
        instead ? `Write “${instead}” instead.` : 'Write a common character, or say in words how it looks.',
    },
  }),
  'replaced-glyph': defineProblem<{ character: string; code: string; context: string }>({
    severity: 'warning',
    what: {
      zh: ({ character, code, context }) =>
        `字符“${character}”没有字体可以印出，纸上以〔${code}〕（图中以 □）代替，出现在“${context}”。`,
      en: ({ character, code, context }) =>
        `No bundled font has “${character}”: on paper 〔${code}〕, in a figure □, stands for it in “${context}”.`,
    },
    cure: {
      zh: () => '删去它，换一个常用的字符，或改用文字说明。',
      en: () => 'Delete it, take a common character, or say it in words.',
    },
  }),
  'image-not-printed': defineProblem<{ src: string }>({
    severity: 'error',
    what: {
      zh: ({ src }) => `图片“${src}”不能印进 PDF：它不在课程文件夹里，或不是 PNG、JPEG、GIF、WebP、SVG。`,
      en: ({ src }) =>
        `The image “${src}” cannot go into the PDF: it is not in the course folder, or is not PNG, JPEG, GIF, WebP or SVG.`,
    },
    cure: {
      zh: () => '把图片文件放到章节旁边，用相对路径引用：![说明](图片.png)。',
      en: () =>
        'Put the file next to the chapter and refer to it by a relative path: ![what it shows](image.png).',
    },
  }),
  'math-not-printed': defineProblem<{ tex: string }>({
    severity: 'error',
    what: {
      zh: ({ tex }) => `公式“${tex}”排不出来。`,
      en: ({ tex }) => `The formula “${tex}” cannot be typeset.`,
    },
    cure: {
      zh: () => '检查括号是否成对、命令是否写对，例如 $\\frac{a}{b}$。',
      en: () => 'Check that brackets match and commands are spelled right, as in $\\frac{a}{b}$.',
    },
  }),
  'print-failed': defineProblem<{ report: string; reason: string }>({
    severity: 'error',
    what: {
      zh: ({ report, reason }) => `报告“${report}”没有排成 PDF：${reason}。这是本程序的缺陷，不是你的错。`,
      en: ({ report, reason }) =>
        `The report “${report}” was not typeset: ${reason}. This is a fault of the program, not yours.`,
    },
    cure: {
      zh: () => '请把这一行连同报告的文件夹发给课程维护者；网站不受影响。',
      en: () =>
        'Send this line with the report’s folder to the course’s maintainer; the site is not affected.',
    },
  }),
};
