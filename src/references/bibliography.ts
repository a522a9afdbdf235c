import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { findUnsafeScheme } from '../base/safety/link-safety.ts';
import { LineIndex, type SourceText } from '../base/source-text.ts';
import { createProblem } from '../problems/catalog.ts';
import { parseEntry } from './bibtex.ts';
import type { Edition } from './citation-style.ts';
import { findDoubts } from './find-doubts.ts';
import type { Reference } from './reference.ts';
import { toReference } from './to-reference.ts';

export interface Bibliography {
  /** By key, in the order of the file. */
  entries: Map<string, Reference>;
  /** Keys of those that cannot be read, each of them told. */
  broken: Set<string>;
  problems: Problem[];
}

/** Reads a .bib file (BibTeX or BibLaTeX). Each entry is read by itself: a broken one spoils no other. */
export function parseBibliography(source: SourceText, edition: Edition = '2025'): Bibliography {
  const { chunks, strings } = splitBibliography(source.text);
  const lines = new LineIndex(source.file, source.text);
  const entries = new Map<string, Reference>();
  const broken = new Set<string>();
  const problems: Problem[] = [];
  for (const chunk of chunks) {
    const place = lines.toPlace(chunk.offset);
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
      const { url } = reference;
      const scheme = findUnsafeScheme(url);
      if (scheme)
        problems.push(createProblem('unsafe-reference-url', place, { key: chunk.key, url, scheme }));
      else problems.push(...findMissingFields(reference, edition));
      for (const { doubt, text } of findDoubts(reference))
        problems.push(createProblem('doubtful-reference', place, { key: chunk.key, doubt, text }));
      entries.set(chunk.key, scheme ? { ...reference, url: '' } : reference);
    } catch (error) {
      broken.add(chunk.key);
      problems.push(createSyntaxProblem(place, chunk.key, strings, error));
    }
  }
  return { entries, broken, problems };
}

/** The library counts lines within what it was given. */
function createSyntaxProblem(start: Place, key: string, strings: string, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const found = / at line (\d+) col (\d+)/.exec(message);
  const line = found ? Number(found[1]) - (strings.split('\n').length - 1) : 1;
  // An entry that never ends is reported where it begins.
  const place =
    found && line > 1 && !message.includes('EOF')
      ? { file: start.file, line: (start.line ?? 1) + line - 1, column: Number(found[2]) }
      : start;
  const reason = message.split('\n')[0]!.replace(/ at line \d+ col \d+:?$/, '');
  return createProblem('bibliography-syntax', place, { key, message: reason });
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

/** One `@type{key, …}` of a .bib file. */
interface Chunk {
  key: string;
  text: string;
  /** Of `@`. */
  offset: number;
}

/** Cuts a .bib file into entries; `@string` definitions come apart, since every entry may need them. */
function splitBibliography(text: string): { chunks: Chunk[]; strings: string } {
  const chunks: Chunk[] = [];
  let strings = '';
  const start = /@([A-Za-z]+)[ \t]*([{(])/g;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    if (isComment(text, found.index)) continue;
    const end = findEntryEnd(text, start.lastIndex);
    const whole = text.slice(found.index, end);
    const type = found[1]!.toLowerCase();
    if (type === 'string') strings += `${whole}\n`;
    else if (type !== 'comment' && type !== 'preamble') {
      const key = /^[^{(]*[{(]\s*([^\s,，{}=]*)/.exec(whole)?.[1] ?? '';
      chunks.push({ key, text: whole, offset: found.index });
    }
    start.lastIndex = end;
  }
  return { chunks, strings };
}

function isComment(text: string, at: number): boolean {
  return text
    .slice(text.lastIndexOf('\n', at) + 1, at)
    .trimStart()
    .startsWith('%');
}

/** After the closing brace; an entry that never closes ends before the next one. */
function findEntryEnd(text: string, from: number): number {
  // An entry within another is one that the other was not closed before.
  const next = /\n[ \t]*@[A-Za-z]+[ \t]*[{(]/g;
  next.lastIndex = from;
  const end = next.exec(text)?.index ?? text.length;
  let depth = 1;
  for (let at = from; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if ((text[at] === '}' || (text[at] === ')' && depth === 1)) && --depth === 0) return at + 1;
  }
  return end;
}
