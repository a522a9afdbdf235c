/** So many of so many: each thing that is counted, in both languages. */
import type { Count, CountWhat } from '../../base/claims/claim.ts';
import { spaced } from '../spaced.ts';

type CountWords = Record<CountWhat, (claim: Count) => string>;

/** More names than these are a number. */
const mostNames = 3;

const list = ({ names, count }: Count) =>
  count > mostNames
    ? spaced`${names.slice(0, mostNames).join('、')}等${count}项`
    : names.slice(0, mostNames).join('、');

/** `12 项中`; nothing where it was said before. */
const inAll = (among: number | undefined, unit: string) =>
  among === undefined ? '' : spaced`${among}${unit}中`;

export const zhCounts: CountWords = {
  reached: ({ count, among }) => spaced`${among ?? 0}项目标中${count}项达成`,
  missed: (claim) => spaced`未达成的有${list(claim)}`,
  unmeasured: (claim) => spaced`${list(claim)}尚无实际值`,
  aimless: (claim) => spaced`${list(claim)}没有目标值`,
  observations: ({ of, count }) => spaced`${of}共${count}个`,
  'without-number': ({ count }) => spaced`另有${count}个缺少数值，没有计入`,
  rose: ({ count, among }) => spaced`${inAll(among, '项')}${count}项上升`,
  fell: ({ count, among }) => spaced`${inAll(among, '项')}${count}项下降`,
  stayed: ({ count, among }) => spaced`${inAll(among, '项')}${count}项持平`,
  above: ({ of, at = '', count, among }) =>
    spaced`${inAll(among, '项')}${count}项${of ? spaced`的${of}` : ''}高于${at}`,
  below: ({ of, at = '', count, among }) =>
    spaced`${inAll(among, '项')}${count}项${of ? spaced`的${of}` : ''}低于${at}`,
  level: ({ of, at = '', count, among }) =>
    spaced`${inAll(among, '项')}${count}项${of ? spaced`的${of}与${at}` : ''}持平`,
  positive: ({ of, count, among }) => spaced`${of}的${among ?? 0}项中${count}项在零以上`,
  anomalies: ({ of, count, among }) =>
    count === 0
      ? spaced`${of}：${among ?? 0}个点中没有异常`
      : spaced`${of}：${among ?? 0}个点中有${count}个异常`,
  passed: ({ count, among }) => spaced`${among ?? 0}项中${count}项通过`,
  failed: (claim) => (claim.count === 0 ? '没有未通过的' : spaced`未通过的有${list(claim)}`),
  cells: ({ of, count }) => spaced`${of}${count}格`,
  'cut-steps': () => '带 * 的时段首尾不满，不作比较',
  events: (claim) => spaced`其间有${list(claim)}`,
  'tasks-done': ({ at, count, among }) =>
    spaced`${at ? spaced`截至${at}，` : ''}${among ?? 0}项任务中完成${count}项`,
  'tasks-late': ({ count }) => (count === 0 ? '没有任务晚于计划' : spaced`${count}项晚于计划`),
  'begun-early': (claim) => spaced`${list(claim)}在前置任务完成之前开始`,
  entries: ({ at = '', until = '', count }) =>
    at === until ? spaced`${at}共${count}项` : spaced`${at}至${until}共${count}项`,
  'entries-done': ({ count, among }) => spaced`${among ?? 0}项中完成${count}项`,
  clicks: ({ count }) => spaced`共有点击${formatCount(count)}次`,
  corner: (claim) =>
    claim.count === 0
      ? spaced`没有一项${claim.of}`
      : spaced`${claim.of}的有${formatCount(claim.count)}项：${listSome(claim)}`,
  undrawn: ({ count }) => spaced`另有${count}项缺少数值，没有画出`,
  'bins-high': ({ count, among }) => spaced`${inAll(among, '段')}${count}段预测偏高`,
  'bins-low': ({ count, among }) => spaced`${inAll(among, '段')}${count}段预测偏低`,
  'bins-held': ({ count }) => spaced`${count}段的区间都含预测值，未见偏差`,
  'tied-scores': () => '评分全部相同，分不出先后',
  data: ({ count }) => spaced`共${count}项数据`,
};

const listSome = ({ names }: Count) =>
  `${names.slice(0, mostNames).join('、')}${names.length > mostNames ? '等' : ''}`;

const formatCount = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

const named = ({ names, count }: Count) =>
  count > mostNames
    ? `${names.slice(0, mostNames).join(', ')} and others, ${count} in all`
    : names.join(', ');

const ofAll = (count: number, among: number | undefined) =>
  among === undefined ? `${count}` : `${count} of ${among}`;

export const enCounts: CountWords = {
  reached: ({ count, among }) => `${count} of ${among ?? 0} goals were met`,
  missed: (claim) => `missed: ${named(claim)}`,
  unmeasured: (claim) => `no actual value yet: ${named(claim)}`,
  aimless: (claim) => `no target: ${named(claim)}`,
  observations: ({ of, count }) => `${of}: ${formatCount(count)} in all`,
  'without-number': ({ count }) => `${count} without a number left out`,
  rose: ({ count, among }) => `${ofAll(count, among)} rose`,
  fell: ({ count, among }) => `${ofAll(count, among)} fell`,
  stayed: ({ count, among }) => `${ofAll(count, among)} stayed the same`,
  above: ({ of, at = '', count, among }) =>
    of ? `${of} is above ${at} in ${ofAll(count, among)}` : `above in ${count}`,
  below: ({ of, at = '', count, among }) =>
    of ? `${of} is below ${at} in ${ofAll(count, among)}` : `below in ${count}`,
  level: ({ of, at = '', count, among }) =>
    of ? `${of} is level with ${at} in ${ofAll(count, among)}` : `level with in ${count}`,
  positive: ({ of, count, among }) => `${of}: ${count} of ${among ?? 0} are above zero`,
  anomalies: ({ of, count, among }) => `${of}: ${count || 'none'} of ${among ?? 0} points out of the usual`,
  passed: ({ count, among }) => `${count} of ${among ?? 0} passed`,
  failed: (claim) => (claim.count === 0 ? 'none failed' : `failed: ${named(claim)}`),
  cells: ({ of, count }) => `${of}: ${count}`,
  'cut-steps': () => 'periods with * are cut at an end and not compared',
  events: (claim) => `meanwhile: ${named(claim)}`,
  'tasks-done': ({ at, count, among }) => `${count} of ${among ?? 0} tasks were done${at ? ` by ${at}` : ''}`,
  'tasks-late': ({ count }) =>
    count === 0 ? 'no task is behind the plan' : `${count} ${count === 1 ? 'is' : 'are'} behind the plan`,
  'begun-early': (claim) => `begun before what goes before was done: ${named(claim)}`,
  entries: ({ at = '', until = '', count }) =>
    `${count} ${count === 1 ? 'entry' : 'entries'} ${at === until ? `on ${at}` : `from ${at} to ${until}`}`,
  'entries-done': ({ count, among }) => `${count} of ${among ?? 0} are done`,
  clicks: ({ count }) => `${formatCount(count)} ${count === 1 ? 'click' : 'clicks'} in all`,
  corner: (claim) => (claim.count === 0 ? `none has ${claim.of}` : `${claim.of}: ${named(claim)}`),
  undrawn: ({ count }) =>
    `${count} more ${count === 1 ? 'lacks' : 'lack'} a value and ${count === 1 ? 'is' : 'are'} not drawn`,
  'bins-high': ({ count, among }) => `predictions are too high in ${ofAll(count, among)} bins`,
  'bins-low': ({ count, among }) => `predictions are too low in ${ofAll(count, among)} bins`,
  'bins-held': ({ count }) => `the intervals of all ${count} bins hold the prediction`,
  'tied-scores': () => 'all scores are tied and rank nobody',
  data: ({ count }) => `${count} data`,
};
