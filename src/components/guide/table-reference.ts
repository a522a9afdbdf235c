import type { Language } from '../../base/language.ts';
import { knownTables } from '../../schema/tables/known-tables.ts';
import type { ColumnSchema, Relation, TableSchema } from '../../schema/tables/table-schema.ts';
import { siteWords } from '../../words/site/site-words.ts';

/** The known tables in the order of their ids. */
export const tablesById = Object.entries(knownTables)
  .map(([name, schema]) => ({ name, schema }))
  .sort((a, b) => (a.schema.id < b.schema.id ? -1 : a.schema.id > b.schema.id ? 1 : 0));

/** What is asked of a column's cells, in words. */
export function describeColumnRules(column: ColumnSchema, language: Language): string[] {
  const words = siteWords[language].guide;
  const { required, unique, personal, values, min, max } = column;
  return [
    ...(required ? [words.required] : []),
    ...(unique ? [words.unique] : []),
    ...(personal ? [words.personal] : []),
    ...(values ? [words.oneOf(values.join(words.comma))] : []),
    ...(min !== undefined || max !== undefined ? [words.between(min, max)] : []),
  ];
}

/** `点击 ≤ 展示`: what holds in every row. */
export function describeRelation(
  { kind, low, high }: Relation,
  { columns }: TableSchema,
  language: Language,
): string {
  const getLabel = (name: string) => columns[name]?.label[language] ?? name;
  const words = siteWords[language].guide;
  return kind === 'at-most'
    ? words.atMost(getLabel(low), getLabel(high))
    : words.inOrder(getLabel(low), getLabel(high));
}

/** Headers of a template: what a reader of the language would write, each of them known to mean its column. */
export function listTemplateHeaders({ columns }: TableSchema, language: Language): string[] {
  return Object.entries(columns).map(([name, { label }]) => (language === 'zh' ? label.zh : name));
}
