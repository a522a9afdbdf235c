import temml from 'temml';
import type { Language } from '../base/language.ts';
import type { EngineTable } from '../data/engine.ts';
import { escapeTexText } from '../metrics/formula-syntax.ts';
import type { FormulaText } from '../metrics/metric.ts';

/** TeX as MathML, or undefined where it cannot be set. */
export function renderMathml(tex: string): string | undefined {
  try {
    return temml.renderToString(tex, { throwOnError: true, displayMode: true });
  } catch {
    return undefined;
  }
}

/** `消费 ÷ 转化数`, `(收入 − 成本) ÷ 成本 × 100%`. */
export function formatMetricFormula(
  { numerator, denominator, times }: FormulaText,
  language: Language,
): string {
  if (!denominator) return numerator[language];
  const top = / [−+] /.test(numerator[language]) ? `(${numerator[language]})` : numerator[language];
  const factor = times ? ` × ${times === '1000' ? '1,000' : times}` : '';
  return `${top} ÷ ${denominator[language]}${factor}`;
}

export function renderMetricTex(
  name: string,
  { numerator, denominator, times, tex }: FormulaText,
  language: Language,
): string {
  if (tex !== undefined) return `${escapeTexText(name)} = ${tex}`;
  const top = escapeTexText(numerator[language]);
  if (!denominator) return `${escapeTexText(name)} = ${top}`;
  const factor = times ? ` \\times ${times.replace('%', '\\%')}` : '';
  return `${escapeTexText(name)} = \\frac{${top}}{${escapeTexText(denominator[language])}}${factor}`;
}

/** The tables a piece of SQL names, in order of name; texts and comments are passed over. */
export function findSqlTables(sql: string, tables: readonly EngineTable[]): EngineTable[] {
  const bare = sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, ' ');
  const quoted = [...bare.matchAll(/"((?:[^"]|"")*)"/g)].map((match) => match[1]!.replaceAll('""', '"'));
  const words = bare.replace(/"(?:[^"]|"")*"/g, ' ').match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  const named = new Set([...quoted, ...words].map(normaliseName));
  return tables.filter((table) => named.has(normaliseName(table.name)));
}

/** `online-retail` and `Online_Retail` are one name. */
function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}_]/gu, '_');
}

export function listFiles(tables: readonly EngineTable[]): { path: string; sha256: string }[] {
  const files = new Map(tables.map((table) => [table.file, table.sha256]));
  return [...files].map(([path, sha256]) => ({ path, sha256 }));
}
