import matter from 'gray-matter';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { SourceText } from '../base/source-text.ts';
import { parseYaml, type YamlText } from '../base/yaml-text.ts';
import { createProblem } from '../problems/catalog.ts';
import { collectSyntaxProblems } from '../problems/syntax-problems.ts';
import { chapterFront, pageFront, reportFront } from '../schema/front-matter.ts';

interface FrontMatter {
  data: Record<string, unknown>;
  /** Place of every key, nested ones by path: `period.from`, `members.0.name`. */
  places: Record<string, Place>;
  /** Offset in the file where the text begins. */
  bodyStart: number;
  problems: Problem[];
}

/**
 * Reads the front matter with gray-matter. Only YAML: the library would evaluate `---js`,
 * so whatever follows the first three dashes is refused before the library sees it.
 */
export function parseFrontMatter(source: SourceText): FrontMatter {
  const opening = /^---(?!-)([^\n]*)(?:\n|$)/.exec(source.text);
  if (!opening) return readWithoutOpening(source);
  const start: Place = { file: source.file, line: 1, column: 1 };
  const language = opening[1]!.trim();
  if (language)
    return createEmptyFrontMatter(source, [createProblem('front-matter-language', start, { language })]);
  if (!/\n---/.test(source.text))
    return createEmptyFrontMatter(source, [createProblem('front-matter-unclosed', start, {})]);
  const read: YamlText[] = [];
  const parse = (text: string) => {
    const yaml = parseYaml({ ...source, text });
    read.push(yaml);
    return toMap(yaml.data);
  };
  const parsed = matter(source.text, { language: 'yaml', engines: { yaml: { parse } } });
  const bodyStart = source.text.length - parsed.content.length;
  const yaml = read[0];
  if (!yaml) return { data: {}, places: {}, bodyStart, problems: [] };
  if (endsEarly(yaml))
    return createEmptyFrontMatter(source, [createProblem('front-matter-unclosed', start, {})]);
  const problems = collectSyntaxProblems(yaml);
  if (problems.length === 0 && !isMap(yaml.data)) {
    problems.push(createProblem('front-matter-shape', { file: source.file, line: 2, column: 1 }, {}));
  }
  return { data: parsed.data, places: collectPlaces(parsed.data, yaml), bodyStart, problems };
}

/** Keys of front matter, of any page. */
const frontKeys = [reportFront, chapterFront, pageFront].flatMap((schema) => Object.keys(schema.shape));
const firstKey = new RegExp(`^(?:${[...new Set(frontKeys)].join('|')})[ \\t]*[:：]`);

/** Keys at the top of a file that stand under no `---`, or under one that is none. */
function readWithoutOpening(source: SourceText): FrontMatter {
  const nothing: FrontMatter = { data: {}, places: {}, bodyStart: 0, problems: [] };
  const lines = source.text.split('\n', 200);
  const at = lines.findIndex((line) => line.trim() !== '');
  const top = lines[at] ?? '';
  const isRule = /^[ \t]*[-－—–─=]{2,}[ \t]*$/.test(top);
  const isKey = (line: string | undefined) => line !== undefined && firstKey.test(line.trim());
  if (!(isRule ? isKey(lines[at + 1]) : isKey(top))) return nothing;
  const first = isRule ? at + 1 : at;
  const end = lines.findIndex((line, index) => index > first && /^[ \t]*[-－—–─=]{2,}[ \t]*$/.test(line));
  const last = lines.findIndex((line, index) => index > first && line.trim() === '');
  const until = end > 0 ? end + 1 : last > 0 ? last : lines.length;
  const bodyStart = Math.min(source.text.length, lines.slice(0, until).join('\n').length + 1);
  const place = { file: source.file, line: at + 1, column: 1 };
  const written = isRule && top.trim() !== '---' ? top.trim() : '';
  const key = lines[first]!.trim().slice(0, 40);
  return {
    ...nothing,
    bodyStart,
    problems: [createProblem('front-matter-unopened', place, { key, written })],
  };
}

/** The text of a chapter came to stand between the `---` lines: behind an empty line begins what is no key. */
function endsEarly({ data, errors, source }: YamlText): boolean {
  if (errors.length === 0 && isMap(data)) return false;
  const empty = /\n[ \t]*\n+(?=(#{1,6}[ \t]|[^\s#:：-][^:：\n]*(?:\n|$)|<[A-Z]|\|))/.exec(source.text);
  if (!empty) return false;
  const above = parseYaml({ ...source, text: source.text.slice(0, empty.index) });
  return above.errors.length === 0 && isMap(above.data);
}

/** Without a sound end of the front matter, nothing can be said about the text: it is left out. */
function createEmptyFrontMatter(source: SourceText, problems: Problem[]): FrontMatter {
  const end = /\n---[^\n]*(?:\n|$)/.exec(source.text);
  const bodyStart = end ? end.index + end[0].length : source.text.length;
  return { data: {}, places: {}, bodyStart, problems };
}

function isMap(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function toMap(data: unknown): Record<string, unknown> {
  return isMap(data) ? data : {};
}

function collectPlaces(data: unknown, yaml: YamlText): Record<string, Place> {
  const places: Record<string, Place> = {};
  const visit = (value: unknown, path: PropertyKey[]): void => {
    if (path.length > 0) places[path.join('.')] = yaml.getKeyPlace(path);
    if (Array.isArray(value)) value.forEach((item, index) => void visit(item, [...path, index]));
    else if (isMap(value)) for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
  };
  visit(data, []);
  return places;
}
