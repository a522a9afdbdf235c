import { findMeantName } from '../../base/names/suggest-names.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { SourceText } from '../../base/source-text.ts';
import { parseYaml, type YamlText } from '../../base/yaml-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import { collectSchemaProblems } from '../../problems/schema-problems.ts';
import { collectSyntaxProblems } from '../../problems/syntax-problems.ts';
import { type Entry, type EntryKind, entryKinds } from '../../schema/metrics-file-schema.ts';

/** One line of `metrics.yaml`, sound in form. */
export interface NamedEntry {
  name: string;
  entry: Entry;
  /** Of the name. */
  place: Place;
  /** Of a part of it: `getPlace('with', 'start')`. */
  getPlace: (...path: string[]) => Place;
}

export interface MetricsFile {
  entries: NamedEntry[];
  /** Names written, sound or not. */
  names: string[];
  problems: Problem[];
}

/** Reads the values' names and definitions; every broken one gives its problems, the others stay. */
export function parseMetricsFile(source: SourceText | undefined): MetricsFile {
  if (!source) return { entries: [], names: [], problems: [] };
  const yaml = parseYaml(source);
  const file: MetricsFile = { entries: [], names: [], problems: [] };
  file.problems.push(...collectSyntaxProblems(yaml));
  // A file of comments only holds no values, which is no mistake.
  if (file.problems.length > 0 || yaml.data === null || yaml.data === undefined) return file;
  if (typeof yaml.data !== 'object' || Array.isArray(yaml.data)) {
    return { ...file, problems: [createProblem('metrics-file-invalid', yaml.getPlace([]), {})] };
  }
  for (const [name, given] of Object.entries(yaml.data)) {
    file.names.push(name);
    const read = parseEntry(name, given, yaml);
    if ('problems' in read) file.problems.push(...read.problems);
    else file.entries.push(read);
  }
  return file;
}

function parseEntry(name: string, given: unknown, yaml: YamlText): NamedEntry | { problems: Problem[] } {
  const place = yaml.getKeyPlace([name]);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return { problems: [createProblem('value-kind', place, { name, found: '' })] };
  }
  const kinds = Object.keys(entryKinds).filter((kind): kind is EntryKind => kind in given);
  const [kind] = kinds;
  const misspelt = kind === undefined ? findMisspeltKind(name, given, yaml) : undefined;
  if (misspelt) return { problems: [misspelt] };
  if (kind === undefined || kinds.length > 1) {
    return { problems: [createProblem('value-kind', place, { name, found: kinds.join('、') })] };
  }
  const schema = entryKinds[kind];
  const checked = schema.safeParse(given);
  if (checked.success) {
    const entry = { kind, given: checked.data } as Entry;
    return { name, entry, place, getPlace: (...path) => yaml.getPlace([name, ...path]) };
  }
  const places = {
    getPlace: (path: readonly PropertyKey[]) => yaml.getPlace([name, ...path]),
    getKeyPlace: (path: readonly PropertyKey[]) => yaml.getKeyPlace([name, ...path]),
  };
  return { problems: collectSchemaProblems(checked.error, schema, given, places) };
}

/** `metirc: sum`: the key that says how a value is made. */
function findMisspeltKind(name: string, given: object, yaml: YamlText): Problem | undefined {
  const known = Object.keys(entryKinds);
  const taken = new Set(Object.values(entryKinds).flatMap(({ shape }) => Object.keys(shape)));
  for (const key of Object.keys(given)) {
    const near = taken.has(key) ? undefined : findMeantName(key, known);
    if (near)
      return createProblem('unknown-key', yaml.getKeyPlace([name, key]), {
        key,
        near,
        all: known.join('、'),
      });
  }
  return undefined;
}
