import type { Bilingual } from '../base/language.ts';
import type { ColumnType } from '../base/source-table.ts';

/** What limits a cell; the columns of known tables have all of it. */
interface ValueLimits {
  type: ColumnType;
  unit: string;
  values?: readonly string[];
  min?: number;
  max?: number;
}

/** What a cell must hold, as an author reads it. */
export function describeExpectedValue(schema: ValueLimits): Bilingual {
  if (schema.values) {
    const [zh, en] = [schema.values.join('、'), schema.values.join(', ')];
    return { zh: `下列之一：${zh}`, en: `one of ${en}` };
  }
  const range = describeRange(schema);
  const kind = kinds[schema.type];
  const decimals =
    schema.unit === '元' ? { zh: '，最多四位小数', en: ', four decimals at most' } : { zh: '', en: '' };
  return { zh: `${kind.zh}${range.zh}${decimals.zh}`, en: `${kind.en}${range.en}${decimals.en}` };
}

const kinds: Record<ColumnType, Bilingual> = {
  text: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  date: { zh: '日期，如 2026-03-02', en: 'a day, such as 2026-03-02' },
  timestamp: { zh: '时间，如 2026-03-02T08:00:00+08:00', en: 'a time, such as 2026-03-02T08:00:00+08:00' },
};

function describeRange({ min, max }: ValueLimits): Bilingual {
  if (min !== undefined && max !== undefined) return { zh: `，${min}～${max}`, en: ` from ${min} to ${max}` };
  if (min !== undefined) return { zh: `，不小于 ${min}`, en: `, at least ${min}` };
  if (max !== undefined) return { zh: `，不大于 ${max}`, en: `, at most ${max}` };
  return { zh: '', en: '' };
}
