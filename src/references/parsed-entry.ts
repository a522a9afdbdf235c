export interface CslName {
  family?: string;
  given?: string;
  suffix?: string;
  literal?: string;
  'dropping-particle'?: string;
  'non-dropping-particle'?: string;
}

export interface CslDate {
  'date-parts'?: (number | string)[][];
  literal?: string;
  raw?: string;
}

/** An entry in both of the library's forms: fields as written, and CSL with names and dates taken apart. */
export interface ParsedEntry {
  type: string;
  /** Names of fields in lower case; values with their braces and commands. */
  properties: Record<string, string>;
  csl: {
    text: (key: string) => string;
    names: (key: string) => CslName[];
    date: (key: string) => CslDate | undefined;
  };
}
