import matter from 'gray-matter';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { SourceText } from '../base/source-text.ts';
import { parseYaml, type YamlText } from '../base/yaml-text.ts';
import { createProblem } from '../problems/catalog.ts';
import { collectSyntaxProblems } from '../problems/schema-problems.ts';

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
  if (!opening) return { data: {}, places: {}, bodyStart: 0, problems: [] };
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
  const problems = collectSyntaxProblems(yaml);
  if (problems.length === 0 && !isMap(yaml.data)) {
    problems.push(createProblem('front-matter-shape', { file: source.file, line: 2, column: 1 }, {}));
  }
  return { data: parsed.data, places: collectPlaces(parsed.data, yaml), bodyStart, problems };
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
