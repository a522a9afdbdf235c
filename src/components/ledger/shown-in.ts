import type { Book, BookFigure, BookValue } from '../../report/book.ts';
import { splitNumberAndUnit } from '../html/number-and-unit.ts';

/** The figures of a chapter that show a value: they draw it by name, or from its tables with a cell that says the same. */
export function listFiguresOf(value: BookValue, { figures, values }: Book, chapter: string): BookFigure[] {
  return figures.filter((figure) => figure.chapter === chapter && isShownIn(value, figure, values));
}

function isShownIn(value: BookValue, { of, data }: BookFigure, values: Book['values']): boolean {
  if (of.includes(value.name)) return true;
  const tables = of.flatMap((name) => values[name]?.lineage.tables ?? [name]);
  if (!tables.some((table) => value.lineage.tables.includes(table))) return false;
  const { number } = splitNumberAndUnit(value.text);
  // A small whole number stands in many a cell by chance.
  if (number.replace(/\D/g, '').length < 3) return false;
  return data.rows.some((row) =>
    row.some((cell, at) => cell === value.text || (cell === number && data.columns[at]?.unit === value.unit)),
  );
}
