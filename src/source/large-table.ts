import type { Language } from '../base/language.ts';
import { isMoney } from '../base/money.ts';
import type { Problem } from '../base/problem.ts';
import type { PlainCsv, SourceColumn, SourceTable, StreamContent } from '../base/source-table.ts';
import type { TableSchema } from '../schema/tables/column.ts';
import type { FileNotes, SheetNotes } from '../schema/tables-file.ts';
import { withoutAsides } from './asides.ts';
import { readHead } from './csv-head.ts';
import { type LargeCsv, openLargeCsv } from './csv-large.ts';
import { scanCsv } from './csv-scan.ts';
import { aboveNames, rawTable, topOf } from './csv-table.ts';
import { type DataFile, hashFile } from './data-files.ts';
import { isMissing } from './forms.ts';
import { identity, stemOf } from './identity.ts';
import type { ColumnForm } from './plain-forms.ts';
import type { RawTable } from './raw-table.ts';
import { typeTable } from './type-table.ts';

/** A large CSV file: its names and first rows are read here, the rest when it is loaded. Throws BrokenEncoding. */
export async function largeTable(
  file: DataFile,
  encoding: string,
  notes: FileNotes,
  { language, taken }: { language: Language; taken: Set<string> },
): Promise<{ tables: SourceTable[]; problems: Problem[] }> {
  const { absolute, bytes } = file;
  const head = await readHead({ absolute, file: file.file, encoding }, notes);
  const raw = rawTable(head.csv, head.text, notes);
  const headers = raw.headers.map(({ text }) => text);
  const { name, known, schema, title } = identity(stemOf(file.name), notes, language, { headers, taken });
  if (known) taken.add(name);
  const context = { table: name, file: file.file, schema, notes, language };
  const sifted = withoutAsides(raw);
  const first = typeTable(sifted, context);
  if (first.columns.length === 0) return { tables: [], problems: first.problems };
  const top = topOf(head.csv, notes);
  const large: LargeCsv = {
    source: { absolute, file: file.file, encoding, separator: head.separator },
    headers: raw.headers,
    above: top + 1,
    problems: aboveNames(head.csv, top, notes),
    context,
  };
  const plain = isPlain(large, sifted, first) ? plainCsv(large, first) : undefined;
  const content: StreamContent = {
    kind: 'stream',
    ...(plain && { plain }),
    open: () => openLargeCsv(large),
    scan: async () => {
      if (plain) return scanCsv(absolute, head.separator, formsOf(plain, known, schema));
      return { sha256: await hashFile(absolute), rows: undefined, isLoose: false };
    },
  };
  const from = { file: file.file, absolute, sha256: '', bytes, encoding };
  return { tables: [{ name, title, ...from, known, columns: [], content }], problems: [] };
}

type First = ReturnType<typeof typeTable>;

/** Problems of names, which do not depend on the rows. */
const ofNames = new Set(['missing-column', 'near-column']);

/** Whether the engine may try the file itself: by its first rows every line below the first is data, and none is empty. */
function isPlain({ source, headers, above, context }: LargeCsv, raw: RawTable, first: First): boolean {
  const { schema, notes } = context;
  const isFilled = (column: number) =>
    raw.rows.some((row) => row[column] !== null && !isMissing(String(row[column])));
  return (
    /^utf-?8$/i.test(source.encoding) &&
    // The engine would take such a path for a pattern.
    !/[[\]*?]/.test(source.absolute) &&
    source.separator < '\x80' &&
    headers.length > 1 &&
    above === 1 &&
    headers[0]!.place.line === 1 &&
    raw.units === undefined &&
    first.columns.length === headers.length &&
    first.problems.every(({ id }) => ofNames.has(id)) &&
    first.columns.every((column, at) => isFixed(column, schema, notes) || isFilled(at))
  );
}

function plainCsv({ source, context }: LargeCsv, { columns, problems }: First): PlainCsv {
  const { schema, notes } = context;
  return {
    separator: source.separator,
    columns: columns.map((column) => ({ ...column, fixed: isFixed(column, schema, notes) })),
    problems,
  };
}

function formsOf({ columns }: PlainCsv, known: boolean, schema: TableSchema | undefined): ColumnForm[] {
  return columns.map((column) => ({
    form: isMoney(column, known) ? 'money' : column.type,
    required: schema?.columns[column.name]?.required ?? false,
  }));
}

/** Whether schema or tables.yaml say what a column is, and not its cells. */
function isFixed(
  { name, header }: SourceColumn,
  schema: TableSchema | undefined,
  notes: SheetNotes,
): boolean {
  const told = notes.columns?.[header]?.type ?? notes.columns?.[name]?.type;
  return schema?.columns[name] !== undefined || told !== undefined;
}
