import type { ListItem } from '../../base/chapter-tree.ts';
import { toPlainText } from '../../markdown/plain-text.ts';
import type {
  BlockTag,
  BookBlock,
  Conclusion,
  InlineTag,
  NoteKind,
  Passage,
  Tile,
} from '../../report/book.ts';
import type { LayoutUnit } from '../layout/layout-units.ts';
import { longTable, renderGrid } from '../layout/table-grid.ts';
import type { PrintContext } from '../print-context.ts';
import {
  type Code,
  joinContent,
  quoteString,
  renderArray,
  renderCall,
  renderLabel,
  renderNamed,
} from '../typst-code.ts';
import { renderEquation, renderInlines } from './inline-content.ts';
import { renderFigure, renderPair, renderPicture, renderTable } from './numbered-content.ts';

type BlockNode<T extends BookBlock['type']> = Extract<BookBlock, { type: T }>;
type Notes = Map<string, Code>;

/** Units whose edges are marked, for placing figures. */
const positionedTypes = new Set<LayoutUnit['type']>(['paragraph', 'figure', 'picture', 'table', 'pair']);

export function renderUnit(context: PrintContext, unit: LayoutUnit, notes: Notes): Code {
  if (!positionedTypes.has(unit.type)) context.positions = undefined;
  return unit.type === 'pair' ? renderPair(context, unit.ids) : renderBlock(context, unit, notes);
}

/** Prints blocks in order. `notes`: the footnotes of the chapter, by id. */
export function renderBlocks(context: PrintContext, blocks: BookBlock[], notes: Notes = new Map()): Code {
  return joinContent(blocks.map((block) => renderBlock(context, block, notes)));
}

function renderBlock(context: PrintContext, block: BookBlock, notes: Notes): Code {
  switch (block.type) {
    case 'heading':
      return renderHeading(context, block, notes);
    case 'paragraph':
      return renderParagraph(context, block, notes);
    case 'list':
      return renderList(context, block, notes);
    case 'quote':
      return renderCall('said', renderBlocks(context, block.children, notes));
    case 'codeBlock':
      return renderCall('code', context.quoteVerbatim(block.value));
    case 'mathBlock':
      return renderEquation(context, block, true);
    case 'grid':
      return renderTypedGrid(context, block, notes);
    case 'rule':
      return 'divider()';
    case 'figure':
      return renderFigure(context, block.id);
    case 'picture':
      return renderPicture(context, block.id);
    case 'table':
      return renderTable(context, block.id);
    case 'kpis':
      return renderTiles(context, block.tiles);
    case 'conclusions':
      return renderConclusions(context, block.items);
    case 'note':
      return renderCallout(context, block, notes);
  }
}

function renderHeading(context: PrintContext, block: BlockNode<'heading'>, notes: Notes): Code {
  context.setPlace(block.place);
  const mark = context.anchors.findLabel({ chapter: context.chapter, anchor: block.id });
  if (mark) context.section = mark;
  const body = renderInlines(context, block.children, notes);
  const title = block.number
    ? joinContent([quoteString(context.words.section(block.number, '')), body])
    : body;
  return `[#heading(level: ${block.depth}, ${title})${mark ? `#${renderLabel(mark)}` : ''}]`;
}

function renderParagraph(context: PrintContext, block: BlockNode<'paragraph'>, notes: Notes): Code {
  const { begin, end } = context.takePositions();
  return renderCall('par', joinContent([begin, renderInlines(context, block.children, notes), end]));
}

function renderList(context: PrintContext, block: BlockNode<'list'>, notes: Notes): Code {
  const bodies = block.items.map((item) => renderItemBody(context, item, notes));
  if (block.items.some((item) => item.checked !== undefined))
    return renderCall(
      'tasks',
      ...bodies.map((body, i) => renderArray([String(block.items[i]!.checked === true), body])),
    );
  return block.ordered
    ? renderCall('enum', renderNamed('start', block.start), ...bodies)
    : renderCall('list', ...bodies);
}

/** Content of a list item or footnote: its first paragraph stands beside the marker. */
export function renderItemBody(
  context: PrintContext,
  item: ListItem<InlineTag, BlockTag>,
  notes: Notes = new Map(),
): Code {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return renderBlocks(context, item.children, notes);
  return joinContent([
    renderInlines(context, first.children, notes),
    ...rest.map((child) => renderBlock(context, child, notes)),
  ]);
}

/** The footnotes of a text, by id. */
export function renderNotes(context: PrintContext, footnotes: Passage['footnotes']): Notes {
  return new Map(footnotes.map((note) => [note.id, renderItemBody(context, note)]));
}

const getCellText = (cell: BlockNode<'grid'>['header'][number]): string =>
  toPlainText<InlineTag, never>(cell, ({ text }) => text);

function renderTypedGrid(context: PrintContext, block: BlockNode<'grid'>, notes: Notes): Code {
  const renderTypedCell = (inlines: BlockNode<'grid'>['header'][number]): Code =>
    renderInlines(context, inlines, notes);
  const { code, turned } = renderGrid({
    measured: block.header.map((head, i) =>
      [head, ...block.rows.map((row) => row[i] ?? [])].map(getCellText),
    ),
    align: block.align,
    head: block.header.map(renderTypedCell),
    rows: block.rows.map((row) => row.map(renderTypedCell)),
  });
  return renderCall(
    turned ? 'sideways' : 'plain-table',
    code,
    renderNamed('long', block.rows.length >= longTable.plain),
  );
}

function renderCallout(context: PrintContext, block: BlockNode<'note'>, notes: Notes): Code {
  const kind: NoteKind = block.kind;
  const name = context.words.notes[kind];
  return renderCall(
    'callout',
    quoteString(kind),
    context.quoteText(block.title ? `${name}${context.words.colon}${block.title}` : name),
    renderBlocks(context, block.children, notes),
  );
}

/** What the chapter comes to; a figure is named with its page. */
function renderConclusions(context: PrintContext, items: readonly Conclusion[]): Code {
  if (items.length === 0) return '[]';
  const bodies = items.map(({ text, label, target }) => {
    const mark = context.anchors.findLabel(target);
    const way = mark
      ? [quoteString(' '), renderCall('jump', quoteString(mark), context.quoteText(label))]
      : [];
    return joinContent([context.quoteText(text), ...way]);
  });
  return renderCall('conclusions', context.quoteText(context.words.conclusions), ...bodies);
}

/** Tiles in rows of up to four; one alone takes a third of the line. */
export function renderTiles(context: PrintContext, tiles: Tile[]): Code {
  if (tiles.length === 0) return '[]';
  const rows = Math.ceil(tiles.length / 4);
  const count = tiles.length === 1 ? 3 : Math.ceil(tiles.length / rows);
  return renderCall('tiles', String(count), renderArray(tiles.map((tile) => renderTile(context, tile))));
}

function renderTile(context: PrintContext, tile: Tile): Code {
  const { target, attainment } = context.words;
  const facts = [
    ...(tile.target ? [`${target} ${tile.target}`] : []),
    ...(tile.attainment ? [`${attainment} ${tile.attainment.text}`] : []),
  ];
  const runs = tile.spark.split(';').filter(Boolean);
  return renderCall(
    'tile',
    context.quoteLine(tile.label),
    context.quoteLine(tile.text),
    renderArray(facts.map((fact) => context.quoteLine(fact))),
    renderArray(runs.map((run) => renderArray(run.split(' ').map(renderPoint)))),
  );
}

/** A point of the 100 × 28 box as shares of the tile's width and of 14 pt. */
function renderPoint(pair: string): Code {
  const [x = 0, y = 0] = pair.split(',').map(Number);
  return `(${x.toFixed(2)}%, ${(y / 2).toFixed(2)}pt)`;
}
