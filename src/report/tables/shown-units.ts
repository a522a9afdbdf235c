import type { Language } from '../../base/language.ts';
import { formatUnit } from '../../base/unit.ts';
import type { TableRows } from '../../base/value-series.ts';

/** A table as it is printed: the units of its columns in the words of its report. */
export function withShownUnits(data: TableRows, language: Language): TableRows {
  if (language === 'zh') return data;
  const columns = data.columns.map((column) => ({ ...column, unit: formatUnit(column.unit, language, 2) }));
  return { ...data, columns };
}
