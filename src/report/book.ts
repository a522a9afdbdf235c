/**
 * The book: a report as it was built. Plain JSON with everything that site, print and check need,
 * so that the printings only lay out and never compute. Numbers come with the text that shows them.
 */

import type { Block, Footnote, Inline } from '../base/chapter-tree.ts';
import type { Language } from '../base/language.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Attainment, Curve, FormattedValue, GoalRow, Point, TableRows } from '../base/value-series.ts';
import type { Clause } from '../words/claims/describe-claims.ts';
import type { BookCheck, BookDataset } from './book-data.ts';

export type { BookCheck, BookDataset, ColumnProfile, DatasetColumn } from './book-data.ts';

export interface Book {
  /** Folder name under `content/reports/`: `growth-lab`. */
  report: string;
  language: Language;
  front: BookFront;
  /** Body of `index.mdx`. */
  abstract: Passage;
  chapters: BookChapter[];
  /** What the report comes to, of all its chapters. */
  conclusions: Conclusion[];
  /** By name, in the order of `metrics.yaml`. */
  values: Record<string, BookValue>;
  /** In order of appearance. */
  figures: BookFigure[];
  /** Images of the authors that stand by themselves, numbered among the figures. */
  pictures: BookPicture[];
  /** Every image that the text shows and that can be shown, by its path from the report's folder. */
  images: Record<string, BookImage>;
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
  /** What the rules ask for that found some of them, by their ids. */
  ruleTitles: Record<string, string>;
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
  /** Its sections of the second level, where it has any. */
  sections?: ChapterSection[];
  /** Source file, from the course root. */
  file: string;
}

export interface ChapterSection {
  /** `4.2`; empty where sections have no numbers. */
  number: string;
  /** Its heading as plain text. */
  text: string;
  /** Places before it that show a value: `use-7` is in it when this is less than 7. */
  usesBefore: number;
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
  /** `texts`: in the form of authors and years, what stands for each work. */
  | { type: 'cite'; numbers: number[]; text: string; texts?: string[] }
  | { type: 'term'; name: string; text: string; definition: string };

/** Block tags, resolved. `id` leads into `figures`, `pictures` or `tables` of the book. */
export type BlockTag =
  | { type: 'figure'; id: string }
  | { type: 'picture'; id: string }
  | { type: 'table'; id: string }
  | { type: 'kpis'; tiles: Tile[] }
  /** `pinned`: named by the author, to stand first. */
  | { type: 'conclusions'; items: Conclusion[]; pinned: PinnedName[] }
  | { type: 'note'; kind: NoteKind; title?: string; children: BookBlock[] };

/** What a chapter comes to: a claim of a figure or a value that it shows, and where that stands. */
export interface Conclusion {
  text: string;
  /** 图 4-7, or 数据来源. */
  label: string;
  target: Target;
}

/** A value or a figure as its author wrote it. */
export interface PinnedName {
  name: string;
  place: Place;
}

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
  /** What the finding tells, clause by clause. */
  clauses: Clause[];
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

export interface BookPicture {
  id: string;
  /** `4-2`, counted with the figures. */
  number: string;
  chapter: string;
  /** Empty where the author wrote none. */
  caption: string;
  /** What is seen, as the author says; the caption where nothing is said. */
  alternative: string;
  /** The author wrote no alternative text beside the caption. */
  unseen?: true;
  /** Key in `images`. */
  src: string;
  place: Place;
  captionPlace?: Place;
  cited: (Target & { label: string })[];
}

/** An image of an author as it is published: upright, without what its camera wrote into it. */
export interface BookImage {
  /** From the course root. */
  file: string;
  /** Pixels, upright. */
  width: number;
  height: number;
  /** For the site, from the narrowest; names within `media/` of the report. */
  sizes: { name: string; width: number }[];
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

export interface BookReference {
  key: string;
  /** Place in the list, from 1. */
  number: number;
  /** The list goes by authors and years: its numbers are not printed. */
  unnumbered?: true;
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
