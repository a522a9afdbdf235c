/** A report's tables for others to use: Frictionless Data Package 2.0 with Table Schema (datapackage.org). */
import { guardCell } from '../../base/safety/spreadsheet-cell.ts';
import type { Book, BookDataset, DatasetColumn } from '../../report/book.ts';
import { findKnownTable } from '../../schema/tables/known-tables.ts';
import type { ColumnSchema } from '../../schema/tables/table-schema.ts';
import { siteWords } from '../../words/site/site-words.ts';

const frictionlessTypes: Record<string, string> = {
  text: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'datetime',
};

/** `reports/<r>/datapackage.json`; the resources are the downloads beside it. */
export function buildDataPackage({ report, language, front, datasets }: Book) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: toPackageName(report),
    title: front.title,
    created: `${front.date}T00:00:00Z`,
    ...(front.keywords.length > 0 && { keywords: front.keywords }),
    contributors: [{ title: front.team, roles: ['creator'] }],
    resources: datasets.map((dataset) => buildResource(dataset, siteWords[language].data.guarded)),
  };
}

function buildResource(dataset: BookDataset, tellGuarded: (cells: number) => string) {
  const guarded = dataset.download?.guarded ?? 0;
  const schema = findSchema(dataset);
  const key = findPrimaryKey(dataset, schema);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: toPackageName(dataset.name),
    type: 'table',
    title: dataset.title,
    ...(guarded > 0 && { description: tellGuarded(guarded) }),
    path: `data/${dataset.name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    // Further properties are allowed; these are ours.
    rows: dataset.rows,
    ...(dataset.leftOut.length > 0 && { leftOut: dataset.leftOut }),
    ...(dataset.download && { bytes: dataset.download.bytes, hash: `sha256:${dataset.download.sha256}` }),
    dialect: {
      $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
      header: true,
      delimiter: ',',
      lineTerminator: '\n',
      quoteChar: '"',
      doubleQuote: true,
    },
    sources: [
      ...(dataset.source ? [{ title: dataset.source }] : []),
      { title: dataset.sheet ? `${dataset.file}!${dataset.sheet}` : dataset.file },
    ],
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: dataset.columns.map((column) => buildField(column, schema?.[column.name], key.length === 1)),
      missingValues: [''],
      ...(key.length > 0 && { primaryKey: key }),
    },
  };
}

/** Columns that name a row: all of them are here, and none may be empty. */
function findPrimaryKey(
  { columns }: BookDataset,
  schema: Readonly<Record<string, ColumnSchema>> | undefined,
): string[] {
  const all = Object.entries(schema ?? {}).filter(([, { unique }]) => unique);
  const here = all.flatMap(([name, known]) => {
    const column = columns.find((one) => one.name === name);
    return column ? [{ header: column.header, known }] : known.required ? [undefined] : [];
  });
  if (here.some((one) => !one?.known.required)) return [];
  return here.flatMap((one) => (one ? [guardCell(one.header)] : []));
}

function findSchema({ name, known }: BookDataset): Readonly<Record<string, ColumnSchema>> | undefined {
  return known ? findKnownTable(name)?.schema.columns : undefined;
}

/** `only`: the column names a row by itself. */
function buildField(
  { header, label, unit, type, description }: DatasetColumn,
  known: ColumnSchema | undefined,
  only: boolean,
) {
  const constraints = {
    ...(known?.required && { required: true }),
    ...(known?.unique && only && { unique: true }),
    ...(known?.values && { enum: known.values }),
    ...(known?.min !== undefined && { minimum: known.min }),
    ...(known?.max !== undefined && { maximum: known.max }),
  };
  return {
    name: guardCell(header),
    type: frictionlessTypes[type] ?? 'any',
    title: label,
    ...(description && { description }),
    ...(unit && { unit }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

/** Names of packages and resources are lower case without spaces; Chinese stays. */
function toPackageName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}._-]+/gu, '-');
}
