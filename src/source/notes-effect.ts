import type { Bilingual } from '../base/language.ts';
import { nearest } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import type { EngineContent, SourceColumn, SourceTable, StreamContent } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import { knownTable } from '../schema/tables/registry.ts';
import type { FileNotes, SheetNotes } from '../schema/tables-file.ts';
import type { DataFile, DataFormat } from './data-files.ts';
import { type Notes, unknownNames } from './notes.ts';
import type { Found } from './read-file.ts';
import { withReconciliation } from './reconciliation.ts';

/** Keys that a kind of file cannot make use of. */
const useless: Record<DataFormat, readonly (keyof FileNotes)[]> = {
  csv: ['sheets'],
  json: ['sheets', 'separator', 'headerRow'],
  ndjson: ['sheets', 'separator', 'headerRow'],
  geojson: ['sheets', 'separator', 'headerRow'],
  yaml: ['sheets', 'separator', 'headerRow'],
  workbook: ['encoding', 'separator'],
  parquet: ['sheets', 'encoding', 'separator', 'headerRow', 'dateOrder'],
};

const because = {
  format: { zh: '这种文件用不上', en: 'this kind of file does not need it' },
  manySheets: {
    zh: '工作簿里有几张表，要写在 sheets 下相应的工作表里',
    en: 'the workbook has several sheets; say it of one, under sheets',
  },
  knownType: { zh: '已知数据表的列类型由系统规定', en: 'the types of a known table are given' },
  twice: { zh: '同一列已用另一个名字写过', en: 'the column is described under another name already' },
  noDates: { zh: '表里没有日期列', en: 'the table has no column of dates' },
  noRecon: { zh: '只有 recon 表用得上', en: 'only the table recon has it' },
} satisfies Record<string, Bilingual>;

/** The tables of a file with what tables.yaml adds to them, and the problems of what is said there in vain. */
export function withNotes(
  notes: Notes,
  file: DataFile,
  found: Found,
): { tables: SourceTable[]; problems: Problem[] } {
  const told = notes.files[file.name];
  if (!told) return { tables: found.tables, problems: [] };
  const path = [file.name];
  const tell = teller(notes);
  const problems = useless[file.format]
    .filter((key) => key in told)
    .map((key) => tell(path, key, because.format));
  const sheets = found.sheets ?? [];
  if (sheets.length > 1) {
    const own = Object.keys(told).filter(
      (key) => key !== 'sheets' && !useless.workbook.includes(key as keyof FileNotes),
    );
    problems.push(...own.map((key) => tell(path, key, because.manySheets)));
  }
  if (file.format === 'workbook' && told.sheets && found.sheets) {
    problems.push(...unknownNames(notes, [...path, 'sheets'], Object.keys(told.sheets), sheets));
  }
  const tables = found.tables.map((table) => {
    const said: { path: string[]; of: SheetNotes }[] = [];
    if (sheets.length < 2) said.push({ path, of: told });
    const bySheet = told.sheets?.[table.sheet ?? ''];
    if (table.sheet && bySheet) said.push({ path: [...path, 'sheets', table.sheet], of: bySheet });
    return said.reduce((one, { path: at, of }) => {
      const result = tableNotes(notes, at, of, one);
      problems.push(...result.problems);
      return result.table;
    }, table);
  });
  return { tables, problems };
}

type Tell = (path: readonly string[], key: string, why: Bilingual) => Problem;

function teller({ yaml }: Notes): Tell {
  return (path, key, why) => {
    const place = yaml?.placeOfKey([...path, key]) ?? { file: 'tables.yaml' };
    return problem('notes-without-effect', place, { key, why });
  };
}

/** Columns of a table that the engine reads are known only when it has opened the file. */
function tableNotes(
  notes: Notes,
  path: readonly string[],
  of: SheetNotes,
  table: SourceTable,
): { table: SourceTable; problems: Problem[] } {
  const { content } = table;
  const recon = withReconciliation(notes, path, of, { ...table, ...(of.source && { source: of.source }) });
  const others = (['reference', 'tolerance'] as const)
    .filter((key) => of[key] !== undefined && !(table.known && table.name === 'recon'))
    .map((key) => teller(notes)(path, key, because.noRecon));
  if (content.kind === 'rows') {
    return {
      table: recon.table,
      problems: [...others, ...recon.problems, ...columnNotes(notes, path, of, table, table.columns)],
    };
  }
  const more = (columns: readonly SourceColumn[]) => columnNotes(notes, path, of, table, columns);
  const later = content.kind === 'engine' ? withDescribed(content, more) : withOpened(content, more);
  return {
    table: { ...recon.table, content: later },
    problems: [...others, ...recon.problems],
  };
}

type More = (columns: readonly SourceColumn[]) => Problem[];

function withDescribed(content: EngineContent, more: More): EngineContent {
  return {
    ...content,
    describe: (headers) => {
      const described = content.describe(headers);
      return { ...described, problems: [...described.problems, ...more(described.columns)] };
    },
  };
}

function withOpened(content: StreamContent, more: More): StreamContent {
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
function columnNotes(
  notes: Notes,
  path: readonly string[],
  of: SheetNotes,
  table: Pick<SourceTable, 'name' | 'known'>,
  columns: readonly SourceColumn[],
): Problem[] {
  const tell = teller(notes);
  const known = [...new Set(columns.flatMap(({ header, name }) => [header, name]))];
  const schema = table.known ? knownTable(table.name)?.schema.columns : undefined;
  const problems = unknownNames(notes, [...path, 'columns'], Object.keys(of.columns ?? {}), known);
  for (const column of columns) {
    const { header, name } = column;
    const at = header in (of.columns ?? {}) ? header : name;
    const told = of.columns?.[at];
    if (!told) continue;
    if (at !== name && of.columns?.[name]) problems.push(tell([...path, 'columns'], name, because.twice));
    const fixed = schema?.[name];
    const inside = [...path, 'columns', at];
    if (fixed && told.type) problems.push(tell(inside, 'type', because.knownType));
    if (fixed?.unit && told.unit !== undefined) problems.push(tell(inside, 'unit', givenUnit(fixed.unit)));
  }
  const isDay = ({ type }: SourceColumn) => type === 'date' || type === 'timestamp';
  if (of.dateOrder && !columns.some(isDay)) problems.push(tell(path, 'dateOrder', because.noDates));
  return [...problems, ...unknownPersonal(notes, path, of, known)];
}

function givenUnit(unit: string): Bilingual {
  return { zh: `这一列的单位规定为 ${unit}`, en: `the unit of this column is ${unit}` };
}

/** A personal column that is misspelt would be published. */
function unknownPersonal(
  notes: Notes,
  path: readonly string[],
  { personal = [] }: SheetNotes,
  known: readonly string[],
): Problem[] {
  return personal.flatMap((name, at) => {
    if (known.includes(name)) return [];
    const place = notes.yaml?.placeOf([...path, 'personal', at]) ?? { file: 'tables.yaml' };
    return [problem('unknown-data-file', place, { name, near: nearest(name, known), all: known.join('、') })];
  });
}
