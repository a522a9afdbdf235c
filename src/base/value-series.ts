/** A number with the text that shows it. `value` null prints as "—". */
export interface FormattedValue {
  value: number | null;
  text: string;
}

/** `open`: without an actual value or a target there is nothing to judge. */
export type Outcome = 'exceeded' | 'met' | 'missed' | 'open';

/** How far a goal is reached; `outcome` is known where a quotient says nothing, too. */
export interface Attainment extends FormattedValue {
  outcome: Outcome;
}

/** One member of a value's series. For a ratio, `numerator` / `denominator` = `value` (before unit scaling). */
export interface Point {
  /** `2026-W10`, `2026-03`, `SEM`, `visit` … sortable within its dimension. */
  key: string;
  /** As shown: 实训第 3 周, 3 月, 搜索广告, 访问. */
  label: string;
  /** Second dimension of `by: [week, channel]`, as shown. */
  group?: string;
  /** As the data have it, where that is another text. */
  groupCode?: string;
  value: number | null;
  text: string;
  numerator?: number;
  denominator?: number;
  /** Observations. */
  n: number;
  /** Its step of time is cut by an end of the period or of the data; its label is starred. */
  cut?: true;
}

/** What stands behind a value of a model: the ROC curve of an AUC, the days in which anomalies were looked for. */
export interface Curve {
  form: 'roc' | 'lift' | 'calibration' | 'anomalies';
  /** Of `y`: what it is called, and its unit; empty where `form` says it. */
  label: string;
  unit: string;
  points: CurvePoint[];
}

export interface CurvePoint {
  /** roc: share of false alarms. lift: share of users taken. calibration: predicted share. anomalies: day or time. */
  x: number | string;
  /** roc: share of the leavers found. lift: times the rate of all. calibration: observed share. anomalies: the number. */
  y: number;
  /** Both or none. anomalies: what would be usual. calibration: the interval of `y`. */
  low?: number;
  high?: number;
  /** Out of the usual. */
  called?: boolean;
  n?: number;
}

/** One row of the table `goals`, joined with the value that answers it. */
export interface GoalRow {
  kpi: string;
  unit: string;
  direction: 'higher' | 'lower';
  baseline: FormattedValue;
  target: FormattedValue;
  actual: FormattedValue;
  attainment: Attainment;
  /** Name of the value; empty when no value points to this goal. */
  value: string;
  /** Days that it is set for, where they are not those of the report; both ends inclusive. */
  window?: { from: string; to: string };
  /** What counts, in its author's words. */
  definition?: string;
}

/** A small table ready to print. */
export interface TableRows {
  columns: { name: string; label: string; unit: string; align: 'left' | 'right' }[];
  /** Cells as shown. */
  rows: string[][];
}
