/**
 * The book: a report as it was built. Plain JSON with everything that site, print and check need,
 * so that the printings only lay out and never compute. Numbers come with the text that shows them.
 */

import type { Block, Footnote, Inline } from '../base/chapter-tree.ts';
import type { Language } from '../base/language.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Attainment, Curve, FormattedValue, GoalRow, Point, TableRows } from '../base/value-series.ts';

export interface Book {
  /** Folder name under `content/reports/`: `growth-lab`. */
  report: string;
  language: Language;
  front: BookFront;
  /** Body of `index.mdx`. */
  abstract: Passage;
  chapters: BookChapter[];
  /** By name, in the order of `metrics.yaml`. */
  values: Record<string, BookValue>;
  /** In order of appearance. */
  figures: BookFigure[];
  /** Numbered tables, in order of appearance. */
  tables: BookTable[];
  /** The tables handed in, in order of name. */
  datasets: BookDataset[];
  /** The rules between tables that were run on this report, and what came of each. */
  checks: BookCheck[];
  references: BookReference[];
  /** Tiles for the report's home. */
  kpis: Tile[];
  goals: GoalRow[];
  coverage: Coverage;
  /** Findings and warnings (a book with errors is only made with `--draft`). */
  problems: Problem[];
}

export interface BookFront {
  title: string;
  subtitle?: string;
  team: string;
  mentor: string;
  /** ISO dates, both inclusive. */
  period: { from: string; to: string };
  /** ISO date printed on the cover. */
  date: string;
  /** ISO date of the last day of the data, where the report says it. */
  dataDate?: string;
  /** What was corrected since the report was handed in, the last first; dates are ISO. */
  corrections: { date: string; what: string; where?: string }[];
  keywords: string[];
  /** Further cover lines in order: 学校, 专业, 课程 … */
  cover: { label: string; value: string }[];
  /** `number`: of a student, in the hand-in PDF only. */
  members: { name: string; role: string; duty: string; number?: string }[];
  /** IANA name, `Asia/Shanghai`. */
  zone: string;
  /** The data are simulated; site and print say so. */
  simulated: boolean;
  draft: boolean;
}

/** A text of the course: a chapter, an abstract or a page. */
export interface Passage {
  blocks: BookBlock[];
  footnotes: Footnote<InlineTag, BlockTag>[];
}

export interface BookChapter extends Passage {
  /** `background`: file name without order prefix and extension. */
  slug: string;
  /** From 1. */
  number: number;
  title: string;
  summary?: string;
  /** Source file, from the course root. */
  file: string;
}

export type BookInline = Inline<InlineTag>;
export type BookBlock = Block<InlineTag, BlockTag>;

/** Inline tags, resolved: each carries the text both printings show. */
export type InlineTag =
  /** `anchor`: id of this place in the chapter, for links back from the ledger. */
  | { type: 'value'; name: string; text: string; anchor: string }
  | { type: 'verdict'; name: string; text: string; tone: Tone; basis: string; anchor: string }
  /** `text`: 图 4-2; `target` leads to it. `page`: print adds “(第 n 页)” from its own layout. */
  | { type: 'ref'; text: string; target: Target }
  /** `text`: [1,3]. */
  | { type: 'cite'; numbers: number[]; text: string }
  | { type: 'term'; name: string; text: string; definition: string };

/** Block tags, resolved. `id` leads into `figures` or `tables` of the book. */
export type BlockTag =
  | { type: 'figure'; id: string }
  | { type: 'table'; id: string }
  | { type: 'kpis'; tiles: Tile[] }
  | { type: 'note'; kind: NoteKind; title?: string; children: BookBlock[] };

export type NoteKind = 'note' | 'tip' | 'warning' | 'example';
export type Tone = 'good' | 'bad' | 'even';

/** A place in the report that can be linked to. `chapter` is a slug; '' is the report's home. */
export interface Target {
  chapter: string;
  anchor: string;
}

export interface BookValue extends FormattedValue {
  name: string;
  /** What charts and tiles call it, where that is not its name. */
  label?: string;
  /** `%`, `个百分点`, `元`, `人`, `次`, `元/人`, '' … */
  unit: string;
  /** 万/亿 form. */
  short: string;
  /** Which way is good. */
  direction: 'higher' | 'lower' | 'none';
  target?: FormattedValue & {
    source: string;
    /** Days that the target is set for and days of the value, where they are not the same; without `own` it is of all rows. */
    apart?: { goal: { from: string; to: string }; own?: { from: string; to: string } };
  };
  baseline?: FormattedValue & { source: string };
  /** value / target (lower is better: target / value), as a percentage. */
  attainment?: Attainment;
  interval?: {
    low: number;
    high: number;
    level: number;
    method: string;
    text: string;
    /** Rows in which one user may stand several times were taken as independent. */
    assumes?: 'independent-rows';
  };
  /** Where `by` is given: the series, in order. */
  points: Point[];
  /** What stands behind the value of a model. */
  curve?: Curve;
  lineage: Lineage;
  cited: (Target & { label: string })[];
  /** Where it is defined, in metrics.yaml. */
  place: Place;
}

/** Where a value comes from. */
export interface Lineage {
  kind: 'metric' | 'formula' | 'sql';
  /** Id in the metrics library, with its name and definition, when `kind` is metric. */
  metric?: { id: string; name: string; definition: string };
  /** As a person reads it: 消费 ÷ 转化数, 期末转化率 − 期初转化率. */
  formula: string;
  /** A formula over values with their numbers in it: 4.82759% − 2.5%. */
  worked?: string;
  /** TeX of the formula rendered, when there is one. */
  mathml?: string;
  /** What a model says beside its number. */
  note?: string;
  /** What the engine ran. */
  sql?: string;
  /** Names of the values a formula is made of. */
  inputs: string[];
  tables: string[];
  /** Rows read after filter and period. */
  rows: number;
  /** Of a metric that does not read every row of its table. */
  account?: RowAccount;
  numerator?: FormattedValue;
  denominator?: FormattedValue;
  filter?: string;
  period?: { from: string; to: string };
  files: { path: string; sha256: string }[];
}

/** Rows of a table that a metric was not given because they are those of test accounts. */
export interface TestRows {
  table: string;
  rows: number;
}

/** Of the rows of a table, which a metric was not given, and why. */
export interface RowAccount {
  table: string;
  /** All there are. */
  rows: number;
  /** Those of test accounts: of the table itself, then of the one it is joined with. */
  tests: TestRows[];
  /** Those that its own condition leaves out. */
  filtered: number;
  /** Without a time, where it goes by one. */
  undated: number;
  /** Outside of its period. */
  outside: number;
  /** Read, though outside of the report's period: where it goes by time and no period was asked for. */
  beyond: number;
  /** Of those it was given, rows of which its `of` cannot be told: a cell that it looks at is empty. */
  unknown?: number;
  /** Columns with numbers that it reads, and rows among those it was given in which they are empty. */
  blank: { column: string; rows: number }[];
  /** The column of the time, where it is one. */
  time?: string;
  /** All that as a sentence. */
  text: string;
}

/** An SVG; colours are CSS custom properties. */
export interface Picture {
  svg: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** The picture itself is as wide as the text. */
export interface BookFigure extends Picture {
  id: string;
  /** `4-2`. */
  number: string;
  kind: string;
  chapter: string;
  caption: string;
  /** One sentence computed from the rows. */
  finding: string;
  /** Text alternative for readers who do not see it. */
  alternative: string;
  /** The same as wide as a phone, and, where the author wants it, as a page. */
  phone: Picture;
  page?: Picture;
  /** The Vega-Lite specification with its rows, as JSON. */
  spec: string;
  /** The numbers behind it. */
  data: TableRows;
  /** Values or tables it draws. */
  of: string[];
  /** Names of the tables that these are read from; among them may be one that the program gives. */
  tables: string[];
  /** Of its tag. */
  place: Place;
  /** Of the caption, where the author wrote one. */
  captionPlace?: Place;
  cited: (Target & { label: string })[];
}

export interface BookTable {
  id: string;
  number: string;
  chapter: string;
  caption: string;
  data: TableRows;
  /** Rows there are; more than `data.rows.length` when cut. */
  total: number;
  of: string[];
  /** Of its tag. */
  place: Place;
  /** Of the caption, where the author wrote one. */
  captionPlace?: Place;
  note?: string;
}

export interface BookDataset {
  name: string;
  title: string;
  /** From the course root. */
  file: string;
  sheet?: string;
  /** Where the data are from, as the team says. */
  source?: string;
  sha256: string;
  bytes: number;
  encoding?: string;
  /** The CSV file to download, where one was written. */
  download?: { bytes: number; sha256: string; guarded: number };
  rows: number;
  /** First and last day in its first column of times, by the name of that column. */
  days?: { column: string; from: string; to: string };
  /** What of its file is no data and was left out, each as a sentence with its place. */
  leftOut: string[];
  /** A table of the library of schemas, or free. */
  known: boolean;
  /** `T07`, where it is known. */
  schema?: string;
  /** Columns that may be published. */
  columns: DatasetColumn[];
  /** Columns left out because they say who somebody is. */
  personal: number;
  /** First rows as shown. */
  sample: string[][];
}

/** One rule between tables. */
export interface BookCheck {
  /** `missing-week`: id of its problem. */
  id: string;
  title: string;
  why: string;
  /** Times it did not hold; 0 when it was kept. */
  found: number;
}

export interface DatasetColumn {
  name: string;
  /** As the file and its download write it. */
  header: string;
  label: string;
  unit: string;
  type: string;
  description: string;
  profile: ColumnProfile;
}

/** What a column holds, as shown. */
export interface ColumnProfile {
  /** Share of empty cells: `2.4%`; empty when every cell is filled. */
  missing: string;
  /** 0.00 至 1,302.50; SEM、公众号 等 8 种; 各不相同. */
  values: string;
  /** Heights of bars, 100 the tallest; empty when there is no shape to show. */
  bars: number[];
  /** Bars run from the lowest to the highest value; else from the most frequent down. */
  ordered: boolean;
}

export interface BookReference {
  key: string;
  number: number;
  /** GB/T 7714 entry without the leading [n]. */
  text: string;
  url?: string;
}

export interface Tile {
  name: string;
  label: string;
  text: string;
  target?: string;
  attainment?: Attainment;
  tone: Tone;
  /** Polylines of the series in a 100 × 28 box, a gap between them: "0,20 12,18;36,4 …"; empty without a series. */
  spark: string;
  href: Target;
  /** Id of the tile in its chapter, for links back from the ledger; tiles of the report's home have none. */
  anchor?: string;
}

export interface Coverage {
  /** Parts covered, and all; those that others belong to are not counted themselves. */
  done: number;
  total: number;
  /** As the course lists them. */
  items: CoveredPart[];
}

export interface CoveredPart {
  id: string;
  title: string;
  /** Id of the part it belongs to. */
  in?: string;
  /** Others belong to it: it is covered when they are. */
  group?: true;
  done: boolean;
  /** What its section still lacks, in words. */
  lacks: string[];
  /** Of its section, or of the one where it belongs. */
  place: Place;
  /** Where it stands, when it is there. */
  target?: Target;
}
