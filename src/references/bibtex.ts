import '@citation-js/plugin-bibtex';
import { plugins } from '@citation-js/core';

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

interface RawEntry {
  type: string;
  label: string;
  properties: Record<string, string | number>;
}

/**
 * Reads one entry with citation-js. The type of the input is forced, so that the library neither guesses
 * nor fetches: it would take a lone URL or DOI for something to download.
 * @throws with a message that names line and column within `text`
 */
export function parseEntry(text: string): ParsedEntry | undefined {
  const options = { forceType: '@biblatex/text', generateGraph: false, strict: true, maxChainLength: 10 };
  const raw = plugins.input.chain(text, {
    ...options,
    target: '@biblatex/entries+list',
  }) as unknown as RawEntry[];
  const [csl] = plugins.input.chain(text, { ...options, target: '@csl/list+object' }) as unknown as Record<
    string,
    unknown
  >[];
  const entry = raw.at(-1);
  if (!entry || !csl) return undefined;
  const properties = Object.fromEntries(
    Object.entries(entry.properties).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return { type: entry.type.toLowerCase(), properties, csl: toCsl(csl) };
}

function toCsl(csl: Record<string, unknown>): ParsedEntry['csl'] {
  const text = (key: string) =>
    typeof csl[key] === 'string' || typeof csl[key] === 'number' ? String(csl[key]) : '';
  const names = (key: string) => (Array.isArray(csl[key]) ? (csl[key] as CslName[]) : []);
  return { text, names, date: (key) => csl[key] as ReturnType<ParsedEntry['csl']['date']> };
}
