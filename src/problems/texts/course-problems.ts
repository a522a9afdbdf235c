import { defineProblem } from '../define-problem.ts';
import { pickChinese, pickEnglish } from '../descriptions.ts';
import { suggestEn, suggestZh } from '../unknown-name.ts';

/** Problems of the files of a course: which there are, and the keys on top of them. */
export const courseProblems = {
  'no-reports': defineProblem<{ folder: string }>({
    severity: 'error',
    what: { zh: (p) => `“${p.folder}”里没有报告。`, en: (p) => `There is no report in “${p.folder}”.` },
    cure: {
      zh: () => '用 `npm run new -- 报告名` 新建一份，或用 `--root` 指到课程所在的文件夹。',
      en: () => 'Make one with `npm run new -- NAME`, or point `--root` to the folder of the course.',
    },
  }),
  'unknown-report': defineProblem<{ name: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: { zh: (p) => `没有名为“${p.name}”的报告。`, en: (p) => `There is no report “${p.name}”.` },
    cure: {
      zh: (p) => `${suggestZh(p.near)}现有报告：${p.all}。`,
      en: (p) => `Reports: ${p.all}.${suggestEn(p.near)}`,
    },
  }),
  'missing-index': defineProblem<{ report: string }>({
    severity: 'error',
    what: {
      zh: (p) => `报告“${p.report}”缺少 index.mdx。`,
      en: (p) => `The report “${p.report}” has no index.mdx.`,
    },
    cure: {
      zh: () => '新建 index.mdx，开头写 title、team、mentor、period，正文写摘要。',
      en: () => 'Add index.mdx with title, team, mentor and period on top and the abstract as its text.',
    },
  }),
  'no-chapters': defineProblem<{ report: string }>({
    severity: 'error',
    what: {
      zh: (p) => `报告“${p.report}”没有任何章。`,
      en: (p) => `The report “${p.report}” has no chapter.`,
    },
    cure: {
      zh: () => '新建 01-background.mdx，开头写 `title: 实训背景概述`。',
      en: () => 'Add 01-background.mdx with `title: Background` on top.',
    },
  }),
  'unknown-key': defineProblem<{ key: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: { zh: (p) => `没有“${p.key}”这一项。`, en: (p) => `There is no key “${p.key}”.` },
    cure: {
      zh: (p) => `${suggestZh(p.near)}可用的项：${p.all}。`,
      en: (p) => `Known keys: ${p.all}.${suggestEn(p.near)}`,
    },
  }),
  'unknown-display-column': defineProblem<{ key: string; name: string; near: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.key}”里的列“${p.name}”在哪张表里都没有，写下的不起作用。`,
      en: (p) => `No table has the column “${p.name}” of “${p.key}”: what is written there does nothing.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}列名按数据文件的表头写，已知的表也可以写规定的列名。`,
      en: (p) => `Write a column as in the files, or as the known tables call it.${suggestEn(p.near)}`,
    },
  }),
  'missing-key': defineProblem<{ key: string; description: string }>({
    severity: 'error',
    what: { zh: (p) => `缺少“${p.key}”。`, en: (p) => `“${p.key}” is missing.` },
    cure: {
      zh: (p) => `补上一行 \`${p.key}: …\`。${pickChinese(p.description)}`,
      en: (p) => `Add a line \`${p.key}: …\`. ${pickEnglish(p.description)}`,
    },
  }),
  'bad-key': defineProblem<{ key: string; found: string; expected: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.key}”的内容不对：写的是 ${p.found}。`,
      en: (p) => `“${p.key}” is wrong: found ${p.found}.`,
    },
    cure: {
      zh: (p) => `应为：${pickChinese(p.expected)}`,
      en: (p) => `Expected: ${pickEnglish(p.expected)}`,
    },
  }),
  'period-reversed': defineProblem<{ name: string; from: string; to: string; swapped: string }>({
    severity: 'error',
    what: {
      zh: (p) => `${p.name ? `“${p.name}”` : '这段时间'}的结束 ${p.to} 早于开始 ${p.from}。`,
      en: (p) => `${p.name ? `“${p.name}”` : 'This period'} ends on ${p.to}, before it begins on ${p.from}.`,
    },
    cure: {
      zh: (p) => `核对两个日期（年份也看一眼）；若是写反了，写成 \`${p.swapped}\``,
      en: (p) => `Check both days and their years; if they are the wrong way round, write \`${p.swapped}\``,
    },
  }),
  'duplicate-chapter': defineProblem<{ slug: string; other: string }>({
    severity: 'error',
    what: {
      zh: (p) => `两章的网址都是“${p.slug}.html”，另一章是 ${p.other}。`,
      en: (p) => `Two chapters want the address “${p.slug}.html”; the other is ${p.other}.`,
    },
    cure: {
      zh: () => '给其中一个文件改名，序号之后的部分要不同。',
      en: () => 'Rename one of the files: they must differ after the number.',
    },
  }),
  'reserved-chapter': defineProblem<{ slug: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.slug}”是网站自带页面的名字，不能用作文件名。`,
      en: (p) => `“${p.slug}” is the name of a page that is there already.`,
    },
    cure: {
      zh: (p) => `给文件改名，例如“${p.slug}-chapter.mdx”。`,
      en: (p) => `Rename the file, for example “${p.slug}-chapter.mdx”.`,
    },
  }),
};
