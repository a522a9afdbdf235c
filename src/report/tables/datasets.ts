import type { Language } from '../../base/language.ts';
import { geometryColumn, getShapeType, isMapTable } from '../../base/map-table.ts';
import { formatUnit } from '../../base/unit.ts';
import { listPublicColumns, readSampleRows, type WrittenFile, writeTableCsv } from '../../data/csv-export.ts';
import type { Engine } from '../../data/engine.ts';
import { profileColumns } from '../../data/profile-columns.ts';
import { emptyInside } from '../../files/door.ts';
import { findKnownTable } from '../../schema/tables/known-tables.ts';
import type { BookDataset } from '../book.ts';
import { buildColumnProfile, formatRows } from './format-cells.ts';

const sampleRows = 5;

/** The tables handed in, described, with their first rows; personal columns are left out. */
export async function buildDatasets(engine: Engine, language: Language): Promise<BookDataset[]> {
  const datasets: BookDataset[] = [];
  for (const table of engine.tables) {
    const columns = listPublicColumns(table);
    const first = await readSampleRows(engine, table, sampleRows);
    const shapeAt = isMapTable(table.file, columns)
      ? columns.findIndex(({ name }) => name === geometryColumn)
      : -1;
    const rows = first.map((row) => row.map((cell, at) => (at === shapeAt ? getShapeType(cell) : cell)));
    const profiles = await profileColumns(engine, table, columns);
    const schema = table.known ? findKnownTable(table.name)?.schema.id : undefined;
    datasets.push({
      name: table.name,
      title: table.title,
      file: table.file,
      ...(table.sheet && { sheet: table.sheet }),
      ...(table.source && { source: table.source }),
      sha256: table.sha256,
      bytes: table.bytes,
      ...(table.encoding && { encoding: table.encoding }),
      rows: table.rows,
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
      sample: formatRows(rows, columns, language),
    });
  }
  return datasets;
}

/** Writes every table of a report as `<folder>/<table>.csv`; what lay there before is gone. By name of the table. */
export async function writeDownloads(engine: Engine, folder: string): Promise<Map<string, WrittenFile>> {
  await emptyInside(folder, '.');
  const written = new Map<string, WrittenFile>();
  for (const table of engine.tables) {
    written.set(table.name, await writeTableCsv(engine, table, folder));
  }
  return written;
}
