/** The same questions in SQL written by hand. */
import type { QuestionName } from './questions.ts';

/** `value`: one number, NULL where there is none. `series`: key, for two dimensions grp, and value. `rows`: a whole table. */
export interface Answer {
  value?: string;
  series?: string;
  rows?: string;
}

const one = (value: string, series?: string): Answer => ({ value, ...(series && { series }) });

/** A number of all rows and of each key. */
const each = (number: string, from: string, key: string): Answer => ({
  value: `SELECT ${number} FROM ${from}`,
  series: `SELECT ${key} AS key, ${number} AS value FROM ${from} GROUP BY 1`,
});

const week = (day: string) => `strftime(${day}, '%G-W%V')`;
const percentOf = (condition: string) =>
  `100.0 * count(*) FILTER (${condition}) / count(*) FILTER (((${condition}) IS NULL) = false)`;

const visits =
  "(SELECT e.*, u.channel AS came, u.registered_at FROM events e LEFT JOIN users u USING (user_id) WHERE event = 'visit')";
const evening = percentOf('hour(ts) BETWEEN 19 AND 22');
const paid = '(SELECT * FROM orders WHERE paid_at IS NOT NULL)';
const realUsers = '(SELECT * FROM users WHERE NOT is_test)';
const joined = '(SELECT e.*, u.channel AS came FROM events e LEFT JOIN users u USING (user_id))';

const weeksOfUsers = `SELECT DISTINCT ${week('registered_at')} AS key, date_trunc('week', registered_at)::DATE + 6 AS till FROM users`;
const newSoFar = `SELECT key, (SELECT count(*) FROM users WHERE NOT is_test AND registered_at::DATE <= till) AS value, till FROM (${weeksOfUsers})`;

const daysOfEvents =
  'SELECT unnest(generate_series(min(ts)::DATE + 6, max(ts)::DATE, INTERVAL 1 DAY))::DATE AS d FROM events';
const active7 = `SELECT strftime(d, '%Y-%m-%d') AS key, (SELECT count(DISTINCT user_id) FROM events WHERE ts::DATE BETWEEN d - 6 AND d) AS value FROM (${daysOfEvents})`;

// Metrics of users and orders leave test accounts out.
const isReal = 'user_id NOT IN (SELECT user_id FROM users WHERE is_test)';
const sales = `(SELECT *, paid_at::DATE AS d FROM orders WHERE paid_at IS NOT NULL AND ${isReal})`;
const springWeeks =
  "SELECT d::DATE AS d FROM generate_series(DATE '2026-03-02', DATE '2026-05-31', INTERVAL 7 DAY) AS s(d)";
const weekSales = `SELECT ${week('w.d')} AS key, w.d AS d, coalesce(sum(s.amount), 0) AS value, w.d + 6 <= (SELECT max(paid_at)::DATE FROM orders) AS closed FROM (${springWeeks}) w LEFT JOIN ${sales} s ON s.d BETWEEN w.d AND w.d + 6 GROUP BY ALL`;
const beside = (step: string) =>
  `SELECT key, CASE WHEN closed AND lag(closed) OVER (ORDER BY d) THEN ${step} END AS value, d, closed FROM (SELECT *, lag(value) OVER (ORDER BY d) AS before FROM (${weekSales}))`;
const lastClosed = (series: string) => `SELECT value FROM (${series}) WHERE closed ORDER BY d DESC LIMIT 1`;
const keyed = (series: string) => `SELECT key, value FROM (${series})`;
const weekChange = beside('value - before');
const weekRate = beside('100.0 * (value - before) / nullif(before, 0)');
const salesSoFar = `SELECT key, sum(value) OVER (ORDER BY d) AS value, d, closed FROM (${weekSales})`;

const monthRate = `SELECT strftime(d, '%Y-%m') AS key, 100.0 * (sum(amount) / (SELECT sum(amount) FROM ${sales} p WHERE date_trunc('month', p.d) = date_trunc('month', any_value(s.d)) - INTERVAL 1 YEAR) - 1) AS value, max(d) AS d, last_day(max(d)) <= (SELECT max(paid_at)::DATE FROM orders) AS closed FROM ${sales} s WHERE d BETWEEN '2026-03-01' AND '2026-04-30' GROUP BY 1`;
const between = (from: string, to: string) =>
  `(SELECT sum(amount) FROM ${sales} WHERE d BETWEEN '${from}' AND '${to}')`;

const perContent = '(SELECT content_id, sum(reads) AS reads FROM content_metrics GROUP BY 1)';
const negatives = '(SELECT * FROM mentions WHERE NOT competitor)';
const couponUsers =
  '(SELECT DISTINCT user_id FROM orders WHERE coupon_id IS NOT NULL AND paid_at IS NOT NULL)';
const sessions =
  "(SELECT session_id, any_value(came) AS came, count(*) FILTER (event = 'pay') AS pays FROM joined GROUP BY 1)";
const adWeeks = `SELECT date_trunc('week', date)::DATE AS d, sum(clicks) AS clicks, sum(impressions) AS shows, sum(cost) AS cost, date_trunc('week', date)::DATE + 6 <= (SELECT max(date) FROM ad_spend) AS closed FROM ad_spend GROUP BY ALL`;
const adRolling = `SELECT ${week('d')} AS key, d, closed, 100.0 * sum(clicks) OVER w / sum(shows) OVER w AS value, row_number() OVER (ORDER BY d) AS n FROM (${adWeeks}) WINDOW w AS (ORDER BY d ROWS 1 PRECEDING)`;
const adIndex = `SELECT ${week('d')} AS key, d, closed, 100.0 * cost / first_value(cost) OVER (ORDER BY d) AS value FROM (${adWeeks})`;
const minutes = "date_diff('second', opened_at, first_reply_at) / 3600.0";

const userAnswers = {
  次日留存按渠道: each(
    '100.0 * count(*) FILTER (back) / nullif(count(*), 0)',
    `(SELECT came, EXISTS (SELECT 1 FROM events b WHERE b.user_id = f.user_id AND b.ts::DATE = f.d + 1) AS back FROM (SELECT user_id, any_value(came) AS came, min(ts)::DATE AS d FROM ${joined} WHERE ${isReal} GROUP BY 1) f WHERE f.d + 1 <= (SELECT max(ts)::DATE FROM events))`,
    'came',
  ),
  累计新增用户: one(
    `SELECT value FROM (${newSoFar}) WHERE till <= (SELECT max(registered_at)::DATE FROM users) ORDER BY till DESC LIMIT 1`,
    keyed(newSoFar),
  ),
  近七日活跃用户: one(`SELECT value FROM (${active7}) ORDER BY key DESC LIMIT 1`, active7),
  近七日活跃按渠道: {
    series: `SELECT strftime(d, '%Y-%m-%d') AS key, c.came AS grp, (SELECT count(DISTINCT user_id) FROM ${joined} j WHERE j.came = c.came AND ts::DATE BETWEEN d - 6 AND d) AS value FROM (${daysOfEvents}), (SELECT DISTINCT channel AS came FROM users) c`,
  },
  各渠道新增占比: {
    series: `SELECT channel AS key, 100.0 * count(*) / (SELECT count(*) FROM ${realUsers}) AS value FROM ${realUsers} GROUP BY 1`,
  },
  各渠道新增名次: {
    series: `SELECT channel AS key, rank() OVER (ORDER BY count(*) DESC) AS value FROM ${realUsers} GROUP BY 1`,
  },
  按年龄分段的用户数: each(
    'count(*)',
    realUsers,
    "CASE WHEN age IS NULL THEN NULL WHEN age < 18 THEN '0' WHEN age < 22 THEN '1' WHEN age < 26 THEN '2' ELSE '3' END",
  ),
  用户平均年龄: one(`SELECT sum(age) / count(age) FROM ${realUsers}`),
  晚间访问占比: one(`SELECT ${evening} FROM ${visits}`),
  晚间访问占比按渠道: each(evening, visits, 'came'),
  高峰时段: each('count(*)', visits, 'CAST(hour(ts) AS VARCHAR)'),
  周末访问占比: one(
    `SELECT 100.0 * count(*) FILTER (dayname(ts) IN ('Saturday', 'Sunday')) / count(*) FROM ${visits}`,
  ),
  一周各天的访问: each('count(*)', visits, 'CAST(isodow(ts) AS VARCHAR)'),
  新老用户访问贡献: each(
    'count(*)',
    visits,
    "if(date_diff('second', registered_at, ts) < 604800, '新', '老')",
  ),
  只来过一天的用户占比: one(
    `SELECT ${percentOf('days = 1')} FROM (SELECT count(DISTINCT ts::DATE) AS days FROM events GROUP BY user_id)`,
  ),
  人均访问天数: one(
    'SELECT avg(days) FROM (SELECT count(DISTINCT ts::DATE) AS days FROM events GROUP BY user_id)',
  ),
  单次停留九成: one(
    'SELECT quantile_cont(s, 0.9) FROM (SELECT sum(duration_s) AS s FROM events GROUP BY session_id) WHERE s > 0',
  ),
  支付会话占比: one(`SELECT ${percentOf('pays > 0')} FROM ${sessions.replace('joined', joined)}`),
  各渠道支付会话占比: {
    value: `SELECT ${percentOf('pays > 0')} FROM ${sessions.replace('joined', joined)}`,
    series: `SELECT came AS key, ${percentOf('pays > 0')} AS value FROM (SELECT session_id, came, count(*) FILTER (event = 'pay') AS pays FROM ${joined} GROUP BY ALL) GROUP BY 1`,
  },
  沉默用户占比: one(
    "SELECT 100.0 * count(*) FILTER (tier = '沉默' OR tier = '流失') / count(*) FROM user_tier_snapshot WHERE date = '2026-05-31'",
  ),
  每次快照的达人数: each(
    'count(*)',
    "(SELECT * FROM user_tier_snapshot WHERE tier = 'KOC')",
    "strftime(date, '%Y-%m-%d')",
  ),
} satisfies Partial<Record<QuestionName, Answer>>;

const tradeAnswers = {
  笔单价中位数: one(`SELECT quantile_cont(amount, 0.5) FROM ${paid}`),
  客单价中位数: one(
    `SELECT quantile_cont(a, 0.5) FROM (SELECT sum(amount) AS a FROM ${paid} GROUP BY user_id)`,
  ),
  每周成交额环比: one(lastClosed(weekRate), keyed(weekRate)),
  每月成交额同比: one(lastClosed(monthRate), keyed(monthRate)),
  三四月成交额同比: one(
    `SELECT 100.0 * (${between('2026-03-01', '2026-04-30')} / ${between('2025-03-01', '2025-04-30')} - 1)`,
  ),
  每周成交额变化: one(lastClosed(weekChange), keyed(weekChange)),
  累计成交额: one(lastClosed(salesSoFar), keyed(salesSoFar)),
  各渠道成交额占比: {
    series: `SELECT channel AS key, 100.0 * sum(amount) / (SELECT sum(amount) FROM ${paid}) AS value FROM ${paid} JOIN users USING (user_id) GROUP BY 1`,
  },
  退款订单占比: one(`SELECT 100.0 * sum(if(status = 'refunded', 1, 0)) / count(*) FROM ${paid}`),
  每月退款订单占比: each(
    "100.0 * sum(if(status = 'refunded', 1, 0)) / count(*)",
    "(SELECT * FROM orders WHERE paid_at IS NOT NULL AND created_at >= '2026-03-02')",
    "strftime(created_at, '%Y-%m')",
  ),
  优惠力度: one(
    'SELECT 100.0 * sum(discount) / sum(amount + discount) FROM orders WHERE discount IS NOT NULL',
  ),
  复购用户占比: one(
    `SELECT ${percentOf('n >= 2')} FROM (SELECT count(*) AS n FROM ${paid} GROUP BY user_id)`,
  ),
  三十日内复购占比: one(
    `SELECT 100.0 * count(*) FILTER (second <= first + 30) / count(*) FROM (SELECT user_id, min(d) AS first, list_sort(list(d))[2] AS second FROM ${sales} GROUP BY 1) WHERE first BETWEEN '2026-03-02' AND '2026-05-31' AND first + 30 <= (SELECT max(d) FROM ${sales})`,
  ),
  注册到首单的天数中位: one(
    `SELECT quantile_cont(h, 0.5) FROM (SELECT min(date_diff('second', registered_at, paid_at)) / 86400.0 AS h FROM ${paid} JOIN users USING (user_id) GROUP BY user_id)`,
  ),
  买过的用户人均单数: one(`SELECT count(*) / count(DISTINCT user_id) FROM ${paid}`),
  前十用户消费占比: one(
    `SELECT 100.0 * sum(a) / (SELECT sum(amount) FROM ${paid}) FROM (SELECT sum(amount) AS a FROM ${paid} GROUP BY user_id ORDER BY a DESC LIMIT 10)`,
  ),
  券核销率: one('SELECT 100.0 * count(redeemed_at) / count(claimed_at) FROM coupons'),
  各批次券核销率: each('100.0 * count(redeemed_at) / count(claimed_at)', 'coupons', 'batch'),
  领券到用券的小时数: one("SELECT avg(date_diff('second', claimed_at, redeemed_at) / 3600.0) FROM coupons"),
  用过券的用户数: one(`SELECT count(*) FROM ${couponUsers}`),
  支付过的人的访问: one(`SELECT count(*) FROM ${visits} WHERE user_id IN ${couponUsers}`),
  没用过券的人的访问: one(
    `SELECT count(*) FROM ${visits} v WHERE NOT EXISTS (SELECT 1 FROM ${couponUsers} c WHERE c.user_id = v.user_id)`,
  ),
  高等级会员占比: one(
    "SELECT 100.0 * count(*) FILTER (level IN ('银', '金')) / count(*) FROM membership WHERE date = '2026-05-31'",
  ),
  净入库: each('sum(change)', 'stock', week('date')),
  期末库存: one("SELECT on_hand FROM stock WHERE sku = 'A' ORDER BY date DESC LIMIT 1"),
} satisfies Partial<Record<QuestionName, Answer>>;

const workAnswers = {
  前五内容互动占比: one(
    'SELECT 100.0 * sum(a) / (SELECT sum(likes + comments + shares) FROM content_metrics) FROM (SELECT sum(likes + comments + shares) AS a FROM content_metrics GROUP BY content_id ORDER BY a DESC NULLS LAST LIMIT 5)',
  ),
  各平台篇均阅读: each(
    'avg(reads)',
    `(SELECT * FROM ${perContent} JOIN content_calendar USING (content_id))`,
    'platform',
  ),
  阅读中位数: one(`SELECT quantile_cont(reads, 0.5) FROM ${perContent}`),
  分享率: one(
    'SELECT 100.0 * sum(shares) / sum(reads) FROM content_metrics WHERE shares IS NOT NULL AND reads IS NOT NULL',
  ),
  周均发布: one(
    `SELECT avg(n) FROM (SELECT count(*) AS n FROM content_calendar WHERE published_at IS NOT NULL GROUP BY ${week('published_at')})`,
  ),
  按计划发布占比: one(
    "SELECT 100.0 * count(*) FILTER (date_diff('day', planned_at, published_at) <= 0) / count(published_at) FROM content_calendar",
  ),
  负面占比: one(`SELECT 100.0 * sum(negative) / sum(mentions) FROM ${negatives}`),
  每周负面占比: each('100.0 * sum(negative) / sum(mentions)', negatives, week('date')),
  单日负面中位: one(
    `SELECT quantile_cont(n, 0.5) FROM (SELECT sum(negative) AS n FROM ${negatives} GROUP BY date)`,
  ),
  声量份额: one('SELECT 100.0 * sum(if(competitor, 0, mentions)) / sum(mentions) FROM mentions'),
  各渠道投入占比: {
    series:
      'SELECT channel AS key, 100.0 * sum(cost) / (SELECT sum(cost) FROM ad_spend) AS value FROM ad_spend GROUP BY 1',
  },
  每周点击率: each('100.0 * sum(clicks) / sum(impressions)', 'ad_spend', week('date')),
  近两周点击率: one(lastClosed(adRolling), `SELECT key, value FROM (${adRolling}) WHERE n >= 2`),
  投入以首周为百: one(lastClosed(adIndex), keyed(adIndex)),
  加权平均停留: one('SELECT sum(avg_time_s * reads) / sum(reads) FROM content_metrics'),
  首次响应九成时长: one(`SELECT quantile_cont(${minutes}, 0.9) FROM tickets`),
  一小时内响应占比: each(
    `100.0 * sum(if(${minutes} <= 1, 1, 0)) / count(first_reply_at)`,
    '(SELECT * FROM tickets WHERE first_reply_at IS NOT NULL)',
    'priority',
  ),
  重开工单占比: one('SELECT 100.0 * sum(if(reopened = 0, 0, 1)) / count(*) FROM tickets'),
  各类工单每周数量: {
    value: 'SELECT count(*) FROM tickets',
    series: `SELECT ${week('opened_at')} AS key, class AS grp, count(*) AS value FROM tickets GROUP BY ALL`,
  },
  延期任务占比: one(
    'SELECT 100.0 * count(*) FILTER (actual_end - end_date > 0) / count(actual_end) FROM tasks',
  ),
  延期天数: one("SELECT sum(date_diff('day', end_date, actual_end)) FROM tasks"),
  各角色投入人日: each('sum(effort_pd)', '(SELECT * FROM tasks JOIN members ON owner = member_id)', 'role'),
  行业次日留存: one('SELECT 28.5'),
  里程碑: {
    rows: "SELECT coalesce(t.phase, '合计') AS 阶段, count(*) AS 任务数, strftime(min(start_date), '%m-%d') AS 最早开始, count(*) FILTER (actual_end > end_date) AS 延期任务, sum(effort_pd) AS 投入 FROM tasks t GROUP BY ROLLUP (t.phase) ORDER BY t.phase IS NULL",
  },
  各渠道一览: {
    rows: "SELECT coalesce(a.channel, '合计') AS 渠道, sum(impressions) AS 展示, sum(clicks) AS 点击, 100.0 * sum(clicks) / sum(impressions) AS 点击率, sum(cost) / sum(clicks) AS 每次点击, sum(cost) AS 花 FROM ad_spend a GROUP BY ROLLUP (a.channel) ORDER BY a.channel IS NULL, 点击 DESC",
  },
} satisfies Partial<Record<QuestionName, Answer>>;

export const answers: Record<QuestionName, Answer> = { ...userAnswers, ...tradeAnswers, ...workAnswers };
