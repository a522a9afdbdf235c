import type { Language } from '../../base/language.ts';
import { mapConcurrent } from '../../base/map-concurrent.ts';
import { geometryColumn, getShapeType, isMapTable } from '../../base/map-table.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { isTimeType, type SourceColumn } from '../../base/source-table.ts';
import { formatUnit } from '../../base/unit.ts';
import { listPublicColumns, readSampleRows } from '../../data/csv-export.ts';
import { describeTable, type Engine, type EngineTable } from '../../data/engine.ts';
import { type Profile, profileColumns } from '../../data/profile-columns.ts';
import { remember, type StepMemory } from '../../files/step-memory.ts';
import { findKnownTable } from '../../schema/tables/known-tables.ts';
import type { BookDataset } from '../book.ts';
import { buildColumnProfile, formatRows } from './format-cells.ts';

const sampleRows = 5;
const tablesAtOnce = 3;

interface DescribedData {
  engine: Engine;
  /** What all tables depend on besides their files. */
  ground: string;
  /** Told when the files were read. */
  problems: { read: readonly Problem[]; loaded: readonly Problem[] };
}

/** The tables handed in, described, with their first rows; personal columns are left out. */
export async function buildDatasets(
  { engine, ground, problems }: DescribedData,
  language: Language,
  memory?: StepMemory,
): Promise<BookDataset[]> {
  const told = [...problems.read, ...problems.loaded];
  return mapConcurrent(engine.tables, tablesAtOnce, (table) => {
    const leftOut = listLeftOut(table, told, language);
    const key = [describeTable(table), ground, language, ...leftOut].join(' ');
    const describe = async () => ({ ...(await buildDataset(engine, table, language)), leftOut });
    return remember(memory, `dataset ${table.name}`, key, describe);
  });
}

/** Days that the rows are of: of the first column that says a time, which metrics go by as well. */
function findDays(columns: readonly SourceColumn[], profiles: readonly Profile[]): Pick<BookDataset, 'days'> {
  const at = columns.findIndex(({ type }) => isTimeType(type));
  const { min, max } = profiles[at] ?? {};
  if (typeof min !== 'string' || typeof max !== 'string') return {};
  return { days: { column: columns[at]!.name, from: min.slice(0, 10), to: max.slice(0, 10) } };
}

/** Totals, notes, columns with the numbers of rows: by the problems that say so. */
function listLeftOut({ file, sheet }: EngineTable, told: readonly Problem[], language: Language): string[] {
  const own = told.filter(
    ({ id, place }) =>
      id.startsWith('left-out-') &&
      place.file === file &&
      (sheet === undefined || place.cell?.startsWith(`${sheet}!`)),
  );
  return own.map(({ place, what }) => `${locate(place, language)}${what[language]}`);
}

function locate({ cell, line = 1 }: Place, language: Language): string {
  if (language === 'en') return `${cell ?? `line ${line}`}: `;
  return `${cell ?? `第 ${line} 行`}：`;
}

async function buildDataset(
  engine: Engine,
  table: EngineTable,
  language: Language,
): Promise<Omit<BookDataset, 'leftOut'>> {
  const columns = listPublicColumns(table);
  const first = await readSampleRows(engine, table, sampleRows);
  const shapeAt = isMapTable(table.file, columns)
    ? columns.findIndex(({ name }) => name === geometryColumn)
    : -1;
  const rows = first.map((row) => row.map((cell, at) => (at === shapeAt ? getShapeType(cell) : cell)));
  const profiles = await profileColumns(engine, table, columns);
  const schema = table.known ? findKnownTable(table.name)?.schema.id : undefined;
  return {
    name: table.name,
    title: table.title,
    file: table.file,
    ...(table.sheet && { sheet: table.sheet }),
    ...(table.source && { source: table.source }),
    sha256: table.sha256,
    bytes: table.bytes,
    ...(table.encoding && { encoding: table.encoding }),
    rows: table.rows,
    ...findDays(columns, profiles),
    known: table.known,
    ...(schema && { schema }),
    columns: columns.map((column, at) => {
      const { name, header, label, unit, type, description } = column;
      const summary = buildColumnProfile(column, profiles[at]!, table.rows, language);
      return {
        name,
        header,
        label,
        unit: formatUnit(unit, language, 2),
        type,
        description,
        profile: summary,
      };
    }),
    personal: table.columns.length - columns.length,
    sample: formatRows(rows, columns, language, 'exact'),
  };
}
