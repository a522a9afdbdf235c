import type { Language } from '../../base/language.ts';
import type { Problem } from '../../base/problem.ts';
import type { DescribedColumn, EngineContent, SourceTable } from '../../base/source-table.ts';
import { hashFile } from '../../files/folder-files.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { FileNotes } from '../../schema/tables-file.ts';
import {
  buildSourceColumn,
  checkHeaders,
  checkKnownColumns,
  findColumnNote,
  resolveColumnNames,
} from '../cells/column-headers.ts';
import { type DataFile, hasGlobSigns } from '../data-files.ts';
import { getFileStem, matchKnownTable, type TableIdentity } from '../match-known-table.ts';
import { renameRepeated } from '../rows/column-names.ts';
import { checkFooter } from './check-footer.ts';

/** A table whose rows the engine reads itself: a Parquet file. */
export async function buildParquetTable(
  file: DataFile,
  notes: FileNotes,
  language: Language,
): Promise<{ tables: SourceTable[]; problems: Problem[] }> {
  if (hasGlobSigns(file.absolute)) {
    return {
      tables: [],
      problems: [createProblem('file-name-signs', { file: file.file }, { name: file.name })],
    };
  }
  const footer = await checkFooter(file);
  if ('id' in footer) return { tables: [], problems: [footer] };
  const identity = matchKnownTable(getFileStem(file.name), notes, language);
  const { name, alias, title, known } = identity;
  const { absolute, bytes } = file;
  const sha256 = await hashFile(absolute);
  const content: EngineContent = {
    kind: 'engine',
    values: footer.values,
    describe: createDescriber(file.file, identity, notes, language),
  };
  const table = {
    name,
    ...(alias && { alias }),
    title,
    file: file.file,
    absolute,
    sha256,
    bytes,
    known,
    columns: [],
    content,
  };
  return { tables: [table], problems: [] };
}

function createDescriber(
  file: string,
  identity: TableIdentity,
  notes: FileNotes,
  language: Language,
): EngineContent['describe'] {
  return (texts) => {
    const headers = texts.map((text) => ({ text, place: { file } }));
    const resolved = resolveColumnNames(headers, identity.schema);
    const { names, problems } = renameRepeated(headers, resolved, identity.schema);
    const missing = identity.schema
      ? checkKnownColumns(identity.name, headers, names, identity.schema, { file })
      : [];
    const columns = names.map((name, index): DescribedColumn => {
      const known = identity.schema?.columns[name];
      const header = headers[index]!.text.trim();
      const type = known?.type ?? findColumnNote(notes, { header, name }, 'type');
      return {
        ...buildSourceColumn(header, name, type ?? 'text', known, notes, language),
        fixed: type !== undefined,
      };
    });
    return { columns, problems: [...problems, ...checkHeaders(headers, names), ...missing] };
  };
}
