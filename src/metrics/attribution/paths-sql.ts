/** Paths from a table of events, or from one that holds paths already; and back from the rows. */
import type { Cell } from '../../base/source-table.ts';
import { type Ask, ParameterError } from '../metric.ts';
import { conditions, enclose, inner, quoteText, whereClause, within } from '../select.ts';
import { NO_TOUCH, type Path } from './path.ts';

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
export function pathSql(ask: Ask<AttributionParams>): string {
  const { channel_column: channel, path } = ask.columns;
  if (channel !== undefined && ask.keys.some((key) => key.order === channel)) {
    throw new ParameterError('by', {
      zh: '各渠道本来就是这个指标的序列，去掉 by',
      en: 'The channels are the series of this metric already: leave `by` out',
    });
  }
  return path === undefined ? fromEvents(ask) : fromPaths(ask, path);
}

function fromPaths(ask: Ask<AttributionParams>, path: string): string {
  const { conversions, lost, value } = ask.columns;
  const separator = quoteText(ask.params.separator.trim());
  const parts = `string_split(CAST(${path} AS VARCHAR), ${separator})`;
  const chosen = [
    ...ask.keys.map((key) => `${key.text} AS ${key.alias}`),
    `array_to_string(${parts}, chr(31)) AS path`,
    "'' AS ages",
    `coalesce(${(ask.params.credit === 'value' ? value : conversions) ?? '1'}, 0) AS credit`,
    `coalesce(${conversions ?? '1'}, 0) AS wins`,
    `coalesce(${lost ?? '0'}, 0) AS lost`,
    '1 AS n',
  ];
  const order = [...ask.keys.map((key) => key.order), 'path'].join(', ');
  return `SELECT\n  ${chosen.join(',\n  ')}\nFROM ${ask.from}${whereClause(conditions(ask))}\nORDER BY ${order}`;
}

/**
 * The events of a user fall into parts, each closed by a conversion; the last one may be open. The touches of a
 * part, those too long before its conversion left out, are its path. Paths alike are counted.
 */
function fromEvents(ask: Ask<AttributionParams>): string {
  const { time } = ask;
  const { user, event_column: event, channel_column: channel } = ask.columns;
  const { finish, touch, days } = ask.params;
  if (!user || !event || !channel || !time) throw lacking();
  if (finish === undefined) throw withoutFinish();
  const won = `(${event} = ${quoteText(finish)})`;
  const touches = touch === undefined ? [] : [`${event} = ${quoteText(touch)}`];
  const isTouch = [`NOT ${won}`, `coalesce(CAST(${channel} AS VARCHAR), '') <> ''`, ...touches].join(' AND ');
  const marked = [
    `${user} AS who`,
    `${time} AS ts`,
    `${ask.day} AS day`,
    `CAST(${channel} AS VARCHAR) AS channel`,
    `${won} AS won`,
    `${ask.params.credit === 'value' ? `coalesce(${ask.columns.value ?? '0'}, 0)` : '1'} AS worth`,
    ...inner.define(ask.keys),
  ];
  const base = [
    ...(ask.where ? [enclose(ask.where)] : []),
    `${user} IS NOT NULL`,
    `${time} IS NOT NULL`,
    `(${won} OR (${isTouch}))`,
  ];
  const names = inner.names(ask.keys);
  const keys = names.map((name) => `arg_max(${name}, ts) AS ${name}`);
  const inTime = `NOT won AND (won_at IS NULL OR ts >= won_at - INTERVAL ${days} DAY)`;
  const age = `CAST(round(date_diff('second', ts, coalesce(won_at, ts)) / 86400.0, 6) AS VARCHAR)`;
  const period = ask.period ? [within('last_day', ask.period)] : [];
  const grouped = [...names, 'path', 'ages'].join(', ');
  return `WITH
marked AS (
  SELECT ${marked.join(', ')}
  FROM ${ask.from}${whereClause(base).replaceAll('\n', '\n  ')}
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
FROM paths${whereClause(period)}
GROUP BY ${grouped}
ORDER BY ${grouped}`;
}

function lacking(): ParameterError {
  return new ParameterError('path', {
    zh: '要么表中有 user、event、channel、时间四列，要么有一列 path（如 SEM > 直接访问）',
    en: 'The table needs user, event, channel and time, or a column path such as SEM > direct',
  });
}

function withoutFinish(): ParameterError {
  return new ParameterError('finish', {
    zh: '要写哪个事件算转化，如 with: { finish: pay }',
    en: 'Say which event is the conversion: with: { finish: pay }',
  });
}

/** `n` counts the lines of the table that were read. */
export function readPaths(rows: readonly Record<string, Cell>[]): { paths: Path[]; n: number } {
  const paths = rows.map(({ path, ages, credit, wins, lost }): Path => {
    const numbers = { credit: Number(credit), wins: Number(wins), lost: Number(lost) };
    const channels = listIn(path).map((channel) => channel.trim());
    const days = listIn(ages).map(Number);
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

function listIn(cell: Cell | undefined): string[] {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return text === '' ? [] : text.split(BETWEEN);
}
