import type { ListItem } from '../base/tree.ts';
import type { BlockTag, BookBlock, InlineTag, NoteKind, Tile } from '../report/book.ts';
import { type Code, call, joined, label, list, named, text } from './code.ts';
import type { Desk } from './desk.ts';
import { longTable, printGrid } from './grid.ts';
import { imageFile } from './images.ts';
import { formula, printInlines } from './inline.ts';
import { printFigure, printPair, printTable } from './objects.ts';
import type { Unit } from './units.ts';

type Of<T extends BookBlock['type']> = Extract<BookBlock, { type: T }>;
type Notes = Map<string, Code>;

/** Units whose edges are marked, for placing figures. */
const marked = new Set<Unit['type']>(['paragraph', 'figure', 'table', 'pair']);

export function printUnit(desk: Desk, unit: Unit, notes: Notes): Code {
  if (!marked.has(unit.type)) desk.spots = undefined;
  return unit.type === 'pair' ? printPair(desk, unit.ids) : printBlock(desk, unit, notes);
}

/** Prints blocks in order. `notes`: the footnotes of the chapter, by id. */
export function printBlocks(desk: Desk, blocks: BookBlock[], notes: Notes = new Map()): Code {
  return joined(blocks.map((block) => printBlock(desk, block, notes)));
}

function printBlock(desk: Desk, block: BookBlock, notes: Notes): Code {
  switch (block.type) {
    case 'heading':
      return heading(desk, block, notes);
    case 'paragraph':
      return paragraph(desk, block, notes);
    case 'list':
      return itemList(desk, block, notes);
    case 'quote':
      return call('said', printBlocks(desk, block.children, notes));
    case 'codeBlock':
      return call('code', desk.verbatim(block.value));
    case 'mathBlock':
      return formula(desk, block, true);
    case 'grid':
      return typedGrid(desk, block, notes);
    case 'rule':
      return 'divider()';
    case 'figure':
      return printFigure(desk, block.id);
    case 'table':
      return printTable(desk, block.id);
    case 'kpis':
      return printTiles(desk, block.tiles);
    case 'note':
      return callout(desk, block, notes);
  }
}

function heading(desk: Desk, block: Of<'heading'>, notes: Notes): Code {
  desk.at(block.place);
  const mark = desk.marks.find({ chapter: desk.chapter, anchor: block.id });
  if (mark) desk.section = mark;
  const body = printInlines(desk, block.children, notes);
  const title = block.number ? joined([text(desk.words.section(block.number, '')), body]) : body;
  return `[#heading(level: ${block.depth}, ${title})${mark ? `#${label(mark)}` : ''}]`;
}

/** A paragraph that is one image only becomes a picture of its own. */
function paragraph(desk: Desk, block: Of<'paragraph'>, notes: Notes): Code {
  const [only] = block.children;
  if (block.children.length === 1 && only?.type === 'image') {
    const path = imageFile(desk, only);
    return path ? call('shot', text(path), desk.text(only.alt)) : call('par', desk.text(only.alt));
  }
  const { begin, end } = desk.takeSpots();
  return call('par', joined([begin, printInlines(desk, block.children, notes), end]));
}

function itemList(desk: Desk, block: Of<'list'>, notes: Notes): Code {
  const bodies = block.items.map((item) => itemBody(desk, item, notes));
  if (block.items.some((item) => item.checked !== undefined))
    return call('tasks', ...bodies.map((body, i) => list([String(block.items[i]!.checked === true), body])));
  return block.ordered ? call('enum', named('start', block.start), ...bodies) : call('list', ...bodies);
}

/** Content of a list item or footnote: its first paragraph stands beside the marker. */
export function itemBody(desk: Desk, item: ListItem<InlineTag, BlockTag>, notes: Notes = new Map()): Code {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return printBlocks(desk, item.children, notes);
  return joined([
    printInlines(desk, first.children, notes),
    ...rest.map((child) => printBlock(desk, child, notes)),
  ]);
}

const plain = (cell: Of<'grid'>['header'][number]): string =>
  cell
    .map((one) =>
      'value' in one ? one.value : 'text' in one ? one.text : 'children' in one ? plain(one.children) : '',
    )
    .join('');

function typedGrid(desk: Desk, block: Of<'grid'>, notes: Notes): Code {
  const cell = (inlines: Of<'grid'>['header'][number]): Code => printInlines(desk, inlines, notes);
  const { code, turned } = printGrid({
    measured: block.header.map((head, i) => [head, ...block.rows.map((row) => row[i] ?? [])].map(plain)),
    align: block.align,
    head: block.header.map(cell),
    rows: block.rows.map((row) => row.map(cell)),
  });
  return call(turned ? 'sideways' : 'plain-table', code, named('long', block.rows.length >= longTable.plain));
}

function callout(desk: Desk, block: Of<'note'>, notes: Notes): Code {
  const kind: NoteKind = block.kind;
  return call('callout', text(kind), text(desk.words.notes[kind]), printBlocks(desk, block.children, notes));
}

/** Tiles in rows of up to four; one alone takes a third of the line. */
export function printTiles(desk: Desk, tiles: Tile[]): Code {
  if (tiles.length === 0) return '[]';
  const rows = Math.ceil(tiles.length / 4);
  const count = tiles.length === 1 ? 3 : Math.ceil(tiles.length / rows);
  return call('tiles', String(count), list(tiles.map((tile) => printTile(desk, tile))));
}

function printTile(desk: Desk, tile: Tile): Code {
  const { target, attainment } = desk.words;
  const beside = [
    ...(tile.target ? [`${target} ${tile.target}`] : []),
    ...(tile.attainment ? [`${attainment} ${tile.attainment.text}`] : []),
  ];
  const runs = tile.spark.split(';').filter(Boolean);
  return call(
    'tile',
    desk.line(tile.label),
    desk.line(tile.text),
    list(beside.map((fact) => desk.line(fact))),
    list(runs.map((run) => list(run.split(' ').map(point)))),
  );
}

/** A point of the 100 × 28 box as shares of the tile's width and of 14 pt. */
function point(pair: string): Code {
  const [x = 0, y = 0] = pair.split(',').map(Number);
  return `(${x.toFixed(2)}%, ${(y / 2).toFixed(2)}pt)`;
}
