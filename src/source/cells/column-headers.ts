import type { Language } from '../../base/language.ts';
import { listNames } from '../../base/names/suggest-names.ts';
import { findNearestName } from '../../base/nearest-name.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { ColumnType, SourceColumn } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { ColumnSchema, TableSchema } from '../../schema/tables/table-schema.ts';
import { type ColumnNotes, getColumnNotes, type SheetNotes } from '../../schema/tables-file.ts';

export interface Header {
  text: string;
  place: Place;
}

/** Headers are compared without regard to case, width of signs, and white space. */
export function normaliseHeader(header: string): string {
  return header.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** The column of a known table that a header means. */
export function matchKnownColumn(schema: TableSchema, header: string): string | undefined {
  const plain = normaliseHeader(header);
  const named = Object.entries(schema.columns).find(
    ([name, column]) => name === plain || column.aliases.some((alias) => normaliseHeader(alias) === plain),
  );
  return named?.[0];
}

/** Names of the columns in SQL: that of the schema, else the header itself. */
export function resolveColumnNames(headers: readonly Header[], schema: TableSchema | undefined): string[] {
  return headers.map(({ text }) => {
    // SQL ends at a NUL, wherever it stands.
    const clean = text.replaceAll('\0', '').normalize('NFC').trim().replace(/\s+/g, ' ');
    return (schema && matchKnownColumn(schema, clean)) ?? clean;
  });
}

/** Headers that are empty or there twice; those of `blank` columns may be empty. */
export function checkHeaders(
  headers: readonly Header[],
  names: readonly string[],
  blank: readonly number[] = [],
): Problem[] {
  const seen = new Set<string>();
  return headers.flatMap(({ text, place }, index) => {
    const name = names[index]!;
    if (name === '')
      return blank.includes(index) ? [] : [createProblem('empty-header', place, { column: index + 1 })];
    const key = name.toLowerCase();
    if (seen.has(key))
      return [createProblem('duplicate-header', place, { header: text.trim(), column: name })];
    seen.add(key);
    return [];
  });
}

/** Columns that a known table must have and lacks; own columns that look like a misspelt one. */
export function checkKnownColumns(
  table: string,
  headers: readonly Header[],
  names: readonly string[],
  schema: TableSchema,
  file: Place,
): Problem[] {
  const lacking = Object.entries(schema.columns).filter(([name]) => !names.includes(name));
  const own = headers.filter((_, index) => !(names[index]! in schema.columns));
  const texts = headers.map(({ text }) => text.trim());
  const missing = lacking.filter(([, column]) => column.required);
  const nearHeaders = new Map(missing.map(([name, column]) => [name, findNearHeader(name, column, own)]));
  const optional = lacking.filter(([, column]) => !column.required).map(([name]) => name);
  const lacks = missing.map(([column, { label }]) => ({
    column,
    label: label.zh,
    near: nearHeaders.get(column),
  }));
  const [only] = lacks;
  const first = headers[0]?.place ?? file;
  const told = !only
    ? []
    : lacks.length > 1
      ? [createProblem('missing-columns', first, { table, columns: lacks, all: listNames('', texts) })]
      : [
          createProblem('missing-column', findPlace(headers, only.near) ?? first, {
            table,
            ...only,
            all: listNames(only.near ?? only.column, texts),
          }),
        ];
  return [
    ...told,
    ...own.flatMap(({ text, place }) => {
      const near = [...nearHeaders.values()].includes(text) ? undefined : findCloseName(text, optional);
      return near ? [createProblem('near-column', place, { table, header: text, near })] : [];
    }),
  ];
}

function findPlace(headers: readonly Header[], wanted: string | undefined): Place | undefined {
  return headers.find(({ text }) => text === wanted)?.place;
}

function findNearHeader(name: string, column: ColumnSchema, own: readonly Header[]): string | undefined {
  const texts = own.map(({ text }) => text);
  const words = [name, ...column.aliases];
  return (
    findNearestName(name, texts) ??
    column.aliases.flatMap((alias) => findCloseName(alias, texts) ?? [])[0] ??
    texts.find((text) => words.some((word) => isPartOf(normaliseHeader(word), normaliseHeader(text))))
  );
}

/** `点击` is a part of `点击数量`, and `amount` of `paid_amount`; `id` is one of too much. */
function isPartOf(word: string, text: string): boolean {
  return text.includes(word) && (/^\p{Script=Han}{2,}$/u.test(word) || /^[a-z_]{5,}$/.test(word));
}

/** Short words are near to everything: only longer ones count. */
function findCloseName(written: string, known: readonly string[]): string | undefined {
  const near = findNearestName(written, known);
  return near && Math.min(near.length, written.length) >= 4 ? near : undefined;
}

/** What tables.yaml says of a column, under its header or its name in SQL. */
export function findColumnNote<Key extends 'type' | 'unit'>(
  notes: SheetNotes,
  { header, name }: Pick<SourceColumn, 'header' | 'name'>,
  key: Key,
): ColumnNotes[Key] {
  const columns = getColumnNotes(notes);
  return columns[header]?.[key] ?? columns[name]?.[key];
}

/** A column as the report uses it, with what schema and tables.yaml say of it. */
export function buildSourceColumn(
  header: string,
  name: string,
  type: ColumnType,
  known: ColumnSchema | undefined,
  notes: SheetNotes,
  language: Language,
): SourceColumn {
  const columnNotes = getColumnNotes(notes)[header] ?? getColumnNotes(notes)[name];
  const personal = known?.personal ?? [header, name].some((one) => notes.personal?.includes(one));
  return {
    header,
    name,
    type,
    label: columnNotes?.label ?? known?.label[language] ?? name,
    // A known table counts in its own unit: another name for it would not change the numbers.
    unit: known?.unit || columnNotes?.unit || '',
    description: columnNotes?.description ?? known?.description[language] ?? '',
    ...(columnNotes?.blank && (type === 'number' || type === 'integer') && { blank: columnNotes.blank }),
    ...(personal && { personal }),
    ...(columnNotes?.references && { references: columnNotes.references }),
    ...buildDisplay(columnNotes),
  };
}

function buildDisplay({ codes, scale, digits }: ColumnNotes = {}): Pick<SourceColumn, 'display'> {
  const display = {
    ...(codes && { codes }),
    ...(scale && { scale }),
    ...(digits !== undefined && { digits }),
  };
  return Object.keys(display).length > 0 ? { display } : {};
}
