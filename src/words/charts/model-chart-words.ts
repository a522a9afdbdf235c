import type { Language } from '../../base/language.ts';
import { spaced } from '../spaced.ts';

/** Words in the charts of what a model says, and of how good it is. */
interface ModelChartWords {
  alarms: string;
  found: string;
  chance: string;
  /** How many of the sought a share of false alarms finds. */
  foundAt: (alarms: string, found: string) => string;
  /** Where no threshold is as strict as that: the first that there is. */
  firstFound: (alarms: string, found: string) => string;
  allTied: string;
  /** Of a point of a ROC curve. */
  rocPoint: (alarms: string, found: string) => string;
  taken: string;
  lift: string;
  average: string;
  liftAt: (share: string, times: string) => string;
  liftPoint: (share: string, times: string) => string;
  times: (text: string) => string;
  predicted: string;
  observed: string;
  exact: string;
  users: string;
  interval: string;
  calibrationPoint: (predicted: string, observed: string, n: string) => string;
  /** The bin whose interval leaves the prediction out, and is farthest from it. */
  farOff: (predicted: string, observed: string) => string;
  overAndUnder: Record<'high' | 'low', (count: number, all: number) => string>;
  wellCalibrated: (all: number) => string;
  valueIs: (label: string, text: string) => string;
  usual: string;
  called: string;
  anomalyKey: string;
  calledCount: (label: string, count: number, all: number) => string;
  noneCalled: (label: string, all: number) => string;
  farthest: (at: string, text: string, usual: string) => string;
  plainFarthest: (at: string, text: string) => string;
}

const zh: ModelChartWords = {
  alarms: '误报率',
  found: '找出率',
  chance: '随机猜测',
  foundAt: (alarms, found) => spaced`误报率不超过${alarms}时可找出${found}`,
  firstFound: (alarms, found) => spaced`误报率${alarms}时可找出${found}（同分，没有更严的门槛）`,
  allTied: '评分全部相同，分不出先后',
  rocPoint: (alarms, found) => spaced`误报率${alarms}，找出率${found}`,
  taken: '评分最高的用户占比',
  lift: '提升度',
  average: '平均水平',
  liftAt: (share, times) => spaced`评分最高的${share}用户是平均水平的${times}`,
  liftPoint: (share, times) => spaced`前${share}：${times}`,
  times: (text) => spaced`${text}倍`,
  predicted: '预测概率',
  observed: '实际比例',
  exact: '预测与实际相等',
  users: '人数',
  interval: '95% 区间',
  calibrationPoint: (predicted, observed, n) => spaced`预测${predicted}，实际${observed}（${n}人）`,
  farOff: (predicted, observed) => spaced`偏离最大的一段预测${predicted}，实际${observed}`,
  overAndUnder: {
    high: (count, all) => spaced`${all}段中${count}段预测偏高`,
    low: (count, all) => spaced`${all}段中${count}段预测偏低`,
  },
  wellCalibrated: (all) => spaced`${all}段的区间都含预测值，未见偏差`,
  valueIs: (label, text) => spaced`${label}为${text}`,
  usual: '通常范围',
  called: '异常',
  anomalyKey: '色带：通常范围；菱形：异常点',
  calledCount: (label, count, all) => spaced`${label}：${all}个点中有${count}个异常`,
  noneCalled: (label, all) => spaced`${label}：${all}个点中没有异常`,
  farthest: (at, text, usual) => spaced`偏离最大的是${at}的${text}，通常在${usual}`,
  plainFarthest: (at, text) => spaced`其中${at}为${text}`,
};

const en: ModelChartWords = {
  alarms: 'False alarms',
  found: 'Found',
  chance: 'Guessing',
  foundAt: (alarms, found) => `with at most ${alarms} false alarms ${found} are found`,
  firstFound: (alarms, found) =>
    `with ${alarms} false alarms ${found} are found (scores are tied, no threshold is stricter)`,
  allTied: 'all scores are tied and rank nobody',
  rocPoint: (alarms, found) => `${alarms} false alarms, ${found} found`,
  taken: 'Share of users, highest scores first',
  lift: 'Lift',
  average: 'Average',
  liftAt: (share, times) => `the ${share} with the highest scores are at ${times} the average`,
  liftPoint: (share, times) => `first ${share}: ${times}`,
  times: (text) => `${text}×`,
  predicted: 'Predicted',
  observed: 'Observed',
  exact: 'Exact',
  users: 'Users',
  interval: '95% interval',
  calibrationPoint: (predicted, observed, n) => `predicted ${predicted}, observed ${observed} (${n} users)`,
  farOff: (predicted, observed) => `the bin farthest off predicted ${predicted} and saw ${observed}`,
  overAndUnder: {
    high: (count, all) => `predictions are too high in ${count} of ${all} bins`,
    low: (count, all) => `predictions are too low in ${count} of ${all} bins`,
  },
  wellCalibrated: (all) => `the intervals of all ${all} bins hold the prediction`,
  valueIs: (label, text) => `${label} is ${text}`,
  usual: 'Usual',
  called: 'Anomaly',
  anomalyKey: 'Band: usual; diamonds: anomalies',
  calledCount: (label, count, all) => `${label}: ${count} of ${all} points out of the usual`,
  noneCalled: (label, all) => `${label}: none of ${all} points is out of the usual`,
  farthest: (at, text, usual) => `farthest off is ${at} with ${text}, usually ${usual}`,
  plainFarthest: (at, text) => `among them ${at} with ${text}`,
};

export const modelChartWords: Record<Language, ModelChartWords> = { zh, en };
