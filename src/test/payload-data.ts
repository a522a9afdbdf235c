/** Data full of payloads: known tables and a table of a team's own, notes, metrics, charts, references. */
import * as xlsx from '@e965/xlsx';
import { stringify } from 'yaml';
import { quoteCsvField } from '../base/quoting.ts';
import { entryKinds } from '../schema/metrics-file-schema.ts';
import { knownTables } from '../schema/tables/known-tables.ts';
import type { ColumnSchema } from '../schema/tables/table-schema.ts';
import { tablesFile } from '../schema/tables-file.ts';
import type { PayloadList } from './payloads.ts';
import { fillSchema } from './schema-texts.ts';

type Files = Record<string, string | Uint8Array>;

const toCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quoteCsvField).join(',')}\n`).join('');

const quoteSql = (text: string) => `'${text.replaceAll("'", "''")}'`;

function writeCell(path: string, column: ColumnSchema, list: PayloadList): string {
  // Names other rows.
  if (path === 'table tasks.depends_on') return '';
  if (column.values) return column.values[0]!;
  if (column.type === 'text') return list.write(path);
  if (column.type === 'date') return '2026-03-03';
  if (column.type === 'timestamp') return '2026-03-03T10:00:00+08:00';
  return column.type === 'boolean' ? 'true' : String(Math.max(1, column.min ?? 0));
}

/** Every known table with one row, a payload in each column that holds text. */
export function writeKnownTables(folder: string, list: PayloadList): Files {
  const tables = Object.entries(knownTables).map(([name, { columns }]) => {
    const cells = Object.entries(columns).map(([column, schema]) =>
      writeCell(`table ${name}.${column}`, schema, list),
    );
    return [`${folder}/${name}.csv`, toCsv([Object.keys(columns), cells])];
  });
  return Object.fromEntries(tables) as Files;
}

const sheetName = "x' onload='window.__hit=0";

/** A table of a team's own: each payload as a cell and as a column; the same as a workbook. */
export function writeOwnTables(folder: string, list: PayloadList): Files {
  const cells = list.writeAll('cell of a CSV').map((text, i) => [text, String(i + 1)]);
  // A file that begins with a tag is told to be none.
  const columns = ['a', ...list.writeAll('column of a CSV')];
  const book = xlsx.utils.book_new();
  const sheet = xlsx.utils.aoa_to_sheet([
    ['kind', list.write('column of a workbook')],
    ...list.writeAll('cell of a workbook').map((text) => [text, 1]),
  ]);
  xlsx.utils.book_append_sheet(book, sheet, 'PLACE');
  const zip = xlsx.CFB.read(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, {
    type: 'buffer',
  });
  const entry = xlsx.CFB.find(zip, '/xl/workbook.xml')!;
  const text = Buffer.from(entry.content as Uint8Array).toString('utf8');
  // No office program would take such a name.
  entry.content = Buffer.from(text.replaceAll('PLACE', () => sheetName.replaceAll("'", '&apos;')));
  return {
    [`${folder}/cells.csv`]: toCsv([['kind', 'amount'], ...cells]),
    [`${folder}/columns.csv`]: toCsv([columns, columns.map(() => '1')]),
    [`${folder}/book.xlsx`]: xlsx.CFB.write(zip, { fileType: 'zip', type: 'buffer' }) as Buffer,
    // Names of files that every system can carry.
    [`${folder}/${list.write('name of a data file', 'template text')}.csv`]: toCsv([['a'], ['1']]),
    [`${folder}/x' onmouseover='window.__hit=${list.all.length}.csv`]: toCsv([['a'], ['2']]),
  };
}

/** `tables.yaml`, and again with a payload in the place of everything. */
export function writeTableNotes(list: PayloadList): { sound: string; refused: string } {
  const value = (everywhere: boolean, file: string, given: Record<string, unknown>) => {
    const notes = (tablesFile.def as unknown as { valueType: typeof tablesFile }).valueType;
    const write = (path: string) => list.write(`tables.yaml ${everywhere ? 'all: ' : ''}${path}`);
    return { [file]: fillSchema(notes, { given, write, everywhere }) };
  };
  const leftOut = Object.fromEntries(
    ['personal', 'reference', 'tolerance', 'encoding', 'sheets', 'table', 'columns{}.type'].map((key) => [
      key,
      undefined,
    ]),
  );
  const notes = { label: '', unit: '', description: '' };
  const column = () =>
    Object.fromEntries(Object.keys(notes).map((key) => [key, list.write(`tables.yaml columns{}.${key}`)]));
  const columns = { kind: column(), amount: column() };
  const sheet = {
    title: list.write('tables.yaml sheets{}.title'),
    source: list.write('tables.yaml sheets{}.source'),
    columns: { kind: column() },
  };
  return {
    sound: stringify({
      ...value(false, 'cells.csv', { ...leftOut, columns }),
      'book.xlsx': { sheets: { [sheetName]: sheet } },
    }),
    refused: stringify(value(true, list.write('tables.yaml all: {key}'), {})),
  };
}

/** What an entry says of its rows besides conditions: of other columns and words that are few. */
const rowKeys = ['in', 'not_in', 'at', 'column', 'time', 'each', 'of', 'over'];

/** `metrics.yaml`: each kind of entry under a name that is a payload; again with texts that name nothing; again with payloads in everything. */
export function writeMetrics(list: PayloadList): Record<'sound' | 'unknown' | 'refused', string> {
  const sqlText = () => quoteSql(list.write('metrics.yaml text in SQL'));
  const given: Record<string, unknown> = {
    ...{ metric: 'sum', from: 'cells', where: `kind <> ${sqlText()}`, during: undefined, by: 'kind' },
    ...{ with: { column: 'amount' }, target: undefined, baseline: undefined },
    ...{ formula: 'plain + 1', sql: `select count(*) from cells where kind <> ${sqlText()}` },
    query: `select ${sqlText()} as kind, 1 as amount union all select kind, amount from cells`,
    ...Object.fromEntries(rowKeys.map((key) => [key, undefined])),
    table: {
      from: 'cells',
      where: `kind <> ${sqlText()}`,
      by: 'kind',
      headings: [list.write('metrics.yaml table.headings')],
      columns: {
        [list.write('metrics.yaml table.columns')]: { metric: 'sum', column: 'amount' },
        [list.write('metrics.yaml table.columns')]: { column: sqlText() },
      },
    },
  };
  const sound: Record<string, unknown> = {
    plain: { sql: 'select 7' },
    few: { query: 'select kind, amount from cells where amount <= 14' },
  };
  const unknown: Record<string, unknown> = {};
  const refused: Record<string, unknown> = {};
  const formed = { target: undefined, baseline: undefined, with: undefined };
  for (const [kind, schema] of Object.entries(entryKinds)) {
    const write = (path: string) => list.write(`metrics.yaml ${kind}.${path}`);
    sound[list.write('metrics.yaml name')] = fillSchema(schema, { given, write });
    for (const key of Object.keys(schema.shape).filter(
      (one) => !['label', 'unit', 'table', ...rowKeys].includes(one),
    )) {
      const { [key]: own, ...rest } = given;
      unknown[list.write('metrics.yaml unknown: name')] = fillSchema(schema, {
        given: { ...formed, ...rest, label: undefined, unit: undefined },
        write: (path) => list.write(`metrics.yaml unknown: ${kind}.${path}`),
      });
    }
    refused[list.write('metrics.yaml all: name')] = fillSchema(schema, {
      given: {},
      write: (path) => list.write(`metrics.yaml all: ${kind}.${path}`),
      everywhere: true,
    });
  }
  return { sound: stringify(sound), unknown: stringify(unknown), refused: stringify(refused) };
}

const fields =
  'title subtitle author editor translator holder journal booktitle address publisher institution year date volume number pages edition version url doi urldate langid note abstract keywords howpublished'.split(
    ' ',
  );

/** Braces, dollars and underscores are commands there. */
const quoteBib = (text: string) => text.replace(/[{}$]/g, '').replaceAll('_', '\\_');

/** In braces of its own a name is taken as it stands; else what it says behind `=` would be a part of it. */
const quoteName = (field: string, text: string) =>
  ['author', 'editor', 'translator'].includes(field) ? `{${text}}` : text;

/** `references.bib`: a payload in each field of each entry, and entries whose address is one. */
export function writeBibliography(list: PayloadList): { sound: string; refused: string } {
  const write = (key: string, type: string, own: Record<string, string>) => {
    const all = fields
      .filter((field) => !['url', 'year', 'date', 'urldate'].includes(field))
      .map((field) => `  ${field} = {${quoteName(field, quoteBib(list.write(`references.bib ${field}`)))}},`);
    const more = Object.entries(own).map(([field, text]) => `  ${field} = {${quoteBib(text)}},`);
    return `@${type}{${key},\n${[...all, ...more].join('\n')}\n}\n`;
  };
  const types = ['book', 'article', 'online', 'thesis', 'patent', 'standard', 'software'];
  const sound = types.map((type, i) => write(`k${i + 1}`, type, { url: 'https://a.cn/x', year: '2026' }));
  const refused = list.writeAll('references.bib url').map((url, i) => write(`k${i + 1}`, 'online', { url }));
  return { sound: sound.join('\n'), refused: refused.join('\n') };
}
