/** What a number in prose may be when it is no result of the report. */
export type OtherKind =
  /** 6 月 21 日, 五一, Q2 */
  | 'date'
  /** 12:30, 16 周 of the training. */
  | 'time'
  /** 第一步, 前三名, Top 10 */
  | 'ordinal'
  /** 图 4-2, 2.1, [3] */
  | 'number'
  /** GA4, 5G, 00 后, 7 日留存, 新一线 */
  | 'name'
  /** 百分百投入, 二八定律 */
  | 'idiom'
  /** Counts what the text puts in order: 三个阶段. */
  | 'order'
  /** 48 小时内, 满 99 减 10 */
  | 'rule'
  /** 满分 5 分, 18～24 岁 */
  | 'definition'
  | 'target'
  /** 95% 置信区间; what is supposed: 若转化率到 6%. */
  | 'param'
  /** Of somebody else, with its source. */
  | 'fact'
  | 'quote'
  | 'code'
  /** 小组共 7 人 */
  | 'team';
