import type { Language } from '../base/language.ts';
import type { Engine } from '../data/engine.ts';
import type { BookDataset } from './book.ts';
import { showCell } from './cells.ts';
import { quote } from './tables.ts';

const sampleRows = 5;

/** The tables handed in, described, with their first rows. */
export async function settleDatasets(engine: Engine, language: Language): Promise<BookDataset[]> {
  const datasets: BookDataset[] = [];
  for (const table of engine.tables) {
    const result = await engine.query(`SELECT * FROM ${quote(table.name)} LIMIT ${sampleRows}`);
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
      columns: table.columns.map(({ name, label, unit, type, description }) => ({
        name,
        label,
        unit,
        type,
        description,
      })),
      sample: result.rows.map((row) =>
        table.columns.map((column) => showCell(row[column.name] ?? null, column, language)),
      ),
    });
  }
  return datasets;
}
