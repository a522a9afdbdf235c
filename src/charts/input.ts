/** What a chart is drawn from: values, goals and rows, already narrowed and in the report's language. */
import type { Language } from '../base/language.ts';
import type { Scale } from '../base/registry/column-display.ts';
import type { TrainingWeeks } from '../base/registry/training-weeks.ts';
import type { Cell, ColumnType } from '../base/source-table.ts';
import type { Curve, FormattedValue, GoalRow, Point } from '../base/value-series.ts';

export interface ChartInput {
  language: Language;
  values: ChartValue[];
  goals: GoalRow[];
  table?: ChartTable;
  /** Rows of the table that `events` or `layout` names. */
  secondTable?: ChartTable;
  /** What the page looks like that was clicked on. */
  page?: PageImage;
  /** How the panels of small multiples look; lines or bars without. */
  panel?: PanelForm;
  /** A limit to mark on the axis of the numbers, in their unit. */
  limit?: number;
  /** Colours of the names in it, of 0 to 6; a name without one takes what is left. */
  colours?: Readonly<Record<string, number>>;
  /** What its groups are to one another. */
  scale?: Scale;
  /** By which weeks are called. */
  training?: TrainingWeeks;
}

/** A small panel: along the points of a series, or along an axis of numbers. */
export type PanelForm =
  | 'line'
  | 'area'
  | 'sum'
  | 'bars'
  | 'sorted'
  | 'share'
  | 'histogram'
  | 'ecdf'
  | 'lorenz'
  | 'ranked'
  | 'dots';

/** The image of a page. */
export interface PageImage {
  /** `data:` address of the image itself. */
  href: string;
  /** Its height, where its width is 1. */
  ratio: number;
}

/** A value with its series; `value` and `text` are those of the whole. */
export interface ChartValue extends FormattedValue {
  name: string;
  label: string;
  unit: string;
  direction: 'higher' | 'lower' | 'none';
  /** `apart`: it is set for days that are not those of the value. */
  target?: FormattedValue & { apart?: { goal: { from: string; to: string } } };
  interval?: { low: number; high: number; text: string; level?: number };
  points: Point[];
  curve?: Curve;
  /** What was measured, and when (days): values of one `thing` are one thing at several times. */
  observed?: { thing: string; from: string; to: string };
}

/** Rows of a table or a named query. */
export interface ChartTable {
  name: string;
  columns: { name: string; label: string; unit: string; type: ColumnType; digits?: number }[];
  rows: readonly Readonly<Record<string, Cell>>[];
  /** Columns the author picked, by their names. */
  picked?: { x?: string; y?: string[]; group?: string };
}
