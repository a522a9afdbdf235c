import type { Language } from '../base/language.ts';
import { geometryColumn, isMap, shapeName } from '../base/map-table.ts';
import { printUnit } from '../base/unit.ts';
import { openColumns, sample } from '../data/download.ts';
import type { Engine } from '../data/engine.ts';
import { profile } from '../data/profile.ts';
import { knownTable } from '../schema/tables/registry.ts';
import type { BookDataset } from './book.ts';
import { showRows } from './cells.ts';
import { columnProfile } from './column-profile.ts';

const sampleRows = 5;

/** The tables handed in, described, with their first rows; personal columns are left out. */
export async function settleDatasets(engine: Engine, language: Language): Promise<BookDataset[]> {
  const datasets: BookDataset[] = [];
  for (const table of engine.tables) {
    const columns = openColumns(table);
    const first = await sample(engine, table, sampleRows);
    const shapeAt = isMap(table.file, columns)
      ? columns.findIndex(({ name }) => name === geometryColumn)
      : -1;
    const rows = first.map((row) => row.map((cell, at) => (at === shapeAt ? shapeName(cell) : cell)));
    const profiles = await profile(engine, table, columns);
    const schema = table.known ? knownTable(table.name)?.schema.id : undefined;
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
        const told = columnProfile(column, profiles[at]!, table.rows, language);
        return {
          name,
          header,
          label,
          unit: printUnit(unit, language, 2),
          type,
          description,
          profile: told,
        };
      }),
      personal: table.columns.length - columns.length,
      sample: showRows(rows, columns, language),
    });
  }
  return datasets;
}
