import { open } from 'node:fs/promises';
import type { Language } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';
import type { DescribedColumn, EngineContent, SourceTable } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import type { FileNotes } from '../schema/tables-file.ts';
import { columnNames, headerProblems, missingColumns, sourceColumn } from './columns.ts';
import { parseCsv, separatorOf } from './csv.ts';
import { type DataFile, hashFile } from './data-files.ts';
import { decode } from './decode.ts';
import { type Identity, identity, stemOf } from './identity.ts';

/** A table whose rows the engine reads itself: Parquet, or a large CSV file of which only the top is read here. */
export async function engineTable(
  file: DataFile,
  notes: FileNotes,
  language: Language,
): Promise<{ tables: SourceTable[]; problems: Problem[] }> {
  if (/[[\]*?]/.test(file.absolute)) {
    return { tables: [], problems: [problem('file-name-signs', { file: file.file }, { name: file.name })] };
  }
  const who = identity(stemOf(file.name), notes, language);
  const top = file.format === 'csv' ? await readTop(file, notes) : {};
  const describe = describer(file.file, who, notes, language);
  const content: EngineContent = {
    kind: 'engine',
    format: file.format === 'csv' ? 'csv' : 'parquet',
    ...top,
    describe,
  };
  const { name, title, known } = who;
  const { absolute, bytes } = file;
  const sha256 = await hashFile(absolute);
  const encoding = file.format === 'csv' ? { encoding: 'utf-8' } : {};
  const table = {
    name,
    title,
    file: file.file,
    absolute,
    sha256,
    bytes,
    known,
    columns: [],
    content,
    ...encoding,
  };
  return { tables: [table], problems: [] };
}

const topBytes = 1_000_000;

async function readTop(file: DataFile, notes: FileNotes): Promise<Pick<EngineContent, 'csv'>> {
  const handle = await open(file.absolute);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(topBytes), 0, topBytes, 0);
    const end = buffer.subarray(0, bytesRead).lastIndexOf(10) + 1;
    const decoded = decode(file.file, buffer.subarray(0, end || bytesRead), 'utf-8');
    const text = 'text' in decoded ? decoded.text : '';
    const separator = notes.separator ?? (/\.tsv$/i.test(file.name) ? '\t' : separatorOf(text));
    const csv = parseCsv(file.file, text, separator);
    const row = csv.rows.findIndex((_, index) => (csv.placeOf(index, 0).line ?? 0) >= (notes.headerRow ?? 1));
    const headerLine = row < 0 ? 1 : (csv.placeOf(row, 0).line ?? 1);
    const order = notes.dateOrder && { dateOrder: notes.dateOrder };
    return { csv: { separator, headerLine, headers: csv.rows[row] ?? [], ...order } };
  } finally {
    await handle.close();
  }
}

function describer(
  file: string,
  who: Identity,
  notes: FileNotes,
  language: Language,
): EngineContent['describe'] {
  return (texts) => {
    const headers = texts.map((text) => ({ text, place: { file } }));
    const names = columnNames(headers, who.schema);
    const missing = who.schema ? missingColumns(who.name, headers, names, who.schema, { file }) : [];
    const columns = names.map((name, index): DescribedColumn => {
      const known = who.schema?.columns[name];
      const header = headers[index]!.text.trim();
      const told = notes.columns?.[header]?.type ?? notes.columns?.[name]?.type;
      const type = known?.type ?? told;
      return {
        ...sourceColumn(header, name, type ?? 'text', known, notes, language),
        fixed: type !== undefined,
      };
    });
    return { columns, problems: [...headerProblems(headers, names), ...missing] };
  };
}
