import type { Bilingual } from '../../base/language.ts';
import type { ColumnType } from '../../base/source-table.ts';

/** What a column of a known table holds, and what it may not hold. */
export interface ColumnSchema {
  type: ColumnType;
  required: boolean;
  /** `元`, `次`, `人`, `秒` …; empty for texts, dates and plain numbers. */
  unit: string;
  label: Bilingual;
  description: Bilingual;
  /** The only values allowed. */
  values?: readonly string[];
  /** Both inclusive. */
  min?: number;
  max?: number;
  /** No two rows hold the same; several unique columns are unique together, optional ones where they are given. */
  unique?: true;
  /** Says who somebody is: never published. */
  personal?: true;
  /** Headers that mean this column too; the Chinese label is always one. */
  aliases: readonly string[];
}

/** A relation that every row keeps. `at-most`: low ≤ high · `in-order`: low is not after high. */
export interface Relation {
  kind: 'at-most' | 'in-order';
  low: string;
  high: string;
}

/** A table that a report may hand in under a known name. */
export interface TableSchema {
  /** `T07`, as the reference of tables counts. */
  id: string;
  title: Bilingual;
  /** What one row is. */
  meaning: Bilingual;
  columns: Readonly<Record<string, ColumnSchema>>;
  relations: readonly Relation[];
}

type ColumnOptions = Partial<Pick<ColumnSchema, 'unit' | 'values' | 'min' | 'max' | 'aliases' | 'personal'>>;
type CreateColumn = (label: string, zh: string, en: string, more?: ColumnOptions) => ColumnSchema;

const createColumnType =
  (type: ColumnType, preset: ColumnOptions = {}): CreateColumn =>
  (label, zh, en, more = {}) => ({
    type,
    required: false,
    unit: '',
    aliases: [],
    label: { zh: label, en: '' },
    description: { zh, en },
    ...preset,
    ...more,
  });

/** Any text. */
export const text = createColumnType('text');
/** A calendar day in the report's zone. */
export const day = createColumnType('date');
/** An instant: ISO 8601 with offset, or local in the report's zone. */
export const instant = createColumnType('timestamp');
/** A whole number from 0, by default of 次. */
export const count = createColumnType('integer', { unit: '次', min: 0 });
/** An amount in 元 from 0, at most four decimals, computed exactly. */
export const money = createColumnType('number', { unit: '元', min: 0 });
/** Any number. */
export const number = createColumnType('number');
/** A fraction from 0 to 1. */
export const share = createColumnType('number', { min: 0, max: 1 });
/** Yes or no. */
export const flag = createColumnType('boolean');
/** One of a few words. */
export const choice = (
  label: string,
  values: readonly string[],
  zh: string,
  en: string,
  more: ColumnOptions = {},
) => createColumnType('text')(label, zh, en, { values, ...more });

/** Makes a column one that no row may leave empty. */
export function required(column: ColumnSchema): ColumnSchema {
  return { ...column, required: true };
}

/** A required column that, with the other unique ones, names a row: no two rows are alike in them. */
export function unique(column: ColumnSchema): ColumnSchema {
  return { ...required(column), unique: true };
}

/** A known table; English labels and the aliases that follow from name, label and unit are filled in. */
export function defineTable(
  id: string,
  title: readonly [zh: string, en: string],
  meaning: readonly [zh: string, en: string],
  columns: Record<string, ColumnSchema>,
  relations: readonly Relation[] = [],
): TableSchema {
  const complete = Object.entries(columns).map(
    ([name, column]) => [name, completeColumn(name, column)] as const,
  );
  return {
    id,
    title: { zh: title[0], en: title[1] },
    meaning: { zh: meaning[0], en: meaning[1] },
    columns: Object.fromEntries(complete),
    relations,
  };
}

/** What short words of names stand for in an English label: `user_id` is the “User ID”. */
const englishWords: Readonly<Record<string, string>> = {
  avg: 'average',
  crm: 'CRM',
  csat: 'CSAT',
  exp: 'experiment',
  id: 'ID',
  ip: 'IP',
  iso: 'ISO',
  kpi: 'KPI',
  kr: 'key result',
  msg: 'message',
  n: 'number',
  no: 'number',
  pd: '(person-days)',
  px: '(px)',
  q: 'question',
  qa: 'QA',
  resp: 'response',
  s: '(s)',
  sumsq: 'sum of squares',
  ts: 'time',
  url: 'URL',
};

function completeColumn(name: string, column: ColumnSchema): ColumnSchema {
  const words = name
    .split('_')
    .map((word) => englishWords[word] ?? word)
    .join(' ');
  const en = words.charAt(0).toUpperCase() + words.slice(1);
  const { zh } = column.label;
  const units = column.unit
    ? [`${name}_${column.unit}`, `${zh}（${column.unit}）`, `${zh}(${column.unit})`]
    : [];
  return { ...column, label: { zh, en }, aliases: [zh, ...units, ...column.aliases] };
}

/** The columns that name a row together: those that are unique, of which a table may lack the ones not required. */
export function listKeyColumns({ columns }: TableSchema, has: (name: string) => boolean): string[] {
  const all = Object.keys(columns).filter((name) => columns[name]?.unique);
  const key = all.filter((name) => columns[name]?.required || has(name));
  return key.every(has) ? key : [];
}
