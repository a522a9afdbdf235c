/** So many of so many: each thing that is counted, in both languages. */
import type { Count, CountWhat, Gap } from '../../base/claims/claim.ts';
import { spaced } from '../spaced.ts';
import { judgementWords } from './judgement-words.ts';
import { mostNames } from './member-text.ts';

type CountWords = Record<CountWhat, (claim: Count) => string>;

const formatCount = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

const list = ({ names, count }: Count) =>
  count > mostNames
    ? spaced`${names.slice(0, mostNames).join('、')}等${formatCount(count)}项`
    : names.slice(0, mostNames).join('、');

/** `12 项中 3 项`, `12 项全部`; `3 项` where the whole was said before. */
const inAll = (count: number, among: number | undefined, unit: string) => {
  if (among === undefined) return spaced`${formatCount(count)}${unit}`;
  return count === among
    ? spaced`${formatCount(among)}${unit}全部`
    : spaced`${formatCount(among)}${unit}中${formatCount(count)}${unit}`;
};

/** `3 项中 2 项的本组高于对照值`, and after that `1 项低于`. */
function compare({ of, at = '', count, among }: Count, way: Gap['way']): string {
  const word = judgementWords.zh.gap[way];
  if (of === '') return spaced`${formatCount(count)}项${word}`;
  const clause = way === 'level' ? spaced`与${at}${word}` : spaced`${word}${at}`;
  return count === among
    ? spaced`${formatCount(count)}项的${of}全部${clause}`
    : spaced`${inAll(count, among, '项')}的${of}${clause}`;
}

const zhWays = judgementWords.zh.change;

export const zhCounts: CountWords = {
  reached: ({ count, among }) => spaced`${formatCount(among ?? 0)}项目标中${formatCount(count)}项达成`,
  missed: (claim) => spaced`未达成的有${list(claim)}`,
  unmeasured: (claim) => spaced`${list(claim)}尚无实际值`,
  aimless: (claim) => spaced`${list(claim)}没有目标值`,
  observations: ({ of, count }) => spaced`${of}共${formatCount(count)}个`,
  'without-number': ({ count }) => spaced`另有${formatCount(count)}个缺少数值，没有计入`,
  rose: ({ count, among }) => spaced`${inAll(count, among, '项')}${zhWays.up}`,
  fell: ({ count, among }) => spaced`${inAll(count, among, '项')}${zhWays.down}`,
  stayed: ({ count, among }) => spaced`${inAll(count, among, '项')}${zhWays.even}`,
  above: (claim) => compare(claim, 'above'),
  below: (claim) => compare(claim, 'below'),
  level: (claim) => compare(claim, 'level'),
  positive: ({ of, count, among }) =>
    spaced`${of}的${formatCount(among ?? 0)}项中${formatCount(count)}项在零以上`,
  anomalies: ({ of, count, among }) =>
    count === 0
      ? spaced`${of}：${formatCount(among ?? 0)}个点中没有异常`
      : spaced`${of}：${formatCount(among ?? 0)}个点中有${formatCount(count)}个异常`,
  passed: ({ count, among }) => spaced`${formatCount(among ?? 0)}项中${formatCount(count)}项通过`,
  failed: (claim) => (claim.count === 0 ? '没有未通过的' : spaced`未通过的有${list(claim)}`),
  cells: ({ of, count }) => spaced`${of}${formatCount(count)}格`,
  'cut-steps': () => '带 * 的时段首尾不满，不作比较',
  events: (claim) => spaced`其间有${list(claim)}`,
  'tasks-done': ({ at, count, among }) =>
    spaced`${at ? spaced`截至${at}，` : ''}${formatCount(among ?? 0)}项任务中完成${formatCount(count)}项`,
  'tasks-late': ({ count }) => (count === 0 ? '没有任务晚于计划' : spaced`${formatCount(count)}项晚于计划`),
  'begun-early': (claim) => spaced`${list(claim)}在前置任务完成之前开始`,
  entries: ({ at = '', until = '', count }) =>
    at === until ? spaced`${at}共${formatCount(count)}项` : spaced`${at}至${until}共${formatCount(count)}项`,
  'entries-done': ({ count, among }) => spaced`${formatCount(among ?? 0)}项中完成${formatCount(count)}项`,
  clicks: ({ count }) => spaced`共有点击${formatCount(count)}次`,
  corner: (claim) =>
    claim.count === 0
      ? spaced`没有一项${claim.of}`
      : spaced`${claim.of}的有${formatCount(claim.count)}项：${listSome(claim)}`,
  undrawn: ({ count }) => spaced`另有${formatCount(count)}项缺少数值，没有画出`,
  'bins-high': ({ count, among }) => spaced`${inAll(count, among, '段')}预测偏高`,
  'bins-low': ({ count, among }) => spaced`${inAll(count, among, '段')}预测偏低`,
  'bins-held': ({ count }) => spaced`${formatCount(count)}段的区间都含预测值，未见偏差`,
  'tied-scores': () => '评分全部相同，分不出先后',
  data: ({ count }) => spaced`共${formatCount(count)}项数据`,
};

const listSome = ({ names }: Count) =>
  `${names.slice(0, mostNames).join('、')}${names.length > mostNames ? '等' : ''}`;

const named = ({ names, count }: Count) =>
  count > mostNames
    ? `${names.slice(0, mostNames).join(', ')} and others, ${formatCount(count)} in all`
    : names.join(', ');

const ofAll = (count: number, among: number | undefined) =>
  among === undefined ? formatCount(count) : `${formatCount(count)} of ${formatCount(among)}`;

export const enCounts: CountWords = {
  reached: ({ count, among }) => `${formatCount(count)} of ${formatCount(among ?? 0)} goals were met`,
  missed: (claim) => `missed: ${named(claim)}`,
  unmeasured: (claim) => `no actual value yet: ${named(claim)}`,
  aimless: (claim) => `no target: ${named(claim)}`,
  observations: ({ of, count }) => `${of}: ${formatCount(count)} in all`,
  'without-number': ({ count }) => `${formatCount(count)} without a number left out`,
  rose: ({ count, among }) => `${ofAll(count, among)} rose`,
  fell: ({ count, among }) => `${ofAll(count, among)} fell`,
  stayed: ({ count, among }) => `${ofAll(count, among)} stayed the same`,
  above: ({ of, at = '', count, among }) =>
    of ? `${of} is above ${at} in ${ofAll(count, among)}` : `above in ${formatCount(count)}`,
  below: ({ of, at = '', count, among }) =>
    of ? `${of} is below ${at} in ${ofAll(count, among)}` : `below in ${formatCount(count)}`,
  level: ({ of, at = '', count, among }) =>
    of ? `${of} is level with ${at} in ${ofAll(count, among)}` : `level with in ${formatCount(count)}`,
  positive: ({ of, count, among }) =>
    `${of}: ${formatCount(count)} of ${formatCount(among ?? 0)} are above zero`,
  anomalies: ({ of, count, among }) =>
    `${of}: ${count === 0 ? 'none' : formatCount(count)} of ${formatCount(among ?? 0)} points out of the usual`,
  passed: ({ count, among }) => `${formatCount(count)} of ${formatCount(among ?? 0)} passed`,
  failed: (claim) => (claim.count === 0 ? 'none failed' : `failed: ${named(claim)}`),
  cells: ({ of, count }) => `${of}: ${formatCount(count)}`,
  'cut-steps': () => 'periods with * are cut at an end and not compared',
  events: (claim) => `meanwhile: ${named(claim)}`,
  'tasks-done': ({ at, count, among }) =>
    `${formatCount(count)} of ${formatCount(among ?? 0)} tasks were done${at ? ` by ${at}` : ''}`,
  'tasks-late': ({ count }) =>
    count === 0
      ? 'no task is behind the plan'
      : `${formatCount(count)} ${count === 1 ? 'is' : 'are'} behind the plan`,
  'begun-early': (claim) => `begun before what goes before was done: ${named(claim)}`,
  entries: ({ at = '', until = '', count }) =>
    `${formatCount(count)} ${count === 1 ? 'entry' : 'entries'} ${at === until ? `on ${at}` : `from ${at} to ${until}`}`,
  'entries-done': ({ count, among }) => `${formatCount(count)} of ${formatCount(among ?? 0)} are done`,
  clicks: ({ count }) => `${formatCount(count)} ${count === 1 ? 'click' : 'clicks'} in all`,
  corner: (claim) => (claim.count === 0 ? `none has ${claim.of}` : `${claim.of}: ${named(claim)}`),
  undrawn: ({ count }) =>
    `${formatCount(count)} more ${count === 1 ? 'lacks' : 'lack'} a value and ${count === 1 ? 'is' : 'are'} not drawn`,
  'bins-high': ({ count, among }) => `predictions are too high in ${ofAll(count, among)} bins`,
  'bins-low': ({ count, among }) => `predictions are too low in ${ofAll(count, among)} bins`,
  'bins-held': ({ count }) => `the intervals of all ${formatCount(count)} bins hold the prediction`,
  'tied-scores': () => 'all scores are tied and rank nobody',
  data: ({ count }) => `${formatCount(count)} data`,
};
