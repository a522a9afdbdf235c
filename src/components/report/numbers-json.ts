/** The ledger for machines: what `numbers.json` holds. */
import type { Language } from '../../base/language.ts';
import { formatPlace } from '../../base/place.ts';
import { formatUnit } from '../../base/unit.ts';
import type { Book, BookDataset, BookValue, Lineage, RowAccount } from '../../report/book.ts';
import type { NumbersFile } from '../../schema/numbers-file.ts';
import { getReportPage, href } from '../html/href.ts';

export const numbersSchemaPath = 'guide/numbers.schema.json';

type NumbersValue = NumbersFile['values'][number];

/** `reports/<r>/numbers.json`. */
export function buildNumbersJson(book: Book): NumbersFile {
  const { title, team, period, simulated } = book.front;
  return {
    $schema: href(getReportPage(book.report, ''), numbersSchemaPath),
    report: book.report,
    title,
    language: book.language,
    team,
    period,
    simulated,
    tables: book.datasets.map(toSource),
    values: Object.values(book.values).map((value) => toNumbersValue(value, book.language)),
  };
}

function toSource({ name, file, sheet, sha256, rows, days, leftOut }: BookDataset) {
  return { table: name, file, ...(sheet && { sheet }), sha256, rows, ...(days && { days }), leftOut };
}

function toNumbersValue(value: BookValue, language: Language): NumbersValue {
  const { name, label, text, unit, direction, target, baseline, attainment, interval, points } = value;
  return {
    name,
    ...(label !== undefined && { label }),
    value: value.value,
    text,
    unit: formatUnit(unit, language, 2),
    direction,
    ...toOrigin(value.lineage),
    ...(interval && { interval: toInterval(interval) }),
    ...(target && { target: toShown(target) }),
    ...(baseline && { baseline: toShown(baseline) }),
    ...(attainment && { attainment: { ...toShown(attainment), outcome: attainment.outcome } }),
    series: points.map(({ groupCode: _, ...point }) => point),
    cited: value.cited,
    defined: formatPlace(value.place),
  };
}

/** How it was computed, and from what. */
function toOrigin({ kind, metric, formula, worked, inputs, sql, ...read }: Lineage) {
  const { numerator, denominator, filter, period, note, tables, rows, account } = read;
  return {
    kind,
    ...(metric && { metric }),
    formula,
    ...(worked !== undefined && { worked }),
    inputs,
    ...(numerator && { numerator }),
    ...(denominator && { denominator }),
    ...(filter !== undefined && { filter }),
    ...(period && { period }),
    ...(note !== undefined && { note }),
    ...(sql !== undefined && { sql }),
    tables,
    rows,
    ...(account && { account: toAccount(account) }),
  };
}

function toAccount({ tests, text: _, time: __, unknown = 0, ...account }: RowAccount) {
  return { ...account, unknown, tests: tests.reduce((sum, { rows }) => sum + rows, 0) };
}

const toShown = ({ value, text }: { value: number | null; text: string }) => ({ value, text });

const toInterval = ({ assumes: _, ...interval }: NonNullable<BookValue['interval']>) => interval;
