/** `lines` of a table of metrics.yaml: each line by its name, each cell a formula over values of the file, or a text. */
import type { Language } from '../../../base/language.ts';
import { roundHalfUp } from '../../../base/number-format.ts';
import type { Cell } from '../../../base/source-table.ts';
import type { ResultColumn } from '../../../data/engine.ts';
import { collectFormulaNames } from '../../../metrics/formula-syntax.ts';
import { createProblem } from '../../../problems/catalog.ts';
import type { TableCellEntry, TableRowsEntry } from '../../../schema/metrics-file-schema.ts';
import { valueWords } from '../../../words/value-words.ts';
import { type ComputedValue, type ValueContext, ValueError } from '../computed-value.ts';
import { createUnknownInputError, evaluateFormula, parseFormulaEntry } from '../formula-value.ts';
import type { FindValue } from './table-columns.ts';
import type { ComputedTable, TablePlaces } from './table-rows.ts';

type Lines = NonNullable<TableRowsEntry['lines']>;

/** Throws ValueError where a table has lines beside columns, or neither. */
export function assertLinesAlone({ lines, columns, ...rest }: TableRowsEntry, written: TablePlaces): void {
  const others = Object.entries(rest).filter(([key, value]) => value !== undefined && key !== 'headings');
  const found = [...(Object.keys(columns).length > 0 ? ['columns'] : []), ...others.map(([key]) => key)];
  if (lines === undefined ? found.includes('columns') : found.length === 0) return;
  const place = lines === undefined ? written.place : written.getPlace('table', found[0]!);
  const names = lines === undefined ? '' : found.join('、');
  throw new ValueError(createProblem('table-lines-mixed', place, { name: written.name, found: names }));
}

/** Throws ValueError. */
export async function evaluateLines(
  lines: Lines,
  headings: readonly string[] | undefined,
  written: TablePlaces,
  { language }: ValueContext,
  findValue: FindValue,
): Promise<ComputedTable> {
  const title = headings?.[0] ?? valueWords[language].item;
  const names = [...new Set(Object.values(lines).flatMap((line) => Object.keys(line)))];
  const found: { cells: Record<string, Cell>; values: Record<string, ComputedValue> }[] = [];
  for (const [line, own] of Object.entries(lines)) {
    const [cells, values]: [Record<string, Cell>, Record<string, ComputedValue>] = [{ [title]: line }, {}];
    for (const name of names) {
      const cell = own[name];
      const getPlace = (...path: string[]) => written.getPlace('table', 'lines', line, name, ...path);
      const value =
        cell === undefined || isText(cell)
          ? undefined
          : await evaluateCell(
              String(cell),
              { name, place: getPlace(), getPlace: () => getPlace() },
              findValue,
              language,
            );
      if (value) values[name] = value;
      cells[name] = value ? roundCell(value) : cell !== undefined && isText(cell) ? cell.text : null;
    }
    found.push({ cells, values });
  }
  const all = found.flatMap(({ values }) => Object.values(values));
  return {
    result: {
      columns: [{ name: title, type: 'text' }, ...names.map((name) => describeColumn(name, found))],
      rows: found.map(({ cells }) => cells),
    },
    sql: '',
    tables: [...new Set(all.flatMap(({ lineage }) => lineage.tables))],
  };
}

const isText = (cell: TableCellEntry): cell is { text: string } => typeof cell === 'object';

async function evaluateCell(
  text: string,
  places: TablePlaces,
  findValue: FindValue,
  language: Language,
): Promise<ComputedValue> {
  const formula = parseFormulaEntry({ formula: text }, places);
  const inputs = new Map<string, ComputedValue>();
  for (const name of collectFormulaNames(formula)) {
    const value = await findValue(name);
    if (!value) throw createUnknownInputError(name, [], places);
    inputs.set(name, value);
  }
  const value = evaluateFormula(formula, { formula: text }, places, inputs, language);
  // A value alone is shown as it is elsewhere.
  return formula.kind === 'name' ? { ...value, digits: inputs.get(formula.name)?.digits } : value;
}

function roundCell({ value, digits }: ComputedValue): number | null {
  return value === null || digits === undefined ? value : roundHalfUp(value, digits);
}

/** A column of numbers in one unit has it in its heading. */
function describeColumn(
  name: string,
  lines: readonly { cells: Record<string, Cell>; values: Record<string, ComputedValue> }[],
): ResultColumn {
  const isNumber = lines.every(({ cells }) => typeof cells[name] !== 'string');
  const units = [...new Set(lines.flatMap(({ values }) => values[name]?.unit ?? []))];
  const unit = isNumber && units.length === 1 && !name.includes(units[0]!) ? units[0] : undefined;
  return { name, type: isNumber ? 'number' : 'text', ...(unit && { unit }) };
}
