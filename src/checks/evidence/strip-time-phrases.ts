import { normaliseDigits } from './parsed-numbers.ts';

/**
 * What a caption says of time, order and plan is no number of its data: 2026 年 3 月, 第 10 周, 前 5, 24 小时内,
 * 95% 置信区间, 3 个渠道. These are blanked. `units` are those of the data, which are counted there.
 */
export function stripTimePhrases(caption: string, units: ReadonlySet<string>): string {
  const counted = counters.filter((word) => !units.has(word));
  const counts = new RegExp(
    `(?<![\\d.,])${few}\\s*(?:${counted.join('|')}|(?!${englishUnits})[a-z]{3,})`,
    'g',
  );
  return [...timePhrases, counts].reduce(
    (text, pattern) => text.replace(pattern, (found) => ' '.repeat(found.length)),
    normaliseDigits(caption),
  );
}

/** So few are counted by eye. */
const few = '(?:1?\\d|20)';
const counters = '个(?!百分点|月) 场 项 种 类 家 位 名 组 轮 期 张 步 级 段 章 款 档 大 强 方'.split(' ');
const englishUnits = 'percent|per|yuan|users?|orders?|times?|clicks?|hours?|minutes?|points?';

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
/** One or several: 10—12, 3、4. */
const buildRangePattern = (digits: string) =>
  `(?<!\\d)${digits}(?:\\s*(?:[-–—~～至到、]|to|and)\\s*${digits})*`;
const days = buildRangePattern('\\d{1,2}');
const time = '(?:个?月|[天日周年]|个?小时|分钟|秒)';

const timePhrases: readonly RegExp[] = [
  // Dates and times of day.
  /(?<!\d)\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)/g,
  /\d{1,2}[:：]\d{2}/g,
  new RegExp(`${buildRangePattern('\\d{4}')}\\s*(?:学年|年)`, 'g'),
  new RegExp(`${days}\\s*月(?!活)份?(?:\\s*${days}\\s*[日号])?`, 'g'),
  new RegExp(`${days}\\s*(?:[日号]|时(?!长)|点(?![击赞]))`, 'g'),
  new RegExp(`\\b${month}\\.?\\s+${days}|${days}\\s+${month}\\b`, 'g'),
  /(?<![\d.,])(?:19|20)\d{2}(?!\d|[.,]\d|\s*[\p{Script=Han}%])/gu,
  // Order: 第 10—12 周, 前 5, 双 11, 满 300, top 10, week 10, 1st.
  new RegExp(`[第前首每满双逢]\\s*${buildRangePattern('\\d+')}(?![.,]?\\d)`, 'g'),
  new RegExp(
    `\\b(?:top|no\\.|weeks?|months?|days?|phase|stage|first|last|round)\\s*${buildRangePattern('\\d+')}`,
    'gi',
  ),
  /\b\d+(?:st|nd|rd|th)\b/g,
  // Spans of the plan: 近 30 天, 24 小时内, 7 日留存, within 24 hours, 7-day retention.
  new RegExp(`[近后]\\s*\\d+\\s*${time}`, 'g'),
  new RegExp(
    `\\d+\\s*${time}\\s*(?:[内后前]|以[内后前]|之[内后前]|留存|复购|流失|回访|滚动|移动|试用|均线)`,
    'g',
  ),
  /\bwithin\s+\d+\s*\w+|\d+[- ](?:day|week|month|hour)s?[- ](?:retention|rolling|moving|window|trial)/gi,
  // Shares that name a method; ages; days of sale.
  /\d+(?:\.\d+)?\s*%\s*(?:的?\s*置信|CI\b|confidence|可信|预测区间|分位|堆|stacked|intervals?\b)/gi,
  /\d+\s*分位/g,
  new RegExp(`${buildRangePattern('\\d+')}\\s*(?:周?岁|years? old)`, 'g'),
  /(?<![\d.,])(?:618|1111|1212|520)(?!\d|[.,]\d|\s*[人元次单件篇条%])/g,
];
