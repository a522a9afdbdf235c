/** What the book tells of the tables that a report handed in. */
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
