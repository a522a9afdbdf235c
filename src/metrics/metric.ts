/**
 * What a metric of the library is, and how it is asked. A metric writes SQL that gives its answer, or SQL that
 * gives the rows it solves; `report/value-metric` runs both.
 */

import type { z } from 'zod';
import type { Period } from '../base/calendar-days.ts';
import type { Bilingual } from '../base/language.ts';
import type { Cell } from '../base/source-table.ts';
import type { Curve } from '../base/value-series.ts';

export type Direction = 'higher' | 'lower' | 'none';
export type Family =
  | 'rows'
  | 'users'
  | 'conversion'
  | 'advertising'
  | 'orders'
  | 'traffic'
  | 'growth'
  | 'retention'
  | 'activity'
  | 'lifecycle'
  | 'segments'
  | 'content'
  | 'referral'
  | 'lifetime'
  | 'search'
  | 'attribution'
  | 'experiments'
  | 'anomalies'
  | 'churn'
  | 'satisfaction'
  | 'service'
  | 'goals'
  | 'planning'
  | 'budget'
  | 'quality';

/** The tables of a report by name, each with the names of its columns. */
export type TableColumns = ReadonlyMap<string, ReadonlySet<string>>;

/** A column a metric reads. `names` are tried in order when the author gives none. */
export interface ColumnNeed {
  names: string[];
  meaning: Bilingual;
  /** Left out without harm when the table has none of `names`. */
  optional?: boolean;
}

/** One dimension of `by`: `text` is what the result shows, `order` what it is sorted and grouped by. */
export interface GroupKey {
  alias: 'key' | 'grp';
  text: string;
  order: string;
  /** Days, weeks or months of the metric's time. */
  timed: boolean;
}

/** A second table that a metric counts beside its own, such as the active users that income is divided by. */
interface JoinedTableNeed<P> {
  /** `with` may name them as it names the metric's own; `time` is the one its period goes by. */
  columns: Record<string, ColumnNeed>;
  /** `param` is the parameter that names the table. */
  of(params: P): { param: string; table: string; where: string | undefined };
}

/** The second table as SQL, with the same period and, column for column, the same keys. */
export type JoinedTable = Pick<
  MetricQuery<unknown>,
  'from' | 'where' | 'period' | 'day' | 'time' | 'keys' | 'columns'
>;

/** A metric asked of a table. Everything that is SQL is safe to put between other SQL. */
export interface MetricQuery<P> {
  /** Quoted name of the table. */
  from: string;
  where: string | undefined;
  period: Period | undefined;
  /** The metric's time column as a DATE in the report's zone; undefined when the table has none. */
  day: string | undefined;
  /** The metric's time column as written in the table. */
  time: string | undefined;
  keys: GroupKey[];
  /** SQL of each column need that was found. */
  columns: Record<string, string>;
  /** What counts, of metrics that have an `of`. */
  of?: string | undefined;
  params: P;
  /** Rows of the metric's `lookup`. */
  preRows: readonly Readonly<Record<string, Cell>>[];
  /** Of metrics of two tables. */
  joined?: JoinedTable | undefined;
}

/** How a reader says the formula: 消费 ÷ 转化数 × 100%. */
export interface FormulaText {
  numerator: Bilingual;
  denominator?: Bilingual;
  times?: '100%' | '1000';
  /** Right side of the formula in TeX, where it is more than one quotient. */
  tex?: string;
}

/** What a model says of the rows of one group, or of all. */
export interface Solution {
  /** Null: not available. */
  value: number | null;
  numerator?: number;
  denominator?: number;
  /** In the unit of the value. `level`: 0.95. */
  interval?: { low: number; high: number; level: number; method: string };
  /** Members of the answer itself, in order, such as the channels credits go to. In the unit of the value. */
  points?: { key: string; label: Bilingual; value: number | null; n?: number }[];
  /** What stands behind the value, for a chart. */
  curve?: Pick<Curve, 'form' | 'points'>;
  /** Observations read. */
  n: number;
  /** What a reader must know beside the number: the rule taken, what was left out. */
  note?: Bilingual;
}

/** Worked, as a metric file gives it. */
export interface ExampleDefinition {
  /** CSV by file name: `events.csv`. */
  files: Record<string, string>;
  /** What the entry says besides the metric, in YAML: `from: ads, with: { days: 30 }`. */
  query?: string;
  /** The text a Chinese report shows. */
  answer: string;
  /** Who published the answer. */
  source: string;
}

/** Worked, as the handbook prints it; a test runs it. */
export interface Example extends Omit<ExampleDefinition, 'query'> {
  /** The entry as it stands after the name: `{ metric: cpa }`. */
  yaml: string;
}

/** A metric as its file writes it; id and family come from the record it stands in. */
export interface MetricDefinition<P = never> {
  names: Bilingual;
  /** `column`: that of the column added up. */
  unit: string | { column: string; otherwise: string };
  /** Decimals shown where the author gives none and the unit would show others. */
  digits?: number;
  /** Units of numerator and denominator of a ratio. */
  parts?: { numerator: string; denominator: string };
  direction: Direction;
  /** Two sentences: what it is, and what it counts or leaves out. */
  definition: Bilingual;
  edgeCases: Bilingual;
  /** Where the definition comes from. */
  source: string;
  example: ExampleDefinition;
  /** The column need whose label and unit are those of the curve's numbers. */
  curveColumn?: string;
  /** Table it is usually asked of. */
  table: string;
  columns: Record<string, ColumnNeed>;
  joined?: JoinedTableNeed<P>;
  /** Parameters of its own besides columns, all described. */
  params: z.ZodType<P>;
  /** A share of things counted in the denominator: it has a Wilson interval. May depend on the columns found. */
  proportion: boolean | ((columns: Record<string, string>) => boolean);
  /** Whether it takes a condition for what counts. */
  of?: 'required' | 'optional';
  /** Asks for the order of the rows, as the column `source_row`. */
  ordered?: true;
  /** Of a share of rows in which one user may stand several times: taken as independent they say too much. */
  repeats?: boolean;
  /**
   * Columns that a row must have all of to count: both sides of a ratio of sums. Rows that lack one are in neither sum,
   * and told (`report/values/left-out/half-blank.ts`).
   */
  paired?(params: P): readonly string[];
  /** Value of a period without rows: nothing happened (0), or nothing can be said (null). */
  empty: 0 | null;
  /** `columns`: those found, as in the ask. */
  formulaText(
    params: P,
    found: readonly Readonly<Record<string, Cell>>[],
    columns: Record<string, string>,
  ): FormulaText;
  /** A query to run before `sql`, such as for the steps of a funnel. */
  lookup?(params: P, tables: TableColumns): string | undefined;
  /**
   * One SELECT with the columns `key`, `grp` (as asked), `step` (funnels), `numerator`, `denominator` (ratios),
   * `value`, `n` (rows read). One row a group; one row without groups. With `solve`: the columns it wants,
   * any number of rows a group, ordered.
   */
  sql(query: MetricQuery<P>): string;
  /**
   * An inference or a model on the rows of `sql`, once for all and once for each group. Pure. Without rows it
   * is called too, with the rows of `lookup`. A value that is not available is null. May throw ParameterError.
   */
  solve?(
    rows: readonly Record<string, Cell>[],
    params: P,
    preRows: readonly Readonly<Record<string, Cell>>[],
  ): Solution;
}

export interface Metric<P = never> extends Omit<MetricDefinition<P>, 'example'> {
  id: string;
  family: Family;
  /** Complete: with the id it asks for. */
  example: Example;
}

/** Thrown by `sql` when parameters do not fit each other; the texts go to the author. */
export class ParameterError extends Error {
  readonly param: string;
  readonly texts: Bilingual;

  constructor(param: string, texts: Bilingual) {
    super(texts.en);
    this.param = param;
    this.texts = texts;
  }
}
