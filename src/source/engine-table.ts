import type { Language } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';
import type { DescribedColumn, EngineContent, SourceTable } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import type { FileNotes } from '../schema/tables-file.ts';
import { columnNames, headerProblems, missingColumns, sourceColumn } from './columns.ts';
import { type DataFile, hashFile } from './data-files.ts';
import { type Identity, identity, stemOf } from './identity.ts';

/** A table whose rows the engine reads itself: a Parquet file. */
export async function engineTable(
  file: DataFile,
  notes: FileNotes,
  language: Language,
): Promise<{ tables: SourceTable[]; problems: Problem[] }> {
  if (/[[\]*?]/.test(file.absolute)) {
    return { tables: [], problems: [problem('file-name-signs', { file: file.file }, { name: file.name })] };
  }
  const who = identity(stemOf(file.name), notes, language);
  const { name, title, known } = who;
  const { absolute, bytes } = file;
  const sha256 = await hashFile(absolute);
  const content: EngineContent = { kind: 'engine', describe: describer(file.file, who, notes, language) };
  const table = { name, title, file: file.file, absolute, sha256, bytes, known, columns: [], content };
  return { tables: [table], problems: [] };
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
