/** From words to entries of metrics.yaml: questions, metrics and steps that have to do with them, the likeliest first. */
import type { Language } from '../../base/language.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import { metrics } from '../../metrics/library.ts';
import { questions } from './questions.ts';
import { expandWords, scoreText } from './word-scores.ts';

/** A table of the report, as far as an entry needs to know it. */
export interface AskedTable {
  name: string;
  columns: readonly { name: string; type: string }[];
}

export interface FoundEntry {
  /** A question, or a metric of the library. */
  kind: 'question' | 'metric';
  name: string;
  /** Of a metric: what it is. */
  about: string;
  /** What stands behind the name in metrics.yaml. */
  entry: string;
  /** Tables that it needs and the report has not. */
  missing: string[];
}

/** More than these are read by nobody. */
const most = { question: 5, metric: 4 } as const;

/** Empty where nothing has to do with the words. Without tables nothing is said to be missing. */
export function findEntries(
  asked: string,
  language: Language,
  tables: readonly AskedTable[] | undefined,
): FoundEntry[] {
  const words = expandWords(asked);
  const rank = <T>(all: readonly T[], toTexts: (one: T) => string[], count: number) =>
    all
      .map((one, at) => ({ one, at, score: scoreText(words, toTexts(one)) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, count);
  const asQuestions = rank(
    questions,
    ({ zh, en, words: more = '' }) => [`${zh} ${en}`, more],
    most.question,
  ).map(({ one: { zh, en, entry }, score }) => {
    const missing = listMissing(entry, tables);
    const name = language === 'zh' ? zh : en;
    return { score, found: { kind: 'question' as const, name, about: '', entry, missing } };
  });
  const asMetrics = rank(
    Object.values<AnyMetric>(metrics),
    ({ id, names, definition }) => [`${names.zh} ${names.en} ${id}`, `${definition.zh} ${definition.en}`],
    most.metric,
  ).map(({ one, score }) => ({ score, found: toMetricEntry(one, language, tables) }));
  const isLacking = ({ found }: { found: FoundEntry }) => Number(found.missing.length > 0);
  const both: { score: number; found: FoundEntry }[] = [...asQuestions, ...asMetrics];
  // What can be pasted as it stands comes first.
  return both.sort((a, b) => isLacking(a) - isLacking(b) || b.score - a.score).map(({ found }) => found);
}

function toMetricEntry(
  metric: AnyMetric,
  language: Language,
  tables: readonly AskedTable[] | undefined,
): FoundEntry {
  const { names, definition, example, table } = metric;
  const entry = table === '' ? fillAnyTable(example.yaml, metric, tables ?? []) : example.yaml;
  const named = /\bfrom: (\p{L}[\p{L}\p{N}_]*)/u.exec(entry) ? entry : `${entry} from: ${table}`;
  return {
    kind: 'metric',
    name: names[language],
    about: `${metric.id}: ${definition[language]}`,
    entry,
    missing: listMissing(named, tables),
  };
}

/** The example of a metric of any rows, over a table of the report that has numbers. */
function fillAnyTable(yaml: string, { columns }: AnyMetric, tables: readonly AskedTable[]): string {
  const isNumber = ({ type }: { type: string }) => type === 'number' || type === 'integer';
  const table = tables.find((one) => one.columns.some(isNumber));
  const column = table?.columns.find(isNumber);
  // Columns that an example names are those of its own table.
  if (!table || !column || /with:|of:|column:|where:/.test(yaml)) return yaml;
  const measured = columns.column ? `, column: ${column.name}` : '';
  return yaml.replace(/from: [\p{L}\p{N}_]+/u, `from: ${table.name}${measured}`);
}

function listMissing(entry: string, tables: readonly AskedTable[] | undefined): string[] {
  if (!tables) return [];
  const names = [...entry.matchAll(/\bfrom: ([\p{L}_][\p{L}\p{N}_]*)/gu)].map(([, name = '']) => name);
  // Numbers and names in quotes are no tables.
  const joined = [...entry.replace(/'[^']*'/g, '').matchAll(/\b([a-z_]+)\.[a-z_]+\b/g)].map(
    ([, name = '']) => name,
  );
  const known = new Set(tables.map(({ name }) => name));
  return [...new Set([...names, ...joined])].filter((name) => !known.has(name));
}
