import type { Bilingual } from '../../base/language.ts';
import type { YamlFault } from '../../base/yaml-text.ts';
import { defineProblem } from '../define-problem.ts';
import type { YamlSlip } from '../yaml-slips.ts';

const yamlFaults: Record<Exclude<YamlFault, 'syntax'>, Bilingual> = {
  self: {
    zh: '这里引用了包含它自己的内容，永远展不完。',
    en: 'This refers to a part that it stands in, and would never end.',
  },
  aliases: {
    zh: '这个文件里的引用（*）展开后太大，没有读取。',
    en: 'The references (*) of this file unfold to too much; it was not read.',
  },
  depth: { zh: '这里的层次太深，没有读取。', en: 'The levels are too many here; it was not read.' },
};

/** What is wrong with the line, in the words that follow “here”. */
const yamlSlips: Record<YamlSlip, Bilingual> = {
  'wide-colon': { zh: '用了全角冒号“：”', en: 'there is a full-width colon “：”' },
  'no-space': { zh: '冒号“:”后面少一个空格', en: 'the colon needs a space after it' },
  'wide-bracket': { zh: '用了全角括号', en: 'there are full-width brackets' },
  'wide-comma': { zh: '用了中文的逗号或分号', en: 'there is a Chinese comma or semicolon' },
  'wide-quote': { zh: '用了中文引号', en: 'there are Chinese quotes' },
  'wide-space': {
    zh: '有全角空格或不换行空格，不能用来缩进',
    en: 'there are full-width or no-break spaces, which set nothing in',
  },
  tab: { zh: '用制表符（Tab）缩进', en: 'a tab sets the line in' },
  dash: { zh: '列表的横线“-”后面少一个空格', en: 'the hyphen of the list needs a space after it' },
  comment: { zh: '注释要用半角 # 开头', en: 'a comment begins with an ASCII #' },
  'open-quote': { zh: '引号没有配对', en: 'a quote is not closed' },
  'open-bracket': { zh: '括号没有配对', en: 'a bracket is not closed' },
  'extra-bracket': { zh: '多了一个括号', en: 'there is a bracket too many' },
  'text-colon': {
    zh: '内容里又有“: ”或“ #”，整段要加引号',
    en: 'the text has “: ” or “ #” in it and needs quotes',
  },
  reserved: {
    zh: '内容以 @ ` % & * ! 之类的符号开头，要加引号',
    en: 'the text begins with a sign such as @ ` % & * ! and needs quotes',
  },
  escape: {
    zh: '双引号里的反斜杠“\\”有特别的意思，换成单引号',
    en: 'a backslash means something within double quotes; use single ones',
  },
  indent: {
    zh: '缩进的空格个数和同级的行不一样',
    en: 'the line is not set in like those beside it',
  },
  list: { zh: '这里要的是列表', en: 'a list is expected' },
};

/** What can be said of a line on which the library gave up and no usual slip was found. */
export type YamlTrouble =
  | 'no-key'
  | 'indent'
  | 'unclosed'
  | 'parts'
  | 'reference'
  | 'sign'
  | 'long'
  | 'other';

const yamlTroubles: Record<YamlTrouble, Bilingual> = {
  'no-key': { zh: '这一行不是“名称: 内容”的形式', en: 'This line is not of the form `name: content`' },
  indent: { zh: '这一行的缩进和同级的行对不上', en: 'This line is not set in like those beside it' },
  unclosed: { zh: '这里有引号或括号没有配对', en: 'A quote or a bracket is not closed here' },
  parts: {
    zh: '文件中间有单独一行 ---，把它分成了两个文件',
    en: 'A line of --- cuts the file in two',
  },
  reference: { zh: '这里的 & 或 * 用错了', en: 'The & or * here is wrong' },
  sign: { zh: '这里有不该出现的符号', en: 'There is a sign here that does not belong' },
  long: { zh: '这里的名称太长', en: 'The name here is too long' },
  other: { zh: '这里不是正确的 YAML', en: 'This is not valid YAML' },
};

/** What was written on a line, and what to write. */
interface SlipParams {
  slip: YamlSlip;
  written: string;
  cure: string;
  /** Further lines of the same kind. */
  more: number;
}

/** Slips that are blanks: the line as it is and as it should be look the same. */
const unseen: Partial<Record<YamlSlip, Bilingual>> = {
  tab: { zh: '把 Tab 换成两个空格', en: 'Put two spaces in place of the tab' },
  'wide-space': { zh: '换成普通的半角空格', en: 'Put plain spaces in their place' },
  indent: {
    zh: '增减这一行开头的空格，和同级的行对齐',
    en: 'Add or remove spaces before it, like the lines beside it',
  },
};

/** Problems of YAML as text; each is the one cause of all that cannot be found for it. */
export const yamlProblems = {
  'yaml-syntax': defineProblem<SlipParams>({
    severity: 'error',
    what: {
      zh: (p) =>
        `“${p.written}”读不懂：${yamlSlips[p.slip].zh}${p.more ? `（另有 ${p.more} 行也是）` : ''}。`,
      en: (p) =>
        `“${p.written}” cannot be read: ${yamlSlips[p.slip].en}${p.more ? ` (so do ${p.more} more lines)` : ''}.`,
    },
    cure: {
      zh: (p) => (unseen[p.slip] ? `${unseen[p.slip]?.zh}。` : `写成 \`${p.cure}\``),
      en: (p) => (unseen[p.slip] ? `${unseen[p.slip]?.en}.` : `Write \`${p.cure}\``),
    },
  }),
  'yaml-trouble': defineProblem<{ trouble: YamlTrouble; written: string; code: string }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `${yamlTroubles[p.trouble].zh}：“${p.written}”${p.trouble === 'other' ? `（${p.code}）` : ''}。`,
      en: (p) =>
        `${yamlTroubles[p.trouble].en}: “${p.written}”${p.trouble === 'other' ? ` (${p.code})` : ''}.`,
    },
    cure: {
      zh: () => '看这一行和它的上一行：缩进、冒号后的空格、引号和括号；说明文字放在 # 后面。',
      en: () =>
        'Look at this line and the one above: indentation, the space after a colon, quotes and brackets; put remarks behind #.',
    },
  }),
  'yaml-repeated': defineProblem<{ name: string; first: number; same: boolean; more: number }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `“${p.name}”写了两次，第 ${p.first} 行已经有了，内容${p.same ? '相同' : '不同，多半是两个人的修改合在了一起'}${p.more ? `（另有 ${p.more} 个名字也重复）` : ''}。`,
      en: (p) =>
        `“${p.name}” is written twice, first on line ${p.first}; ${p.same ? 'both say the same' : 'they differ: probably two edits were merged'}${p.more ? ` (so are ${p.more} more names)` : ''}.`,
    },
    cure: {
      zh: (p) => (p.same ? '删去其中一处。' : '比较两处，留下对的那一处；两处都要，就给一处改名。'),
      en: (p) =>
        p.same ? 'Remove one of them.' : 'Compare them and keep the right one; to keep both, rename one.',
    },
  }),
  'yaml-endless': defineProblem<{ kind: Exclude<YamlFault, 'syntax'> }>({
    severity: 'error',
    what: {
      zh: (p) => yamlFaults[p.kind].zh,
      en: (p) => yamlFaults[p.kind].en,
    },
    cure: {
      zh: () => '不用 & 和 *，把内容直接写出来，层次少一些。',
      en: () => 'Write the parts themselves, without & and *, and with fewer levels.',
    },
  }),
};
