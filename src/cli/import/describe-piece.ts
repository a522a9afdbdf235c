import type { Cell, SourceTable } from '../../base/source-table.ts';
import { findKnownTable, knownTables } from '../../schema/tables/known-tables.ts';
import { matchKnownColumn } from '../../source/cells/column-headers.ts';
import { grouped } from '../../words/number-words.ts';
import type { Context } from '../command.ts';
import { formatCommandLine } from '../command-line.ts';
import type { ImportPiece } from './import-pieces.ts';
import { listColumnUnits } from './source-notes.ts';

/** What was recognised in a table and what becomes of it, line by line; nothing becomes of it when it is not `sound`. */
export function describePiece(piece: ImportPiece, sound: boolean, context: Context): string {
  const { words, language, terminal } = context;
  const { table, file, target } = piece;
  const { importing } = words;
  const from = file.typed + (table.sheet ? `!${table.sheet}` : '');
  const { content } = table;
  const head = terminal.colours.bold(importing.arrow(from, target));
  if (content.kind !== 'rows')
    return [head, importing.copied(formatCommandLine(context, 'check', context.report ?? ''))].join('\n  ');
  const size = importing.size(grouped.format(content.rows.length), table.columns.length);
  if (piece.isMap) return [head, size, importing.map].join('\n  ');
  const schema = table.known ? findKnownTable(table.name)?.schema : undefined;
  const who =
    schema && piece.recognisedBy
      ? [importing.recognised(schema.title[language], table.name, importing.by[piece.recognisedBy])]
      : [importing.free(table.name), ...describeNearestTable(table, words, language)];
  const encoding =
    table.encoding && !/^utf-?8$/i.test(table.encoding)
      ? [importing.encoding(table.encoding.toUpperCase())]
      : [];
  const units = listColumnUnits(table);
  const changes = (sound ? findRewrittenColumns(table) : []).map(({ name, count, from, to }) =>
    importing.rewritten(name, grouped.format(count), from, to),
  );
  return [
    head,
    size,
    ...who,
    ...encoding,
    ...describeColumns(table, words),
    ...changes,
    ...(units.length > 0 ? [importing.units(units.map((pair) => pair.join(' ')).join('、'))] : []),
  ].join('\n  ');
}

function describeColumns(
  { name: table, columns, known }: SourceTable,
  { importing }: Context['words'],
): string[] {
  const renamed = columns.filter(({ header, name }) => header !== name);
  const schema = known ? findKnownTable(table)?.schema.columns : undefined;
  const kept = schema ? columns.filter(({ header, name }) => header === name && !schema[name]) : [];
  const pairs = renamed.map(({ header, name }) => importing.arrow(header, name)).join('、');
  return [
    ...(renamed.length > 0 ? [importing.renamed(pairs)] : []),
    ...(kept.length > 0 ? [importing.kept(kept.map(({ name }) => name).join('、'))] : []),
  ];
}

interface RewrittenColumn {
  name: string;
  count: number;
  from: string;
  to: string;
}

/** Cells that are written otherwise than the file wrote them, by column. */
function findRewrittenColumns({ columns, content }: SourceTable): RewrittenColumn[] {
  if (content.kind !== 'rows' || !content.getWrittenCell) return [];
  const { rows, getWrittenCell } = content;
  return columns.flatMap(({ name }, column) => {
    const changed = rows.flatMap((row, at) => {
      const before = String(getWrittenCell(at, column) ?? '');
      return before === toCellText(row[column]) ? [] : [{ before, after: toCellText(row[column]) }];
    });
    const [first] = changed;
    return first ? [{ name, count: changed.length, from: first.before, to: first.after || '—' }] : [];
  });
}

function toCellText(cell: Cell | undefined): string {
  return String(cell ?? '');
}

/** The known table that most of the headers could be of, when it is at least half of them. */
function describeNearestTable(
  { columns }: SourceTable,
  { importing }: Context['words'],
  language: Context['language'],
): string[] {
  const scored = Object.entries(knownTables).map(([name, schema]) => {
    const meant = new Set(columns.flatMap(({ header }) => matchKnownColumn(schema, header) ?? []));
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
