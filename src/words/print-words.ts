import type { Language } from '../base/language.ts';
import { monthNames } from './month-names.ts';

/** The words that only the printed report has. */
export interface PrintWords {
  /** Language and region of the document, as Typst takes them. */
  lang: string;
  region: string;
  subtitle: (text: string) => string;
  chapter: (number: number, title: string) => string;
  section: (number: string, title: string) => string;
  appendix: (letter: string, title: string) => string;
  /** Of the box at the head of a chapter. */
  conclusions: string;
  figure: (number: string, caption: string) => string;
  table: (number: string, caption: string) => string;
  continued: (number: string) => string;
  /** Around the page of a cross reference: on its own, and inside parentheses that are already open. */
  page: { alone: [string, string]; inside: [string, string] };
  abstract: string;
  keywords: string;
  separator: string;
  comma: string;
  colon: string;
  results: string;
  corrections: string;
  /** A correction: its day, what it is, where. */
  correction: (day: string, what: string, where: string) => string;
  contents: string;
  figures: string;
  tables: string;
  references: string;
  ledger: string;
  ledgerIntro: string;
  /** What the rules between tables found. */
  findings: {
    title: string;
    intro: (rules: number, kept: number) => string;
    kept: (titles: string[]) => string;
    rule: string;
    found: string;
    place: string;
  };
  data: string;
  dataIntro: string;
  people: string;
  cover: { team: string; mentor: string; period: string; members: string; date: string; dataDate: string };
  members: { name: string; number: string; role: string; duty: string };
  simulated: string;
  draft: string;
  note: string;
  notes: Record<'note' | 'tip' | 'warning' | 'example', string>;
  cut: (shown: number, total: number) => string;
  target: string;
  attainment: string;
  /** Before the pages that cite a value. */
  pages: string;
  lineage: {
    exact: string;
    filter: string;
    target: string;
    baseline: string;
    interval: string;
    /** In place of a query's text. */
    query: string;
  };
  rowCount: (rows: string) => string;
  types: Record<'text' | 'number' | 'integer' | 'boolean' | 'date' | 'timestamp', string>;
  unit: (label: string, unit: string) => string;
  date: (iso: string) => string;
  range: (from: string, to: string) => string;
  roleOf: (name: string, role: string) => string;
  emptyCell: string;
}

const splitIsoDate = (iso: string): [year: number, month: number, day: number] => {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return [year, month, day];
};

const zh: PrintWords = {
  lang: 'zh',
  region: 'cn',
  subtitle: (text) => (text.startsWith('—') ? text : `——${text}`),
  chapter: (number, title) => `第 ${number} 章　${title}`,
  section: (number, title) => `${number}　${title}`,
  appendix: (letter, title) => `附录 ${letter}　${title}`,
  conclusions: '本章结论',
  figure: (number, caption) => `图 ${number}　${caption}`,
  table: (number, caption) => `表 ${number}　${caption}`,
  continued: (number) => `续表 ${number}`,
  page: { alone: ['（第 ', ' 页）'], inside: ['，第 ', ' 页'] },
  abstract: '摘要',
  keywords: '关键词',
  separator: '；',
  comma: '、',
  colon: '：',
  results: '关键结果',
  corrections: '更正',
  correction: (day, what, where) => `${day}${where ? `（${where}）` : ''}：${what}`,
  contents: '目录',
  figures: '插图清单',
  tables: '表格清单',
  references: '参考文献',
  ledger: '数据来源',
  ledgerIntro:
    '正文中的数值都由数据文件计算得出。下面列出每个数值的结果、算法、出处与所在页码；SQL 查询的全文和只用于图中的数值见网站。',
  findings: {
    title: '数据检查结果',
    intro: (rules, kept) =>
      `数据表按 ${rules} 项要求核对，${kept === rules ? '全部符合。' : `${kept} 项符合，${rules - kept} 项有下列情况。`}`,
    kept: (titles) => `符合的要求：${titles.join('；')}。`,
    rule: '要求',
    found: '情况',
    place: '位置',
  },
  data: '数据清单',
  dataIntro: '本报告使用的数据表与各列含义如下；表名下是文件、行数与校验码（SHA-256 的前 16 位）。',
  people: '成员与分工',
  cover: {
    team: '团队',
    mentor: '指导教师',
    period: '实训周期',
    members: '成员',
    date: '完成日期',
    dataDate: '数据截至',
  },
  members: { name: '姓名', number: '学号', role: '角色', duty: '承担任务' },
  simulated: '本报告所用数据为模拟数据，仅供教学。',
  draft: '草稿',
  note: '注',
  notes: { note: '说明', tip: '提示', warning: '注意', example: '示例' },
  cut: (shown, total) => `共 ${total} 行，此处列出 ${shown} 行。`,
  target: '目标',
  attainment: '达成率',
  pages: '页码',
  lineage: {
    exact: '未舍入',
    filter: '筛选',
    target: '目标',
    baseline: '基线',
    interval: '区间',
    query: 'SQL 查询',
  },
  rowCount: (rows) => `${rows} 行`,
  types: { text: '文本', number: '小数', integer: '整数', boolean: '是否', date: '日期', timestamp: '时间' },
  unit: (label, unit) => `${label}（${unit}）`,
  date: (iso) => {
    const [year, month, day] = splitIsoDate(iso);
    return `${year} 年 ${month} 月 ${day} 日`;
  },
  range: (from, to) => `${from} — ${to}`,
  roleOf: (name, role) => `${name}（${role}）`,
  emptyCell: '—',
};

const en: PrintWords = {
  lang: 'en',
  region: 'us',
  subtitle: (text) => text,
  chapter: (number, title) => `Chapter ${number}\u2002${title}`,
  section: (number, title) => `${number}\u2002${title}`,
  appendix: (letter, title) => `Appendix ${letter}\u2002${title}`,
  conclusions: 'What this chapter finds',
  figure: (number, caption) => `Figure ${number}\u2002${caption}`,
  table: (number, caption) => `Table ${number}\u2002${caption}`,
  continued: (number) => `Table ${number}, continued`,
  page: { alone: [' (page ', ')'], inside: [', page ', ''] },
  abstract: 'Abstract',
  keywords: 'Keywords',
  separator: '; ',
  comma: ', ',
  colon: ': ',
  results: 'Key results',
  corrections: 'Corrections',
  correction: (day, what, where) => `${day}${where ? ` (${where})` : ''}: ${what}`,
  contents: 'Contents',
  figures: 'List of figures',
  tables: 'List of tables',
  references: 'References',
  ledger: 'Sources of the numbers',
  ledgerIntro:
    'Every number in the text is computed from data files. Each is listed with its result, its formula, its source and its pages; the site has the SQL queries in full and the numbers that only a figure draws.',
  findings: {
    title: 'Checks of the data',
    intro: (rules, kept) =>
      `The tables were held against ${rules} rules; ${kept === rules ? 'all were kept.' : `${kept} were kept, the others found what follows.`}`,
    kept: (titles) => `Kept: ${titles.join('; ')}.`,
    rule: 'Rule',
    found: 'Found',
    place: 'Place',
  },
  data: 'Data',
  dataIntro:
    'The tables this report is computed from and the meaning of their columns; under each name its file, rows and the start of the file’s SHA-256.',
  people: 'Members and duties',
  cover: {
    team: 'Team',
    mentor: 'Mentor',
    period: 'Period',
    members: 'Members',
    date: 'Date',
    dataDate: 'Data until',
  },
  members: { name: 'Name', number: 'Student number', role: 'Role', duty: 'Duty' },
  simulated: 'All data in this report are simulated, for teaching only.',
  draft: 'DRAFT',
  note: 'Note',
  notes: { note: 'Note', tip: 'Tip', warning: 'Warning', example: 'Example' },
  cut: (shown, total) => `${shown} of ${total} rows are shown.`,
  target: 'Target',
  attainment: 'Attainment',
  pages: 'Pages',
  lineage: {
    exact: 'Unrounded',
    filter: 'Filter',
    target: 'Target',
    baseline: 'Baseline',
    interval: 'Interval',
    query: 'SQL query',
  },
  rowCount: (rows) => `${rows} ${rows === '1' ? 'row' : 'rows'}`,
  types: {
    text: 'text',
    number: 'number',
    integer: 'integer',
    boolean: 'yes/no',
    date: 'date',
    timestamp: 'time',
  },
  unit: (label, unit) => `${label} (${unit})`,
  date: (iso) => {
    const [year, month, day] = splitIsoDate(iso);
    return `${monthNames[month - 1]} ${day}, ${year}`;
  },
  range: (from, to) => `${from} – ${to}`,
  roleOf: (name, role) => `${name} (${role})`,
  emptyCell: '—',
};

export const printWords: Record<Language, PrintWords> = { zh, en };
