import type { DescribedColumn } from '../base/source-table.ts';
import type { ColumnSchema } from '../schema/tables/column.ts';
import { quoteText } from './names.ts';

/** A column of a CSV file as SQL, layer upon layer, so that the engine computes each part once. */
export interface PlainCell {
  /** From the text of the cell: what the engine makes of it. */
  cast: string;
  /** From text and cast: the value, when the cell is written in the plainest way; else null. */
  value: string;
  /** From text and value: whether the cell needs a closer look than the engine's. */
  odd: string;
}

const marks = ['—', '–', '-', '--', '——', '－', '−'].map(quoteText).join(', ');
const isBlank = (cell: string) => `regexp_full_match(${cell}, '[\\s\\v]*')`;

/**
 * How the cells of a column are read where they are written in the plainest way: `12`, `12.5`, `2026-03-02`, `2026-03-02 08:00:00`.
 * Everything else is odd: other forms, what the schema refuses, what two readers could take for two things.
 */
export function plainCell(
  column: DescribedColumn,
  at: number,
  known: ColumnSchema | undefined,
  offset: number | undefined,
): PlainCell {
  const [text, cast, value] = [`c${at}`, `x${at}`, `v${at}`];
  const made = casts[column.type]({ text, cast, known, offset });
  const nothing = column.type === 'text' ? '' : ` or trim(${text}) in (${marks})`;
  const missing = known?.required ? 'true' : `not (${text} is null or ${isBlank(text)}${nothing})`;
  const limits = known ? limitsOf(known, value) : [];
  return {
    ...made,
    odd: `case when ${value} is null then ${missing} else ${limits.join(' or ') || 'false'} end`,
  };
}

interface Parts {
  text: string;
  cast: string;
  known: ColumnSchema | undefined;
  /** Seconds that local times are ahead of UTC from 1992 to 2037; undefined where that changes. */
  offset: number | undefined;
}

/** Written as the engine itself would write it, a value is surely what it looks like. */
const alike = (cast: string, text: string) => `${cast}::varchar = ${text}`;

const casts: Record<DescribedColumn['type'], (parts: Parts) => Pick<PlainCell, 'cast' | 'value'>> = {
  // White space sorts before every sign, so that most cells are not looked at.
  text: ({ text }) => ({
    cast: 'null',
    value: `case when ${text} < '!' and ${isBlank(text)} then null else ${text} end`,
  }),
  integer: ({ text, cast }) => ({
    cast: `try_cast(${text} as bigint)`,
    value: `case when ${alike(cast, text)} and abs(${cast}) < 1000000000000000 then ${cast} end`,
  }),
  number: ({ text, cast, known }) => {
    const decimals = known?.unit === '元' ? '0-9]{1,4' : '0-9]{1,12';
    const plain = `regexp_full_match(${text}, '-?(0|[1-9][0-9]{0,11})(\\.[${decimals}})?')`;
    const type = known?.unit === '元' ? 'decimal(18, 4)' : 'double';
    return { cast: `try_cast(${text} as ${type})`, value: `case when ${plain} then ${cast} end` };
  },
  boolean: ({ text }) => ({
    cast: 'null',
    value: `case lower(${text}) when 'true' then true when 'false' then false end`,
  }),
  date: ({ text, cast }) => ({
    cast: `try_cast(${text} as date)`,
    value: `case when ${alike(cast, text)} and ${text} >= '1000' and ${text} < '9999' then ${cast} end`,
  }),
  timestamp: ({ text, cast, offset }) => {
    // To change a text is slower than to compare it: `T` for a space is looked for only where the texts differ.
    const usual = `case when ${alike(cast, text)} then true else ${alike(cast, `replace(${text}, 'T', ' ')`)} end`;
    // A calendar of the zone is slow; where it keeps one offset, a subtraction does.
    const quick = `make_timestamptz(epoch_us(${cast}) - ${(offset ?? 0) * 1_000_000})`;
    const steady = offset === undefined ? 'false' : `${text} >= '1992' and ${text} < '2037'`;
    const slow = `when ${text} >= '1000' and ${text} < '9999' then ${text}::timestamptz`;
    const instant = `case when ${steady} then ${quick} ${slow} end`;
    return { cast: `try_cast(${text} as timestamp)`, value: `case when ${usual} then ${instant} end` };
  },
};

function limitsOf(schema: ColumnSchema, value: string): string[] {
  const limits: string[] = [];
  if (schema.values) limits.push(`${value} not in (${schema.values.map(quoteText).join(', ')})`);
  if (schema.min !== undefined) limits.push(`${value} < ${schema.min}`);
  if (schema.max !== undefined) limits.push(`${value} > ${schema.max}`);
  return limits;
}
