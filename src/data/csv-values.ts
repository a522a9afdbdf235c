import type { SourceColumn } from '../base/source-table.ts';
import { finalType } from './load-rows.ts';

/** What the engine must know to read cells as the small files' reader does. */
export interface CsvReading {
  dateOrder: 'ymd' | 'mdy' | 'dmy';
  /** Seconds that local times are ahead of UTC from 1992 to 2037; undefined where that changes. */
  offset: number | undefined;
}

const marks = ['—', '–', '-', '--', '——', '－', '−'].map((mark) => `'${mark}'`).join(', ');

/** A cell that says something; white space does not, nor do marks for nothing where a number or a day belongs. */
export function rawCell(index: number, type: SourceColumn['type']): string {
  if (type !== 'text') return `case when trim(c${index}) not in ('', ${marks}) then c${index} end`;
  // White space sorts before every sign, so that most cells need no trimming.
  return `case when c${index} < '!' and trim(c${index}) = '' then null else c${index} end`;
}

/** A cell as its type, or null when it is none. The usual form is tried first, others only where that fails. */
export function typedCell(index: number, column: SourceColumn, known: boolean, reading: CsvReading): string {
  const cell = `c${index}`;
  switch (column.type) {
    case 'text':
      return rawCell(index, 'text');
    case 'integer':
      return `case when ${asDouble(cell)} = floor(${asDouble(cell)}) and abs(${asDouble(cell)}) < 9007199254740992 then ${asDouble(cell)}::bigint end`;
    case 'number': {
      const type = finalType(column, known);
      return `coalesce(try_cast(${cell} as ${type}), try_cast(${numberText(cell)} as ${type}))`;
    }
    case 'boolean':
      return `case lower(trim(${cell})) when '是' then true when '否' then false else try_cast(trim(${cell}) as boolean) end`;
    case 'date':
      return `try_cast(${isoText(index, reading.dateOrder)} as date)`;
    case 'timestamp':
      return instant(index, reading);
  }
}

function asDouble(cell: string): string {
  return `coalesce(try_cast(${cell} as double), try_cast(${numberText(cell)} as double))`;
}

const narrowed = (cell: string) =>
  `replace(translate(trim(${cell}), '０１２３４５６７８９．，％－＋￥−', '0123456789.,%-+¥-'), ' ', '')`;
const written =
  '^([+-]?)¥?([+-]?(\\d{1,3}(,\\d{3})+(\\.\\d*)?|\\d+(\\.\\d*)?|\\.\\d+))(百万|千万|万亿|万|亿)?元?$';

/**
 * `1,234` `１２３４` `¥8.5` `1.2万` as digits that a cast reads; an empty text for anything else. One chain, without a part
 * that stands twice: the engine would compute such a part for every cell, wanted or not.
 */
export function numberText(cell: string): string {
  const marked = `regexp_replace(${narrowed(cell)}, '${written}', '#\\1\\2\\7')`;
  const powers = [',', '', '万亿', 'e12', '千万', 'e7', '百万', 'e6', '万', 'e4', '亿', 'e8'];
  let text = marked;
  for (let at = 0; at < powers.length; at += 2)
    text = `replace(${text}, '${powers[at]}', '${powers[at + 1]}')`;
  return `regexp_extract(${text}, '^#(.*)$', 1)`;
}

/** 2026年3月2日, 2026/3/2 and, in a declared order, 3/2/2026 as SQL reads them. */
export function isoText(index: number, order: CsvReading['dateOrder'] = 'ymd'): string {
  const cell = `c${index}`;
  const first = `regexp_replace(trim(${cell}), '^(\\d{4})[年/.](\\d{1,2})[月/.](\\d{1,2})日?', '\\1-\\2-\\3')`;
  const groups = order === 'mdy' ? '\\3-\\1-\\2' : '\\3-\\2-\\1';
  const last =
    order === 'ymd'
      ? first
      : `regexp_replace(${first}, '^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})', '${groups}')`;
  // Most dates are ISO already, and a look at the dashes is much cheaper than the pattern.
  return `case when ${cell} like '____-%' then trim(${cell}) else ${last} end`;
}

/** Where local times are always as far from UTC, one subtraction does what a calendar of the zone does for others. */
function instant(index: number, { dateOrder, offset }: CsvReading): string {
  const cell = `c${index}`;
  const millis = `try_cast(trim(${cell}) as bigint) * case when length(trim(${cell})) = 10 then 1000 else 1 end`;
  const epoch = `case when regexp_full_match(trim(${cell}), '\\d{10}(\\d{3})?') then make_timestamptz(${millis} * 1000) end`;
  const any = `coalesce(try_cast(${isoText(index, dateOrder)} as timestamptz), ${epoch})`;
  if (offset === undefined) return any;
  const local = `try_cast(${cell} as timestamp)`;
  const quick = `make_timestamptz(epoch_us(${local}) - ${offset * 1_000_000})`;
  return `case when ${cell} like '____-__-_____:__:__' and ${cell} >= '1992' and ${cell} < '2037' then ${quick} else ${any} end`;
}
