/** Paths from a table of events, or from one that holds paths already; and back from the rows. */

import { quoteSqlText } from '../../../base/quoting.ts';
import type { Cell } from '../../../base/source-table.ts';
import { type MetricQuery, ParameterError } from '../../metric.ts';
import {
  buildConditions,
  buildOwnConditions,
  buildPeriodCondition,
  buildWhere,
  nestedKeys,
} from '../../sql/select.ts';
import { type ConversionPath, NO_TOUCH } from './path-credits.ts';

export interface AttributionParams {
  finish?: string | undefined;
  touch?: string | undefined;
  days: number;
  channel?: string | undefined;
  separator: string;
  credit: 'count' | 'value';
  direct?: string[] | undefined;
  half_life?: number | undefined;
}

/** Between the parts of a list inside one cell: no channel holds the unit separator. */
const BETWEEN = '\u001f';

/** Rows of key, grp, path, ages (days before the conversion), credit, wins, lost, n. */
export function buildPathSql(query: MetricQuery<AttributionParams>): string {
  const { channel_column: channel, path } = query.columns;
  if (channel !== undefined && query.keys.some((key) => key.order === channel)) {
    throw new ParameterError('by', {
      zh: '各渠道本来就是这个指标的序列，去掉 by',
      en: 'The channels are the series of this metric already: leave `by` out',
    });
  }
  return path === undefined ? buildSqlFromEvents(query) : buildSqlFromPaths(query, path);
}

function buildSqlFromPaths(query: MetricQuery<AttributionParams>, path: string): string {
  const { conversions, lost, value } = query.columns;
  const separator = quoteSqlText(query.params.separator.trim());
  const parts = `string_split(CAST(${path} AS VARCHAR), ${separator})`;
  const chosen = [
    ...query.keys.map((key) => `${key.text} AS ${key.alias}`),
    `array_to_string(${parts}, chr(31)) AS path`,
    "'' AS ages",
    `coalesce(${(query.params.credit === 'value' ? value : conversions) ?? '1'}, 0) AS credit`,
    `coalesce(${conversions ?? '1'}, 0) AS wins`,
    `coalesce(${lost ?? '0'}, 0) AS lost`,
    '1 AS n',
  ];
  const order = [...query.keys.map((key) => key.order), 'path'].join(', ');
  return `SELECT\n  ${chosen.join(',\n  ')}\nFROM ${query.from}${buildWhere(buildConditions(query))}\nORDER BY ${order}`;
}

/**
 * The events of a user fall into parts, each closed by a conversion; the last one may be open. The touches of a
 * part, those too long before its conversion left out, are its path. Paths alike are counted.
 */
function buildSqlFromEvents(query: MetricQuery<AttributionParams>): string {
  const { time } = query;
  const { user, event_column: event, channel_column: channel } = query.columns;
  const { finish, touch, days } = query.params;
  if (!user || !event || !channel || !time) throw createMissingColumnsError();
  if (finish === undefined) throw createMissingFinishError();
  const won = `(${event} = ${quoteSqlText(finish)})`;
  const touches = touch === undefined ? [] : [`${event} = ${quoteSqlText(touch)}`];
  const isTouch = [`NOT ${won}`, `coalesce(CAST(${channel} AS VARCHAR), '') <> ''`, ...touches].join(' AND ');
  const marked = [
    `${user} AS who`,
    `${time} AS ts`,
    `${query.day} AS day`,
    `CAST(${channel} AS VARCHAR) AS channel`,
    `${won} AS won`,
    `${query.params.credit === 'value' ? `coalesce(${query.columns.value ?? '0'}, 0)` : '1'} AS worth`,
    ...nestedKeys.define(query.keys),
  ];
  const base = [
    ...buildOwnConditions(query),
    `${user} IS NOT NULL`,
    `${time} IS NOT NULL`,
    `(${won} OR (${isTouch}))`,
  ];
  const names = nestedKeys.names(query.keys);
  const keys = names.map((name) => `arg_max(${name}, ts) AS ${name}`);
  const inTime = `NOT won AND (won_at IS NULL OR ts >= won_at - INTERVAL ${days} DAY)`;
  const age = `CAST(round(date_diff('second', ts, coalesce(won_at, ts)) / 86400.0, 6) AS VARCHAR)`;
  const period = query.period ? [buildPeriodCondition('last_day', query.period)] : [];
  const grouped = [...names, 'path', 'ages'].join(', ');
  return `WITH
marked AS (
  SELECT ${marked.join(', ')}
  FROM ${query.from}${buildWhere(base).replaceAll('\n', '\n  ')}
),
parted AS (
  SELECT *, count(*) FILTER (won) OVER (PARTITION BY who ORDER BY ts, won ROWS UNBOUNDED PRECEDING) - CAST(won AS INTEGER) AS part
  FROM marked
),
dated AS (
  SELECT *, max(ts) FILTER (won) OVER (PARTITION BY who, part) AS won_at FROM parted
),
paths AS (
  SELECT ${[...keys, `coalesce(string_agg(channel, chr(31) ORDER BY ts, channel) FILTER (${inTime}), '') AS path`, `coalesce(string_agg(${age}, chr(31) ORDER BY ts, channel) FILTER (${inTime}), '') AS ages`, 'max(day) AS last_day', 'bool_or(won) AS won', 'coalesce(sum(worth) FILTER (won), 0) AS worth', 'count(*) AS lines'].join(', ')}
  FROM dated
  GROUP BY who, part
)
SELECT ${[...names, 'path', 'ages', 'coalesce(sum(worth) FILTER (won), 0) AS credit', 'count(*) FILTER (won) AS wins', 'count(*) FILTER (NOT won) AS lost', 'sum(lines) AS n'].join(', ')}
FROM paths${buildWhere(period)}
GROUP BY ${grouped}
ORDER BY ${grouped}`;
}

function createMissingColumnsError(): ParameterError {
  return new ParameterError('path', {
    zh: '要么表中有 user、event、channel、时间四列，要么有一列 path（如 SEM > 直接访问）',
    en: 'The table needs user, event, channel and time, or a column path such as SEM > direct',
  });
}

function createMissingFinishError(): ParameterError {
  return new ParameterError('finish', {
    zh: '要写哪个事件算转化，如 with: { finish: pay }',
    en: 'Say which event is the conversion: with: { finish: pay }',
  });
}

/** `n` counts the lines of the table that were read. */
export function toPaths(rows: readonly Record<string, Cell>[]): { paths: ConversionPath[]; n: number } {
  const paths = rows.map(({ path, ages, credit, wins, lost }): ConversionPath => {
    const numbers = { credit: Number(credit), wins: Number(wins), lost: Number(lost) };
    const channels = splitCell(path).map((channel) => channel.trim());
    const days = splitCell(ages).map(Number);
    const found = channels.filter((channel) => channel !== '');
    if (found.length === 0) return { channels: [NO_TOUCH], ...numbers };
    return {
      channels: found,
      ...(days.length === found.length && { daysBefore: days }),
      ...numbers,
    };
  });
  return { paths, n: rows.reduce((sum, row) => sum + Number(row.n), 0) };
}

function splitCell(cell: Cell | undefined): string[] {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return text === '' ? [] : text.split(BETWEEN);
}
