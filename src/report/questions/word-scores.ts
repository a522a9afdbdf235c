/** How near words are to a text, in Chinese and English, with what else people call the same thing. */

/** Each line is one thing by several names. */
const sameThings: readonly (readonly string[])[] = [
  ['环比', 'change_rate', '增长率', '增幅', 'week on week', 'growth'],
  ['同比', 'year_before', '去年', '上年', 'year on year', 'yoy'],
  ['占比', 'share', '比例', '比重', '构成', '份额', 'proportion'],
  ['分享率', 'share_rate', '转发率', '传播率'],
  ['中位数', 'median', '中值', '中位'],
  ['分位数', 'quantile', '九成', 'p90', 'p95', '百分位', 'percentile'],
  ['平均', 'mean', '均值', '人均', 'average', 'avg'],
  ['留存', 'retention', '次留', '留存率'],
  ['复购', 'repurchase', '回购', '复购率', '回购率'],
  ['累计', 'cumulative', '累积', 'running total', '截至'],
  ['滚动', 'rolling', '移动平均', '近七日', '近7日', '最近7天'],
  ['名次', 'rank', '排名', '排行', 'ranking'],
  ['转化率', 'conversion', 'conversion_rate', 'cvr', '转化'],
  ['点击率', 'ctr', 'click rate'],
  ['客单价', 'aov', 'arppu', '笔单价'],
  ['成交额', 'gmv', '销售额', '交易额', '营收', '收入', 'sales', 'revenue'],
  ['活跃', 'active', 'dau', 'wau', 'mau', '日活', '周活', '月活'],
  ['新增', 'new users', '拉新', '注册'],
  ['流失', 'churn', '沉默'],
  ['响应', 'first reply', '回复时长', 'response'],
  ['时段', 'hour', '小时', '几点', 'peak'],
  ['周末', 'weekend', 'weekday', '星期', '周几', '工作日'],
  ['分段', 'bins', '年龄段', '区间分组', 'histogram'],
  ['前五', 'top', 'top_share', '头部', '集中度', '二八', '前几名'],
  ['延期', 'late', 'delay', '逾期', '拖延'],
  ['负面', 'negative', '差评', '舆情'],
  ['库存', 'stock', 'inventory'],
  ['核销', 'coupon', '优惠券', '用券'],
  ['指数', 'index', '定基'],
  ['去重', 'count_distinct', 'distinct', '人数'],
  ['查值', 'lookup', '对标', 'benchmark', '行业'],
];

/** Words asked for, each with its weight. */
export type AskedWords = ReadonlyMap<string, number>;

/** The words as they are, those that mean the same, and pairs of Chinese signs, which weigh little. */
export function expandWords(asked: string): AskedWords {
  const text = asked.trim().toLowerCase();
  const words = new Map<string, number>();
  const add = (word: string, weight: number) => {
    if (word !== '') words.set(word, Math.max(words.get(word) ?? 0, weight));
  };
  add(text, 8);
  for (const word of text.split(/[\s,，、；;/]+/)) add(word, 5);
  for (const names of sameThings) {
    // The longest that is asked for: 分享率 is not 占比, and 日活 is no 活.
    const isAsked = names.some((name) => (/^[\w ]+$/.test(name) ? hasWord(text, name) : text.includes(name)));
    if (isAsked) for (const name of names) add(name, 4);
  }
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? [])
    for (let at = 0; at + 2 <= run.length; at++) add(run.slice(at, at + 2), 1);
  return words;
}

/** Of texts the first of which counts twice. */
export function scoreText(words: AskedWords, [title = '', ...more]: readonly string[]): number {
  const [first, rest] = [title.toLowerCase(), more.join(' ').toLowerCase()];
  let score = 0;
  for (const [word, weight] of words)
    score += (contains(first, word) ? 2 * weight : 0) + (contains(rest, word) ? weight : 0);
  return score >= least ? score : 0;
}

/** One pair of signs in the small print is chance. */
const least = 4;

const contains = (text: string, word: string): boolean =>
  /^[\w ]+$/.test(word) ? hasWord(text, word) : text.includes(word);

/** English words as wholes: `share` is not in `share_rate`, and `rate` not in `operate`. */
function hasWord(text: string, word: string): boolean {
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![a-z0-9_])${plain}(?![a-z0-9_])`).test(text);
}
