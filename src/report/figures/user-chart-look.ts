/** What a team's own specification takes from the registry: names of codes in its rows, and the colours of names. */
import type { Cell } from '../../base/source-table.ts';
import { pickShade, resolveSeriesStyles } from '../../charts/series-styles.ts';
import { getColour } from '../../charts/theme.ts';
import { isRecord } from '../../charts/user-specs/json-schema.ts';
import type { FigureRegistry } from '../registry/figure-look.ts';
import { createNamer } from '../registry/name-members.ts';
import type { ReportRegistry } from '../registry/report-registry.ts';
import type { NamedRows } from './chart-data.ts';

/** Texts by their names; those that the specification itself writes, in a filter or a domain, have to stay what they are. */
export function nameUserRows(
  tables: readonly NamedRows[],
  spec: Record<string, unknown>,
  { registry }: FigureRegistry,
): NamedRows[] {
  if (!registry) return [...tables];
  const written = JSON.stringify(spec);
  const isWritten = (text: string) => written.includes(JSON.stringify(text).slice(1, -1));
  return tables.map((table) => {
    const namers = table.columns
      .filter(({ type }) => type === 'text')
      .map(({ name }) => [name, createColumnNamer(table.rows, name, registry, isWritten)] as const);
    const nameRow = (row: Record<string, unknown>) => ({
      ...row,
      ...Object.fromEntries(namers.map(([name, namer]) => [name, namer(row[name])])),
    });
    return { ...table, rows: table.rows.map(nameRow) };
  });
}

function createColumnNamer(
  rows: readonly Record<string, unknown>[],
  column: string,
  registry: ReportRegistry,
  isWritten: (text: string) => boolean,
) {
  const texts = [...new Set(rows.map((row) => row[column]).filter((cell) => typeof cell === 'string'))];
  const name = createNamer(texts, column, registry);
  const named = new Map(texts.map((text) => [text, isWritten(text) ? text : name(text)]));
  return (cell: unknown) => (typeof cell === 'string' ? (named.get(cell) ?? cell) : cell);
}

const paintChannels = new Set(['color', 'fill', 'stroke']);

/** Colours of names where the specification leaves them open: as in the rest of the report; steps of an order from light to dark. */
export function withNameColours<T>(node: T, tables: readonly NamedRows[], look: FigureRegistry): T {
  if (Array.isArray(node)) return node.map((item) => withNameColours(item, tables, look)) as T;
  if (!isRecord(node)) return node;
  const entries = Object.entries(node).map(([key, value]) => {
    if (!paintChannels.has(key) || !isRecord(value)) return [key, withNameColours(value, tables, look)];
    return [key, colourChannel(value, tables, look)];
  });
  return Object.fromEntries(entries) as T;
}

function colourChannel(
  channel: Record<string, unknown>,
  tables: readonly NamedRows[],
  { registry, colours = new Map() }: FigureRegistry,
): Record<string, unknown> {
  const { field, type = 'nominal', scale = {} } = channel;
  if (!registry || typeof field !== 'string' || (type !== 'nominal' && type !== 'ordinal')) return channel;
  if (!isRecord(scale) || ['range', 'scheme', 'domain'].some((key) => key in scale)) return channel;
  const names = listNames(tables, field);
  if (names.length < 2) return channel;
  if (type === 'ordinal' || registry.getScale(names, field) === 'order') {
    const steps = names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    const range = steps.map((_, i) => getColour(pickShade(i, steps.length)));
    return { ...channel, scale: { ...scale, domain: steps, range } };
  }
  const styles = resolveSeriesStyles(
    names.map((name) => [name]),
    { colours: Object.fromEntries(colours) },
  );
  const range = styles.map(({ paint }) => getColour(paint));
  return { ...channel, scale: { ...scale, domain: names, range } };
}

/** Members of a column of texts that rows have, in their order; none of what Vega-Lite computes. */
function listNames(tables: readonly NamedRows[], field: string): string[] {
  const cells = tables
    .filter(({ columns }) => columns.some(({ name, type }) => name === field && type === 'text'))
    .flatMap(({ rows }) => rows.map((row) => row[field] as Cell));
  return [...new Set(cells.filter((cell) => typeof cell === 'string'))];
}
