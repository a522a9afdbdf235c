import type { Problem } from '../base/problem.ts';
import type { SourceText } from '../base/source-text.ts';
import { createProblem } from '../problems/catalog.ts';
import { parseEntry } from './bibtex.ts';
import type { Edition } from './format-reference.ts';
import type { Reference } from './reference.ts';
import { type Chunk, splitBibliography } from './split-bibliography.ts';
import { toReference } from './to-reference.ts';

export interface Bibliography {
  /** By key, in the order of the file. */
  entries: Map<string, Reference>;
  problems: Problem[];
}

/** Reads a .bib file (BibTeX or BibLaTeX). Each entry is read by itself: a broken one spoils no other. */
export function parseBibliography(source: SourceText, edition: Edition = '2025'): Bibliography {
  const { chunks, strings } = splitBibliography(source.text);
  const entries = new Map<string, Reference>();
  const problems: Problem[] = [];
  for (const chunk of chunks) {
    const place = toPlace(source, chunk.offset);
    const first = entries.get(chunk.key);
    if (first) {
      const params = { key: chunk.key, line: first.place.line ?? 1 };
      problems.push(createProblem('duplicate-reference-key', place, params));
      continue;
    }
    try {
      const parsed = parseEntry(strings + chunk.text);
      if (!parsed || chunk.key === '') throw new Error('expected @type{key, …}');
      const reference = toReference(chunk.key, place, parsed);
      entries.set(chunk.key, reference);
      problems.push(...findMissingFields(reference, edition));
    } catch (error) {
      problems.push(createSyntaxProblem(source, chunk, strings, error));
    }
  }
  return { entries, problems };
}

function toPlace({ file, text }: SourceText, offset: number) {
  const before = text.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** The library counts lines within what it was given. */
function createSyntaxProblem(source: SourceText, chunk: Chunk, strings: string, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const found = / at line (\d+) col (\d+)/.exec(message);
  const place = toPlace(source, chunk.offset);
  const line = found ? Number(found[1]) - (strings.split('\n').length - 1) : 1;
  // An entry that never ends is told where it begins.
  if (found && line > 1 && !message.includes('EOF'))
    Object.assign(place, { line: place.line + line - 1, column: Number(found[2]) });
  const reason = message.split('\n')[0]!.replace(/ at line \d+ col \d+:?$/, '');
  return createProblem('bibliography-syntax', place, { key: chunk.key, message: reason });
}

/** What a reader needs to find the source; no access date is asked for in the edition of 2025. */
function findMissingFields(reference: Reference, edition: Edition): Problem[] {
  const { key, place, type } = reference;
  const requirements: [field: string, missing: boolean, example: string][] = [
    ['title', reference.title === '', 'title = {题名},'],
    ['year', reference.year === '' && !['EB', 'S', 'CP'].includes(type), 'year = {2026},'],
    ['journal', reference.container === '' && (type === 'J' || type === 'N'), 'journal = {刊名},'],
    ['url', reference.url === '' && type === 'EB', 'url = {https://…},'],
    ['urldate', reference.accessed === '' && type === 'EB' && edition === '2015', 'urldate = {2026-06-28},'],
  ];
  return requirements
    .filter(([, missing]) => missing)
    .map(([field, , example]) => createProblem('reference-missing-field', place, { key, field, example }));
}
