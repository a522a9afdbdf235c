import type { Language } from '../../base/language.ts';
import { spaced } from '../spaced.ts';

/** Words in the charts of what a model says, and of how good it is. */
interface ModelChartWords {
  alarms: string;
  found: string;
  chance: string;
  /** Of a point of a ROC curve. */
  rocPoint: (alarms: string, found: string) => string;
  taken: string;
  lift: string;
  average: string;
  liftPoint: (share: string, times: string) => string;
  times: (text: string) => string;
  predicted: string;
  observed: string;
  exact: string;
  users: string;
  interval: string;
  calibrationPoint: (predicted: string, observed: string, n: string) => string;
  /** A bin by what was predicted and seen. */
  bin: (predicted: string, observed: string) => string;
  /** The users with the highest scores. */
  highestScores: (share: string) => string;
  numberAt: (at: string, text: string) => string;
  usual: string;
  called: string;
  anomalyKey: string;
}

const zh: ModelChartWords = {
  alarms: '误报率',
  found: '找出率',
  chance: '随机猜测',
  rocPoint: (alarms, found) => spaced`误报率${alarms}，找出率${found}`,
  taken: '评分最高的用户占比',
  lift: '提升度',
  average: '平均水平',
  liftPoint: (share, times) => spaced`前${share}：${times}`,
  times: (text) => spaced`${text}倍`,
  predicted: '预测概率',
  observed: '实际比例',
  exact: '预测与实际相等',
  users: '人数',
  interval: '95% 区间',
  calibrationPoint: (predicted, observed, n) => spaced`预测${predicted}，实际${observed}（${n}人）`,
  bin: (predicted, observed) => spaced`预测${predicted}、实际${observed}`,
  highestScores: (share) => spaced`评分最高的${share}用户`,
  numberAt: (at, text) => spaced`${at}的${text}`,
  usual: '通常范围',
  called: '异常',
  anomalyKey: '色带：通常范围；菱形：异常点',
};

const en: ModelChartWords = {
  alarms: 'False alarms',
  found: 'Found',
  chance: 'Guessing',
  rocPoint: (alarms, found) => `${alarms} false alarms, ${found} found`,
  taken: 'Share of users, highest scores first',
  lift: 'Lift',
  average: 'Average',
  liftPoint: (share, times) => `first ${share}: ${times}`,
  times: (text) => `${text}×`,
  predicted: 'Predicted',
  observed: 'Observed',
  exact: 'Exact',
  users: 'Users',
  interval: '95% interval',
  calibrationPoint: (predicted, observed, n) => `predicted ${predicted}, observed ${observed} (${n} users)`,
  bin: (predicted, observed) => `predicted ${predicted}, observed ${observed}`,
  highestScores: (share) => `the ${share} with the highest scores`,
  numberAt: (at, text) => `${at} with ${text}`,
  usual: 'Usual',
  called: 'Anomaly',
  anomalyKey: 'Band: usual; diamonds: anomalies',
};

export const modelChartWords: Record<Language, ModelChartWords> = { zh, en };
