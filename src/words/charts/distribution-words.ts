import type { Language } from '../../base/language.ts';
import { spaced } from '../spaced.ts';

/** Words of charts that show how numbers lie: histogram, running shares, concentration. */
interface DistributionWords {
  count: string;
  range: string;
  runningShare: string;
  middle: string;
  ninety: string;
  series: string;
  highest: string;
  middleIs: (text: string) => string;
  ninetyIs: (text: string) => string;
  between: (from: string, to: string) => string;
  /** Some lie so far out that the plot ends before them. */
  beyondBar: (count: string, at: string) => string;
  beyondPlot: (count: string, at: string) => string;
  over: (at: string) => string;
  upTo: (at: string, share: string) => string;
  within: (at: string) => string;
  missing: (count: number) => string;
  gini: string;
  giniIs: (text: string) => string;
  /** So many members, and the share that they hold. */
  topHolds: (percent: string, count: string, share: string) => string;
  top: string;
  topOf: (percent: string) => string;
  members: string;
  amount: (label: string) => string;
  equal: string;
  rank: string;
  rankOf: (count: string) => string;
  /** So many observations. */
  items: (count: string) => string;
  headIs: (count: string, share: string) => string;
}

const zh: DistributionWords = {
  count: '个数',
  range: '区间',
  runningShare: '累计占比',
  middle: '中位数',
  ninety: '第 90 百分位',
  series: '数值',
  highest: '最大',
  middleIs: (text) => spaced`中位数${text}`,
  ninetyIs: (text) => spaced`第 90 百分位${text}`,
  between: (from, to) => `${from}～${to}`,
  beyondBar: (count, at) => spaced`最右一条：大于${at}的${count}个`,
  beyondPlot: (count, at) => spaced`另有${count}个大于${at}，在图外`,
  over: (at) => spaced`大于${at}`,
  upTo: (at, share) => spaced`不超过${at}的占${share}`,
  within: (at) => spaced`不超过${at}`,
  missing: (count) => spaced`另有${count}个缺少数值，没有计入`,
  gini: '基尼系数',
  giniIs: (text) => spaced`基尼系数${text}`,
  topHolds: (percent, count, share) => spaced`最多的${percent}（${count}项）占${share}`,
  top: '最多的一部分',
  topOf: (percent) => spaced`最多的${percent}`,
  members: '项数累计占比，从少到多',
  amount: (label) => spaced`${label}累计占比`,
  equal: '均等',
  rank: '名次',
  rankOf: (count) => spaced`名次，共${count}项`,
  items: (count) => spaced`${count}个`,
  headIs: (count, share) => spaced`前${count}项占${share}`,
};

const en: DistributionWords = {
  count: 'Count',
  range: 'Range',
  runningShare: 'Running share',
  middle: 'Median',
  ninety: '90th percentile',
  series: 'Value',
  highest: 'Highest',
  middleIs: (text) => `Median ${text}`,
  ninetyIs: (text) => `90th percentile ${text}`,
  between: (from, to) => `${from}–${to}`,
  beyondBar: (count, at) => `Last bar: ${count} above ${at}`,
  beyondPlot: (count, at) => `${count} above ${at} are outside the plot`,
  over: (at) => `above ${at}`,
  upTo: (at, share) => `${share} are up to ${at}`,
  within: (at) => `Up to ${at}`,
  missing: (count) => `${count} without a number left out`,
  gini: 'Gini coefficient',
  giniIs: (text) => `Gini coefficient ${text}`,
  topHolds: (percent, count, share) => `the top ${percent} (${count}) hold ${share}`,
  top: 'Largest',
  topOf: (percent) => `Top ${percent}`,
  members: 'Running share of members, least first',
  amount: (label) => `Running share of ${label}`,
  equal: 'Equal',
  rank: 'Rank',
  rankOf: (count) => `Rank, of ${count}`,
  items: (count) => count,
  headIs: (count, share) => `First ${count}: ${share}`,
};

export const distributionWords: Record<Language, DistributionWords> = { zh, en };
