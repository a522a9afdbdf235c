import type { Language } from '../base/language.ts';
import { grouped } from './number-words.ts';

/** Words that are written into a book: labels of numbered parts, heads of tables made of values. */
interface ReportWords {
  figure: (number: string) => string;
  table: (number: string) => string;
  chapter: (number: number) => string;
  section: (number: string) => string;
  abstract: string;
  value: string;
  /** Of a value: its entry in the ledger. */
  source: string;
  actual: string;
  target: string;
  baseline: string;
  attainment: string;
  /** Of a goal: the days it is set for, and what counts. */
  days: string;
  definition: string;
  kpi: string;
  /** Heads of the table of findings. */
  rule: string;
  found: string;
  place: string;
  cure: string;
  /** Of the matrix of sources: the source of reference, a source with its tolerance, and what came of it. */
  reference: string;
  within: (source: string, tolerance: string) => string;
  agrees: (largest: string) => string;
  differs: (failed: number, days: number, largest: string) => string;
  /** What a column holds: from … to …; these values of so many; so many different ones. */
  range: (low: string, high: string) => string;
  valuesOf: (listed: string[], all: number) => string;
  different: (count: number, unique: boolean) => string;
  /** Head of the first column of a series: its week, channel, step. */
  member: string;
}

export const reportWords: Record<Language, ReportWords> = {
  zh: {
    figure: (number) => `图 ${number}`,
    table: (number) => `表 ${number}`,
    chapter: (number) => `第 ${number} 章`,
    section: (number) => `${number} 节`,
    abstract: '摘要',
    value: '数值',
    source: '数据来源',
    actual: '实际',
    target: '目标',
    baseline: '基线',
    attainment: '达成率',
    days: '目标期',
    definition: '口径',
    kpi: '指标',
    rule: '要求',
    found: '情况',
    place: '位置',
    cure: '处理',
    reference: '基准来源',
    within: (source, tolerance) => `${source}（≤ ${tolerance}）`,
    agrees: (largest) => `一致，最大 ${largest}`,
    differs: (failed, days, largest) => `${days} 次中 ${failed} 次超差，最大 ${largest}`,
    range: (low, high) => `${low} 至 ${high}`,
    valuesOf: (listed, all) => `${listed.join('、')}${all > listed.length ? ` 等 ${all} 种` : ''}`,
    different: (count, unique) => (unique ? '各不相同' : `${grouped.format(count)} 种`),
    member: '分组',
  },
  en: {
    figure: (number) => `Figure ${number}`,
    table: (number) => `Table ${number}`,
    chapter: (number) => `Chapter ${number}`,
    section: (number) => `Section ${number}`,
    abstract: 'Abstract',
    value: 'Value',
    source: 'source',
    actual: 'Actual',
    target: 'Target',
    baseline: 'Baseline',
    attainment: 'Attainment',
    days: 'Days',
    definition: 'Definition',
    kpi: 'KPI',
    reference: 'Reference',
    within: (source, tolerance) => `${source} (≤ ${tolerance})`,
    agrees: (largest) => `agrees, at most ${largest}`,
    differs: (failed, days, largest) => `${failed} of ${days} beyond, at most ${largest}`,
    range: (low, high) => `${low} to ${high}`,
    valuesOf: (listed, all) => `${listed.join(', ')}${all > listed.length ? `; ${all} in all` : ''}`,
    different: (count, unique) => (unique ? 'all different' : `${grouped.format(count)} different`),
    rule: 'Rule',
    found: 'Found',
    place: 'Place',
    cure: 'What to do',
    member: 'Group',
  },
};
