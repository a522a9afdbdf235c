import type { Cell, SourceTable } from '../base/source-table.ts';
import { knownTable, knownTables } from '../schema/tables/registry.ts';
import { meantColumn } from '../source/columns.ts';
import { grouped } from '../words/count.ts';
import type { Context } from './command.ts';
import { unitsOf } from './import-notes.ts';
import type { Piece } from './import-read.ts';

/** What was recognised in a table and what becomes of it, line by line; nothing becomes of it when it is not `sound`. */
export function tellPiece(piece: Piece, sound: boolean, { words, language, terminal }: Context): string {
  const { table, file, target } = piece;
  const { importing } = words;
  const from = file.typed + (table.sheet ? `!${table.sheet}` : '');
  const { content } = table;
  const head = terminal.colours.bold(importing.arrow(from, target));
  if (content.kind !== 'rows') return [head, importing.copied].join('\n  ');
  const size = importing.size(grouped.format(content.rows.length), table.columns.length);
  if (piece.isMap) return [head, size, importing.map].join('\n  ');
  const schema = table.known ? knownTable(table.name)?.schema : undefined;
  const who =
    schema && piece.by
      ? [importing.recognised(schema.title[language], table.name, importing.by[piece.by])]
      : [importing.free(table.name), ...nearestTable(table, words, language)];
  const encoding =
    table.encoding && !/^utf-?8$/i.test(table.encoding)
      ? [importing.encoding(table.encoding.toUpperCase())]
      : [];
  const units = unitsOf(table);
  const changes = (sound ? rewritten(table) : []).map(({ name, count, from, to }) =>
    importing.rewritten(name, grouped.format(count), from, to),
  );
  return [
    head,
    size,
    ...who,
    ...encoding,
    ...columnLines(table, words),
    ...changes,
    ...(units.length > 0 ? [importing.units(units.map((pair) => pair.join(' ')).join('、'))] : []),
  ].join('\n  ');
}

function columnLines(
  { name: table, columns, known }: SourceTable,
  { importing }: Context['words'],
): string[] {
  const renamed = columns.filter(({ header, name }) => header !== name);
  const schema = known ? knownTable(table)?.schema.columns : undefined;
  const kept = schema ? columns.filter(({ header, name }) => header === name && !schema[name]) : [];
  const pairs = renamed.map(({ header, name }) => importing.arrow(header, name)).join('、');
  return [
    ...(renamed.length > 0 ? [importing.renamed(pairs)] : []),
    ...(kept.length > 0 ? [importing.kept(kept.map(({ name }) => name).join('、'))] : []),
  ];
}

interface Rewritten {
  name: string;
  count: number;
  from: string;
  to: string;
}

/** Cells that are written otherwise than the file wrote them, by column. */
export function rewritten({ columns, content }: SourceTable): Rewritten[] {
  if (content.kind !== 'rows' || !content.writtenOf) return [];
  const { rows, writtenOf } = content;
  return columns.flatMap(({ name }, column) => {
    const changed = rows.flatMap((row, at) => {
      const before = String(writtenOf(at, column) ?? '');
      return before === textOf(row[column]) ? [] : [{ before, after: textOf(row[column]) }];
    });
    const [first] = changed;
    return first ? [{ name, count: changed.length, from: first.before, to: first.after || '—' }] : [];
  });
}

function textOf(cell: Cell | undefined): string {
  return String(cell ?? '');
}

/** The known table that most of the headers could be of, when it is at least half of them. */
function nearestTable(
  { columns }: SourceTable,
  { importing }: Context['words'],
  language: Context['language'],
): string[] {
  const scored = Object.entries(knownTables).map(([name, schema]) => {
    const meant = new Set(columns.flatMap(({ header }) => meantColumn(schema, header) ?? []));
    const missing = Object.keys(schema.columns).filter(
      (one) => schema.columns[one]?.required && !meant.has(one),
    );
    return { name, schema, missing, known: meant.size };
  });
  const best = scored.reduce((a, b) => (b.known - b.missing.length > a.known - a.missing.length ? b : a));
  if (best.known < 2 || best.known * 2 < columns.length) return [];
  const labels = best.missing.map((one) => best.schema.columns[one]?.label[language] ?? one);
  return [importing.nearest(best.schema.title[language], best.name, labels.join('、'))];
}
