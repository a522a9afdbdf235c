import type { Language } from '../../base/language.ts';
import { grouped } from '../number-words.ts';
import { formatCount } from './site-en.ts';

/** Words of the cards beside numbers and terms, and of lists that can be searched. */
export interface LedgerWords {
  /** Where the card of a value leads. */
  more: string;
  close: string;
  /** Labels of a metric's formula and of where its definition is from. */
  formula: string;
  source: string;
  /** Source of a term that the course explains. */
  glossary: string;
  /** Inside the box that narrows a list of values or tables, of figures, and of those of the handbook. */
  filter: string;
  filterFigures: string;
  filterKinds: string;
  filterTables: string;
  filterMetrics: string;
  /** Back to the sentence that the reader came from. */
  back: string;
  /** What only those who wrote it need: SQL, paths, sums. */
  forAuthors: string;
  /** Values of a chapter that its sections do not name by a heading. */
  opening: string;
  /** Head of how many figures, tables and values rest on a table. */
  uses: string;
  usedBy: (uses: { figures: number; tables: number; values: number }) => string;
  pages: string;
}

export const ledgerWords: Record<Language, LedgerWords> = {
  zh: {
    more: '查看完整来源',
    close: '关闭',
    formula: '公式',
    source: '出处',
    glossary: '本课程的术语',
    filter: '筛选：输入名称、公式或数据表',
    filterFigures: '筛选：输入图题、结论或编号',
    filterKinds: '筛选：输入图的名称、用途或代号',
    filterTables: '筛选：输入表名或含义',
    filterMetrics: '筛选：输入指标的名称或代号',
    back: '回到正文',
    forAuthors: '给作者：定义的位置、文件和 SQL',
    opening: '章首',
    uses: '用在',
    usedBy: ({ figures, tables, values }) =>
      [
        ...(figures > 0 ? [`${grouped.format(figures)} 幅图`] : []),
        ...(tables > 0 ? [`${grouped.format(tables)} 张表`] : []),
        ...(values > 0 ? [`${grouped.format(values)} 个数值`] : []),
      ].join('、') || '—',
    pages: '手册目录',
  },
  en: {
    more: 'Full source',
    close: 'Close',
    formula: 'Formula',
    source: 'Source',
    glossary: 'glossary of the course',
    filter: 'Filter by name, formula or table',
    filterFigures: 'Filter by title, finding or number',
    filterKinds: 'Filter by name or use',
    filterTables: 'Filter by name or meaning',
    filterMetrics: 'Filter by name or id',
    back: 'Back to the text',
    forAuthors: 'For authors: place, files and SQL',
    opening: 'Opening',
    uses: 'Used in',
    usedBy: ({ figures, tables, values }) =>
      [
        ...(figures > 0 ? [formatCount(figures, 'figure')] : []),
        ...(tables > 0 ? [formatCount(tables, 'table')] : []),
        ...(values > 0 ? [formatCount(values, 'value')] : []),
      ].join(', ') || '—',
    pages: 'Handbook',
  },
};
