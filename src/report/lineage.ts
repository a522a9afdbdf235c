/** Where values come from: formula, rows and files, as the ledger of a report shows them. */
import temml from 'temml';
import { isSamePeriod } from '../base/calendar-days.ts';
import type { Bilingual, Language } from '../base/language.ts';
import { memoizeAnswers } from '../base/memoize.ts';
import { formatNumber, formatWorkingNumber } from '../base/number-format.ts';
import { blankSqlTexts } from '../base/quoting.ts';
import type { Cell } from '../base/source-table.ts';
import { isMoneyUnit, normaliseUnit, type Quantity } from '../base/unit.ts';
import type { FormattedValue } from '../base/value-series.ts';
import type { EngineTable } from '../data/engine.ts';
import type { AnyMetric } from '../metrics/define-family.ts';
import {
  collectFormulaNames,
  escapeTexText,
  type Formula,
  formatFormula,
  formatFormulaTex,
} from '../metrics/formula-syntax.ts';
import type { FormulaText, MetricQuery, Solution } from '../metrics/metric.ts';
import type { Lineage, RowAccount } from './book.ts';

/** A metric as it was run on the tables of a report. */
interface MetricRun {
  metric: AnyMetric;
  query: Pick<MetricQuery<unknown>, 'params' | 'columns' | 'period'>;
  /** Rows of the lookup. */
  preRows: readonly Readonly<Record<string, Cell>>[];
  /** The query that found `preRows`; empty where there was none. */
  lookup: string;
  sql: string;
  total: { numerator: number | null; denominator: number | null; n: number | null };
  solution?: Solution | undefined;
  account?: RowAccount | undefined;
  /** The condition as its author wrote it; what else chooses rows, `asked` says. */
  filter: string | undefined;
  /** What is done with rows before and after the metric. */
  asked?: readonly string[];
  /** What repeated users do to its interval. */
  repeats?: Bilingual | undefined;
  /** Of the value, before its author called it otherwise. */
  unit: string;
  /** As its author calls it. */
  wantedUnit: string | undefined;
}

export function buildMetricLineage(
  run: MetricRun,
  tables: readonly EngineTable[],
  language: Language,
): Lineage {
  const { metric, query, preRows, lookup, sql, total, solution, account, asked = [] } = run;
  const said = solution?.note ?? run.repeats;
  const notes = [...asked, ...(said ? [said[language]] : [])];
  const formula = metric.formulaText(query.params, preRows, query.columns);
  const read = findSqlTables(`${lookup}\n${sql}`, tables);
  const name = metric.names[language];
  return {
    kind: 'metric',
    metric: { id: metric.id, name, definition: metric.definition[language] },
    formula: formatMetricFormula(formula, language),
    mathml: renderMathml(renderMetricTex(name, formula, language)),
    ...(notes.length > 0 && { note: notes.join(language === 'zh' ? '；' : '; ') }),
    sql,
    inputs: [],
    tables: read.map((table) => table.name),
    rows: total.n ?? 0,
    ...(account && { account }),
    ...buildRatioParts(run, language),
    ...(run.filter && { filter: run.filter }),
    ...(query.period && { period: query.period }),
    files: listFiles(read),
  };
}

/** Numerator and denominator of a ratio, each in its own unit. */
function buildRatioParts({ metric, unit, wantedUnit, total }: MetricRun, language: Language) {
  if (!metric.parts) return {};
  const formatPart = (value: number | null, part: string): FormattedValue => {
    const own = part || (typeof metric.unit === 'string' ? '' : unit);
    const shown = resolveMoneyUnit(own, unit, wantedUnit);
    // Money under an unknown name is still money.
    const digits = part === '元' && shown !== '元' ? 2 : undefined;
    return { value, text: formatNumber(value, { unit: shown, language, digits }) };
  };
  return {
    numerator: formatPart(total.numerator, metric.parts.numerator),
    denominator: formatPart(total.denominator, metric.parts.denominator),
  };
}

/** Units of the parts of a ratio when its money is called otherwise: 英镑 for 元 in 英镑/单. */
function resolveMoneyUnit(part: string, unit: string, wanted: string | undefined): string {
  const [money = ''] = unit.split('/');
  if (wanted === undefined || part !== money || !isMoneyUnit(part)) return part;
  return normaliseUnit(wanted).split('/')[0] ?? part;
}

/** Of a SELECT that its author wrote. */
export function buildSqlLineage(sql: string, tables: readonly EngineTable[]): Lineage {
  const read = findSqlTables(sql, tables);
  return {
    kind: 'sql',
    formula: sql.trim(),
    sql: sql.trim(),
    inputs: [],
    tables: read.map((table) => table.name),
    // What a query of an author's own leaves out cannot be known: these are the rows it could read.
    rows: read.reduce((sum, table) => sum + table.rows, 0),
    files: listFiles(read),
  };
}

/** A value that a formula is made of. */
interface FormulaInput extends Quantity {
  lineage: Lineage;
  leaves?: ReadonlyMap<string, number>;
}

/** `percent`: a share that its author wants as a percentage. */
export function buildFormulaLineage(
  { formula, name, percent }: { formula: Formula; name: string; percent: boolean },
  inputs: ReadonlyMap<string, FormulaInput>,
  language: Language,
): Lineage {
  const names = collectFormulaNames(formula);
  const parts = names.map((one) => inputs.get(one)!.lineage);
  const files = new Map(parts.flatMap((part) => part.files.map((file) => [file.path, file] as const)));
  const factor = percent ? { text: ' × 100%', tex: ' \\times 100\\%' } : { text: '', tex: '' };
  const isEnclosed =
    percent && formula.kind === 'binary' && formula.operator !== '/' && formula.operator !== '*';
  const complete = (text: string) => `${isEnclosed ? `(${text})` : text}${factor.text}`;
  const work = (input: string) => {
    const { value, unit } = inputs.get(input)!;
    return formatWorkingNumber(value, { unit, language });
  };
  const period = findCommonPeriod(parts);
  return {
    kind: 'formula',
    formula: complete(formatFormula(formula)),
    worked: complete(formatFormula(formula, work)),
    mathml: renderMathml(
      `${formatFormulaTex({ kind: 'name', name })} = ${formatFormulaTex(formula)}${factor.tex}`,
    ),
    inputs: names,
    tables: [...new Set(parts.flatMap((part) => part.tables))].sort(),
    rows: [...collectLeaves(inputs).values()].reduce((sum, rows) => sum + rows, 0),
    ...(period && { period }),
    files: [...files.values()],
  };
}

/** The days that all values of a formula are of. */
function findCommonPeriod(parts: readonly Lineage[]): Lineage['period'] {
  const [first] = parts.map(({ period }) => period);
  return parts.every(({ period }) => isSamePeriod(period, first)) ? first : undefined;
}

/** Rows read by each value that a formula comes down to, so that none counts twice. */
export function collectLeaves(inputs: ReadonlyMap<string, FormulaInput>): Map<string, number> {
  return new Map(
    [...inputs].flatMap(([name, { leaves, lineage }]) => [...(leaves ?? [[name, lineage.rows] as const])]),
  );
}

/** TeX as MathML, or undefined where it cannot be set. */
export const renderMathml = memoizeAnswers((tex: string): string | undefined => {
  try {
    return temml.renderToString(tex, { throwOnError: true, displayMode: true });
  } catch {
    return undefined;
  }
});

/** `消费 ÷ 转化数`, `(收入 − 成本) ÷ 成本 × 100%`. */
export function formatMetricFormula(
  { numerator, denominator, times }: FormulaText,
  language: Language,
): string {
  if (!denominator) return numerator[language];
  const enclose = (text: string, signs: RegExp) => (signs.test(text) ? `(${text})` : text);
  const top = enclose(numerator[language], / [−+] /);
  // What is divided by must stand together: a ÷ (b × c).
  const bottom = enclose(denominator[language], / [−+×÷] /);
  const factor = times ? ` × ${times === '1000' ? '1,000' : times}` : '';
  return `${top} ÷ ${bottom}${factor}`;
}

export function renderMetricTex(
  name: string,
  { numerator, denominator, times, tex }: FormulaText,
  language: Language,
): string {
  if (tex !== undefined) return `${escapeTexText(name)} = ${tex}`;
  const top = escapeTexText(numerator[language]);
  if (!denominator) return `${escapeTexText(name)} = ${top}`;
  const factor = times ? ` \\times ${times.replace('%', '\\%')}` : '';
  return `${escapeTexText(name)} = \\frac{${top}}{${escapeTexText(denominator[language])}}${factor}`;
}

/** The tables a piece of SQL names, in order of name; texts and comments are passed over. */
export function findSqlTables(sql: string, tables: readonly EngineTable[]): EngineTable[] {
  const bare = blankSqlTexts(sql);
  const quoted = [...bare.matchAll(/"((?:[^"]|"")*)"/g)].map((match) => match[1]!.replaceAll('""', '"'));
  const words = bare.replace(/"(?:[^"]|"")*"/g, ' ').match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  const named = new Set([...quoted, ...words].map(normaliseName));
  return tables.filter((table) => named.has(normaliseName(table.name)));
}

/** `online-retail` and `Online_Retail` are one name. */
function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}_]/gu, '_');
}

function listFiles(tables: readonly EngineTable[]): { path: string; sha256: string }[] {
  const files = new Map(tables.map((table) => [table.file, table.sha256]));
  return [...files].map(([path, sha256]) => ({ path, sha256 }));
}
