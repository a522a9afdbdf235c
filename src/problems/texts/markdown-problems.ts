import { defineProblem } from '../define-problem.ts';
import { explainMessage } from '../library-messages.ts';

/** Problems of the text of a chapter: what the dialect does not know, and slips of the keyboard. */
export const markdownProblems = {
  'line-too-long': defineProblem<{ most: number }>({
    severity: 'error',
    what: {
      zh: (p) => `这一行超过 ${p.most} 个字符，没有读取。`,
      en: (p) => `The line has more than ${p.most} characters; it was not read.`,
    },
    cure: {
      zh: () => '分成几段；图片和数据放进文件，不写在正文里。',
      en: () => 'Make paragraphs of it; images and data go into files, not into the text.',
    },
  }),
  'chapter-too-long': defineProblem<{ most: number }>({
    severity: 'error',
    what: {
      zh: (p) => `这个文件超过 ${p.most} 个字符，从这里起没有读取。`,
      en: (p) => `The file has more than ${p.most} characters; it was not read from here on.`,
    },
    cure: { zh: () => '分成几章。', en: () => 'Make chapters of it.' },
  }),
  'notes-too-deep': defineProblem<{ most: number }>({
    severity: 'error',
    what: {
      zh: (p) => `<Note> 里套 <Note> 超过 ${p.most} 层，从这里起没有读取。`,
      en: (p) => `<Note> within <Note> on more than ${p.most} levels; the text was not read from here on.`,
    },
    cure: { zh: () => '给前面的 <Note> 补上 </Note>。', en: () => 'Close the notes above with </Note>.' },
  }),
  'front-matter-language': defineProblem<{ language: string }>({
    severity: 'error',
    what: {
      zh: (p) => `文件开头写的是“---${p.language}”，只能用 YAML。`,
      en: (p) => `The file begins with “---${p.language}”; front matter is YAML only.`,
    },
    cure: { zh: () => '第一行只写 `---`。', en: () => 'Write `---` alone on the first line.' },
  }),
  'front-matter-unclosed': defineProblem({
    severity: 'error',
    what: {
      zh: () => '文件开头的 `---` 没有配对的 `---`，整个文件都成了属性区。',
      en: () => 'The `---` at the top of the file has no closing `---`.',
    },
    cure: {
      zh: () => '在属性的最后一行之后另起一行写 `---`。',
      en: () => 'Write `---` on a line of its own after the last key.',
    },
  }),
  'front-matter-unopened': defineProblem<{ key: string; written: string }>({
    severity: 'error',
    what: {
      zh: (p) =>
        p.written
          ? `“${p.written}”不是属性区的开头：要用三个半角减号 \`---\`。`
          : `“${p.key}”等属性要写在两行 \`---\` 之间，\`---\` 要在文件的第一行。`,
      en: (p) =>
        p.written
          ? `“${p.written}” does not open the front matter: it takes three hyphens, \`---\`.`
          : `“${p.key}” belongs between two lines of \`---\`, the first of which is the first line of the file.`,
    },
    cure: {
      zh: () => '文件的第一行只写 `---`，属性之后另起一行再写一个 `---`。',
      en: () => 'Make `---` the first line of the file, and put another one after the keys.',
    },
  }),
  'front-matter-shape': defineProblem({
    severity: 'error',
    what: {
      zh: () => '文件开头两个 `---` 之间不是“名称: 内容”的形式。',
      en: () => 'What stands between the `---` lines is not a list of `key: value`.',
    },
    cure: {
      zh: () => '每行写成 `title: 实训背景概述`：用英文冒号，冒号后有一个空格。',
      en: () => 'Write each line as `title: Background`: an ASCII colon and a space.',
    },
  }),
  'raw-html': defineProblem<{ source: string; instead: string }>({
    severity: 'error',
    what: {
      zh: (p) => `正文里不能写 HTML：\`${p.source}\`。`,
      en: (p) => `HTML is no part of a chapter: \`${p.source}\`.`,
    },
    cure: {
      zh: (p) =>
        `${p.instead ? `改写成 Markdown：${p.instead}` : '删去这个标签，保留文字'}；若要原样印出，写成 \`\\<\`。`,
      en: (p) =>
        `${p.instead ? `Write Markdown: ${p.instead}` : 'Remove the tag and keep the text'}; to print it as it is, write \`\\<\`.`,
    },
  }),
  'es-module': defineProblem<{ written: string }>({
    severity: 'error',
    what: {
      zh: (p) => `章节不是程序，不能写 \`${p.written}\`。`,
      en: (p) => `A chapter is not a program: \`${p.written}\`.`,
    },
    cure: {
      zh: () => '删去这一句；要展示代码，请放进 ``` 代码块。',
      en: () => 'Remove the statement; to show code, put it into a ``` block.',
    },
  }),
  'heading-mark': defineProblem<{ written: string; cure: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.written}”不会成为标题：# 要用半角，后面要有一个空格。`,
      en: (p) => `“${p.written}” is no heading: it needs an ASCII # and a space after it.`,
    },
    cure: {
      zh: (p) => `写成 \`${p.cure}\`；若本来就要印出 #，写成 \`\\#\`。`,
      en: (p) => `Write \`${p.cure}\`; to print the sign itself, write \`\\#\`.`,
    },
  }),
  'heading-one': defineProblem<{ text: string }>({
    severity: 'error',
    what: {
      zh: (p) => `正文里有一级标题“${p.text}”，章名已由文件开头的 title 给出。`,
      en: (p) => `“${p.text}” is a heading of level 1; the title of the chapter is in its front matter.`,
    },
    cure: {
      zh: (p) => `写成 \`## ${p.text}\`，或删去这一行。`,
      en: (p) => `Write \`## ${p.text}\`, or remove the line.`,
    },
  }),
  'heading-underlined': defineProblem<{ text: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.text}”下一行是 --- 或 ===，整段被当成了标题。`,
      en: (p) => `“${p.text}” became a heading because of the line of --- or === under it.`,
    },
    cure: {
      zh: (p) => `要分隔线，就在 --- 上面空一行；要标题，就写 \`## ${p.text}\`。`,
      en: (p) => `For a rule, leave an empty line above ---; for a heading, write \`## ${p.text}\`.`,
    },
  }),
  'line-runs-on': defineProblem<{ written: string; cure: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.written}”会接在上一行后面，不会另起一行。`,
      en: (p) => `“${p.written}” runs on from the line above instead of beginning a new one.`,
    },
    cure: {
      zh: (p) => `上面空一行，或写成列表：\`${p.cure}\`；下面同样的行也一样。`,
      en: (p) => `Leave an empty line above, or write a list: \`${p.cure}\`, and so on below.`,
    },
  }),
  'wide-tag': defineProblem<{ written: string; cure: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.written}”不会成为标签：标签用半角的 < 和 >，< 后面不空格。`,
      en: (p) => `“${p.written}” is no tag: it takes ASCII < and >, with no space behind <.`,
    },
    cure: { zh: (p) => `写成 \`${p.cure}\``, en: (p) => `Write \`${p.cure}\`` },
  }),
  'block-mark': defineProblem<{ written: string; cure: string; kind: 'list' | 'quote' }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `“${p.written}”不会成为${p.kind === 'list' ? '列表' : '引用'}：符号要用半角，后面要有一个空格。`,
      en: (p) =>
        `“${p.written}” is no ${p.kind === 'list' ? 'list' : 'quote'}: it needs an ASCII sign and a space after it.`,
    },
    cure: {
      zh: (p) => `写成 \`${p.cure}\`，下面同样的行也一样；若本来就要印出这个符号，在它前面加 \`\\\`。`,
      en: (p) =>
        `Write \`${p.cure}\`, and so on the lines below; to print the sign itself, put \`\\\` before it.`,
    },
  }),
  'image-mark': defineProblem<{ written: string; cure: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.written}”不会成为图片：感叹号要用半角。`,
      en: (p) => `“${p.written}” is no image: it needs an ASCII exclamation mark.`,
    },
    cure: { zh: (p) => `写成 \`${p.cure}\``, en: (p) => `Write \`${p.cure}\`` },
  }),
  'emphasis-mark': defineProblem<{ written: string; cure: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.written}”不会成为粗体：星号要用半角。`,
      en: (p) => `“${p.written}” is not bold: it needs ASCII asterisks.`,
    },
    cure: { zh: (p) => `写成 \`${p.cure}\``, en: (p) => `Write \`${p.cure}\`` },
  }),
  'emphasis-open': defineProblem<{ written: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.written}”里的 ** 没有配对，会照样印出来。`,
      en: (p) => `The ** in “${p.written}” is not closed and will be printed.`,
    },
    cure: {
      zh: () => '在要加粗的文字两边都写 `**`，同一段里，** 与文字之间不空格；要印出星号，写成 `\\*`。',
      en: () =>
        'Put `**` on both sides of the words, in one paragraph and without spaces inside; to print asterisks, write `\\*`.',
    },
  }),
  'table-no-rule': defineProblem<{ written: string; cure: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.written}”开头的几行不会成为表格：第二行要是分隔行，竖线和短横都用半角。`,
      en: (p) =>
        `The lines from “${p.written}” on are no table: the second has to be a rule, with ASCII bars and hyphens.`,
    },
    cure: {
      zh: (p) => `在这一行下面写 \`${p.cure}\``,
      en: (p) => `Write below this line \`${p.cure}\``,
    },
  }),
  'table-extra-cell': defineProblem<{ found: number; expected: number; lost: string }>({
    severity: 'error',
    what: {
      zh: (p) => `这一行有 ${p.found} 格，表头只有 ${p.expected} 格，“${p.lost}”会丢掉。`,
      en: (p) => `This row has ${p.found} cells under ${p.expected} names: “${p.lost}” would be lost.`,
    },
    cure: {
      zh: () => '给表头和分隔行补一列，或删去多出的格；格子里的 | 写成 `\\|`。',
      en: () => 'Add a column to the header and its rule, or remove the cell; within a cell write `\\|`.',
    },
  }),
  'table-broken': defineProblem({
    severity: 'error',
    what: {
      zh: () => '这个表格的表头和分隔行（|---|）列数不同，不会成为表格。',
      en: () => 'The header of this table and its line of |---| differ in columns: it is no table.',
    },
    cure: {
      zh: () => '让两行的 | 一样多；单元格里的 | 写成 `\\|`。',
      en: () => 'Give both lines equally many |; within a cell write `\\|`.',
    },
  }),
  'unsafe-link': defineProblem<{ url: string; scheme: string }>({
    severity: 'error',
    what: {
      zh: (p) => `链接“${p.url}”不能用：“${p.scheme}${p.scheme === '//' ? '' : ':'}”开头的地址不允许。`,
      en: (p) => `The link “${p.url}” is refused: no “${p.scheme}${p.scheme === '//' ? '' : ':'}” addresses.`,
    },
    cure: {
      zh: () => '用 https:// 的网址，或相对路径，如 `[计划](02-planning.mdx)`。',
      en: () => 'Use an https:// address or a relative path such as `[plan](02-planning.mdx)`.',
    },
  }),
  'unsafe-image': defineProblem<{ src: string; reason: 'remote' | 'absolute' | 'backslash' | 'empty' }>({
    severity: 'error',
    what: {
      zh: (p) =>
        ({
          remote: `图片“${p.src}”不在报告文件夹里。`,
          absolute: `图片“${p.src}”用了绝对路径，换一台电脑就找不到。`,
          backslash: `图片“${p.src}”的路径用了反斜杠。`,
          empty: '这张图片没有写路径。',
        })[p.reason],
      en: (p) =>
        ({
          remote: `The image “${p.src}” is not in the folder of the report.`,
          absolute: `The image “${p.src}” has an absolute path, which no other machine has.`,
          backslash: `The path of the image “${p.src}” has backslashes.`,
          empty: 'This image has no path.',
        })[p.reason],
    },
    cure: {
      zh: (p) =>
        p.reason === 'backslash'
          ? `写成 \`${p.src.replace(/\\/g, '/')}\``
          : '把图片存到报告文件夹，用相对路径：`![说明](images/截图.png)`。',
      en: (p) =>
        p.reason === 'backslash'
          ? `Write \`${p.src.replace(/\\/g, '/')}\``
          : 'Put the image into the folder of the report: `![what it shows](images/shot.png)`.',
    },
  }),
  'link-brackets': defineProblem<{ written: string; cure: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.written}”用了全角括号，不会成为链接。`,
      en: (p) => `“${p.written}” has full-width brackets and is no link.`,
    },
    cure: { zh: (p) => `写成 \`${p.cure}\``, en: (p) => `Write \`${p.cure}\`` },
  }),
  'link-space': defineProblem<{ written: string; cure: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.written}”的路径里有空格，不会成为链接或图片。`,
      en: (p) => `The path in “${p.written}” has a space, so this is no link or image.`,
    },
    cure: { zh: (p) => `写成 \`${p.cure}\``, en: (p) => `Write \`${p.cure}\`` },
  }),
  'bad-tex': defineProblem<{ tex: string; message: string }>({
    severity: 'error',
    what: {
      zh: (p) => `公式“${p.tex}”排不出来：${explainMessage('tex', p.message).zh}。`,
      en: (p) => `The formula “${p.tex}” cannot be set: ${explainMessage('tex', p.message).en}.`,
    },
    cure: {
      zh: () => '改正 TeX；若 $ 是货币符号，写成 `\\$`。',
      en: () => 'Correct the TeX; if $ means money, write `\\$`.',
    },
  }),
  'unclosed-comment': defineProblem({
    severity: 'error',
    what: { zh: () => '注释 `<!--` 没有配对的 `-->`。', en: () => 'The comment `<!--` has no `-->`.' },
    cure: { zh: () => '在注释之后写 `-->`。', en: () => 'Write `-->` after the comment.' },
  }),
  'unclosed-fence': defineProblem<{ fence: string }>({
    severity: 'error',
    what: {
      zh: (p) => `代码块的 ${p.fence} 没有配对，后面的内容都成了代码。`,
      en: (p) => `The code block has no closing ${p.fence}: what follows became code.`,
    },
    cure: {
      zh: (p) => `在代码之后另起一行写 \`${p.fence}\`。`,
      en: (p) => `Write \`${p.fence}\` on a line of its own after the code.`,
    },
  }),
  'unknown-footnote': defineProblem<{ label: string }>({
    severity: 'error',
    what: {
      zh: (p) => `脚注 [^${p.label}] 没有内容。`,
      en: (p) => `The footnote [^${p.label}] has no text.`,
    },
    cure: {
      zh: (p) => `在段落之后另起一行写 \`[^${p.label}]: 脚注内容\`。`,
      en: (p) => `Write \`[^${p.label}]: its text\` on a line of its own.`,
    },
  }),
  'unused-footnote': defineProblem<{ label: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `脚注 [^${p.label}] 在正文里没有用到，不会印出来。`,
      en: (p) => `The footnote [^${p.label}] is not used and will not be printed.`,
    },
    cure: {
      zh: (p) => `在正文里写 \`[^${p.label}]\`，或删去这条脚注。`,
      en: (p) => `Write \`[^${p.label}]\` in the text, or remove the footnote.`,
    },
  }),
  'duplicate-footnote': defineProblem<{ label: string }>({
    severity: 'error',
    what: {
      zh: (p) => `脚注 [^${p.label}] 写了两次。`,
      en: (p) => `The footnote [^${p.label}] is written twice.`,
    },
    cure: { zh: () => '给其中一个换个名字。', en: () => 'Give one of them another label.' },
  }),
  'nesting-too-deep': defineProblem({
    severity: 'error',
    what: {
      zh: () => '列表或引用套了四十层以上，里面的内容没有读。',
      en: () => 'Lists or quotes are nested more than forty deep; what is inside was not read.',
    },
    cure: { zh: () => '减少层数。', en: () => 'Use fewer levels.' },
  }),
  'markdown-failed': defineProblem<{ message: string }>({
    severity: 'error',
    what: {
      zh: (p) => `这一章没能读懂（解析程序的原话是“${p.message}”）。`,
      en: (p) => `This chapter could not be read (the parser says “${p.message}”).`,
    },
    cure: {
      zh: () => '看这一行附近有没有不成对的符号。',
      en: () => 'Look for an unpaired sign near this line.',
    },
  }),
};
