import type { Language } from '../base/language.ts';
import { openColumns, sample } from '../data/download.ts';
import type { Engine } from '../data/engine.ts';
import type { BookDataset } from './book.ts';
import { showRows } from './cells.ts';

const sampleRows = 5;

/** The tables handed in, described, with their first rows; personal columns are left out. */
export async function settleDatasets(engine: Engine, language: Language): Promise<BookDataset[]> {
  const datasets: BookDataset[] = [];
  for (const table of engine.tables) {
    const columns = openColumns(table);
    const rows = await sample(engine, table, sampleRows);
    datasets.push({
      name: table.name,
      title: table.title,
      file: table.file,
      ...(table.sheet && { sheet: table.sheet }),
      sha256: table.sha256,
      bytes: table.bytes,
      ...(table.encoding && { encoding: table.encoding }),
      rows: table.rows,
      known: table.known,
      columns: columns.map(({ name, label, unit, type, description }) => ({
        name,
        label,
        unit,
        type,
        description,
      })),
      sample: showRows(rows, columns, language),
    });
  }
  return datasets;
}
