import type { Bilingual } from '../base/language.ts';
import { suggestNames } from '../base/names/suggest-names.ts';
import type { Problem } from '../base/problem.ts';
import {
  type EngineContent,
  isTimeType,
  type SourceColumn,
  type SourceTable,
  type StreamContent,
} from '../base/source-table.ts';
import { createProblem } from '../problems/catalog.ts';
import { findKnownTable } from '../schema/tables/known-tables.ts';
import { type FileNotes, getColumnNotes, getGivenNames, type SheetNotes } from '../schema/tables-file.ts';
import type { FileTables } from './build-source-table.ts';
import type { DataFile, DataFormat } from './data-files.ts';
import { checkNoteNames, type Notes } from './read-notes.ts';
import { withReconciliation } from './reconciliation-columns.ts';

/** Keys that a kind of file cannot make use of. */
const uselessKeys: Record<DataFormat, readonly (keyof FileNotes)[]> = {
  csv: ['sheets'],
  json: ['sheets', 'separator', 'headerRow'],
  ndjson: ['sheets', 'separator', 'headerRow'],
  geojson: ['sheets', 'separator', 'headerRow'],
  yaml: ['sheets', 'separator', 'headerRow'],
  workbook: ['encoding', 'separator'],
  parquet: ['sheets', 'encoding', 'separator', 'headerRow', 'dateOrder'],
};

const reasons = {
  format: { zh: '这种文件用不上', en: 'this kind of file does not need it' },
  manySheets: {
    zh: '工作簿里有几张表，要写在 sheets 下相应的工作表里',
    en: 'the workbook has several sheets; say it of one, under sheets',
  },
  knownType: { zh: '已知数据表的列类型由系统规定', en: 'the types of a known table are given' },
  twice: { zh: '同一列已用另一个名字写过', en: 'the column is described under another name already' },
  notNumbers: { zh: '只有数值列的空白可以读作 0', en: 'only empty cells of numbers can be 0' },
  parquet: { zh: 'Parquet 文件的空值照原样读', en: 'empty cells of Parquet files stay empty' },
  noDates: { zh: '表里没有日期列', en: 'the table has no column of dates' },
  noRecon: { zh: '只有 recon 表用得上', en: 'only the table recon has it' },
} satisfies Record<string, Bilingual>;

/** The tables of a file with what tables.yaml adds to them, and the problems of what has no effect there. */
export function withNotes(
  notes: Notes,
  file: DataFile,
  found: FileTables,
): { tables: SourceTable[]; problems: Problem[] } {
  const fileNotes = notes.files[file.name];
  if (!fileNotes) return { tables: found.tables, problems: [] };
  const path = [file.name];
  const createNoteProblem = createProblemFactory(notes);
  // What is called `.xls` may be a workbook or a text.
  const useless = /\.xls$/i.test(file.name) ? [] : uselessKeys[file.format];
  const problems = useless
    .filter((key) => key in fileNotes)
    .map((key) => createNoteProblem(path, key, reasons.format));
  if (getGivenNames(fileNotes) && !['csv', 'workbook'].includes(file.format))
    problems.push(createNoteProblem(path, 'columns', reasons.format));
  const sheets = found.sheets ?? [];
  if (sheets.length > 1) {
    const own = Object.keys(fileNotes).filter(
      (key) => key !== 'sheets' && !uselessKeys.workbook.includes(key as keyof FileNotes),
    );
    problems.push(...own.map((key) => createNoteProblem(path, key, reasons.manySheets)));
  }
  if (file.format === 'workbook' && fileNotes.sheets && found.sheets) {
    problems.push(...checkNoteNames(notes, [...path, 'sheets'], Object.keys(fileNotes.sheets), sheets));
  }
  const tables = found.tables.map((table, at) => {
    // Of several tables in a text or a sheet, the first is meant.
    if (at > 0 && found.tables[at - 1]!.sheet === table.sheet) return table;
    const sections: { path: string[]; of: SheetNotes }[] = [];
    if (sheets.length < 2) sections.push({ path, of: fileNotes });
    const bySheet = fileNotes.sheets?.[table.sheet ?? ''];
    if (table.sheet && bySheet) sections.push({ path: [...path, 'sheets', table.sheet], of: bySheet });
    return sections.reduce((one, { path: at, of }) => {
      const result = applyTableNotes(notes, at, of, one);
      problems.push(...result.problems);
      return result.table;
    }, table);
  });
  return { tables, problems };
}

type CreateNoteProblem = (path: readonly string[], key: string, why: Bilingual) => Problem;

function createProblemFactory({ yaml }: Notes): CreateNoteProblem {
  return (path, key, why) => {
    const place = yaml?.getKeyPlace([...path, key]) ?? { file: 'tables.yaml' };
    return createProblem('notes-without-effect', place, { key, why });
  };
}

/** Columns of a table that the engine reads are known only when it has opened the file. */
function applyTableNotes(
  notes: Notes,
  path: readonly string[],
  of: SheetNotes,
  table: SourceTable,
): { table: SourceTable; problems: Problem[] } {
  const { content } = table;
  const said = {
    ...(of.source && { source: of.source }),
    ...(of.log && { log: true as const }),
    ...(of.snapshot && { snapshot: of.snapshot }),
  };
  const recon = withReconciliation(notes, path, of, { ...table, ...said });
  const others = (['reference', 'tolerance'] as const)
    .filter((key) => of[key] !== undefined && !(table.known && table.name === 'recon'))
    .map((key) => createProblemFactory(notes)(path, key, reasons.noRecon));
  if (content.kind === 'rows') {
    return {
      table: recon.table,
      problems: [...others, ...recon.problems, ...checkColumnNotes(notes, path, of, table, table.columns)],
    };
  }
  const more = (columns: readonly SourceColumn[]) => [
    ...checkColumnNotes(notes, path, of, table, columns),
    ...(content.kind === 'engine' ? checkNoBlanks(notes, path, columns) : []),
  ];
  const later = content.kind === 'engine' ? withDescribed(content, more) : withOpened(content, more);
  return {
    table: { ...recon.table, content: later },
    problems: [...others, ...recon.problems],
  };
}

type CheckColumns = (columns: readonly SourceColumn[]) => Problem[];

function withDescribed(content: EngineContent, more: CheckColumns): EngineContent {
  return {
    ...content,
    describe: (headers) => {
      const described = content.describe(headers);
      return { ...described, problems: [...described.problems, ...more(described.columns)] };
    },
  };
}

function withOpened(content: StreamContent, more: CheckColumns): StreamContent {
  const { plain } = content;
  return {
    ...content,
    ...(plain && { plain: { ...plain, problems: [...plain.problems, ...more(plain.columns)] } }),
    open: async () => {
      const opened = await content.open();
      const { columns, problems } = opened;
      return columns.length === 0 ? opened : { ...opened, problems: () => [...problems(), ...more(columns)] };
    },
  };
}

/** What is said of columns that are not there, or that cannot be said of them. */
function checkColumnNotes(
  notes: Notes,
  path: readonly string[],
  of: SheetNotes,
  table: Pick<SourceTable, 'name' | 'known'>,
  columns: readonly SourceColumn[],
): Problem[] {
  const createNoteProblem = createProblemFactory(notes);
  const known = [...new Set(columns.flatMap(({ header, name }) => [header, name]))];
  const schema = table.known ? findKnownTable(table.name)?.schema.columns : undefined;
  const columnNotes = getColumnNotes(of);
  const problems = checkNoteNames(notes, [...path, 'columns'], Object.keys(columnNotes), known);
  for (const column of columns) {
    const { header, name } = column;
    const at = header in columnNotes ? header : name;
    const columnNote = columnNotes[at];
    if (!columnNote) continue;
    if (at !== name && columnNotes[name])
      problems.push(createNoteProblem([...path, 'columns'], name, reasons.twice));
    const fixed = schema?.[name];
    const inside = [...path, 'columns', at];
    if (columnNote.blank && !column.blank)
      problems.push(createNoteProblem(inside, 'blank', reasons.notNumbers));
    if (fixed && columnNote.type) problems.push(createNoteProblem(inside, 'type', reasons.knownType));
    if (fixed?.unit && columnNote.unit !== undefined)
      problems.push(createNoteProblem(inside, 'unit', describeGivenUnit(fixed.unit)));
  }
  if (of.dateOrder && !columns.some(({ type }) => isTimeType(type)))
    problems.push(createNoteProblem(path, 'dateOrder', reasons.noDates));
  return [...problems, ...checkPersonalColumns(notes, path, of, known)];
}

/** The engine reads these files as they are. */
function checkNoBlanks(notes: Notes, path: readonly string[], columns: readonly SourceColumn[]): Problem[] {
  return columns
    .filter(({ blank }) => blank)
    .map(({ header }) => createProblemFactory(notes)([...path, 'columns', header], 'blank', reasons.parquet));
}

function describeGivenUnit(unit: string): Bilingual {
  return { zh: `这一列的单位规定为 ${unit}`, en: `the unit of this column is ${unit}` };
}

/** A personal column that is misspelt would be published. */
function checkPersonalColumns(
  notes: Notes,
  path: readonly string[],
  { personal = [] }: SheetNotes,
  known: readonly string[],
): Problem[] {
  return personal.flatMap((name, at) => {
    if (known.includes(name)) return [];
    const place = notes.yaml?.getPlace([...path, 'personal', at]) ?? { file: 'tables.yaml' };
    return [
      createProblem('unknown-data-file', place, {
        name,
        ...suggestNames(name, known),
      }),
    ];
  });
}
