import type { BookFigure, BookTable, Picture } from '../../report/book.ts';
import { withShownUnits } from '../../report/tables/shown-units.ts';
import { allowBreaks, longTable, renderGrid } from '../layout/table-grid.ts';
import { normaliseSpaces } from '../normalise-spaces.ts';
import type { PrintContext } from '../print-context.ts';
import { type Code, quoteString, renderCall } from '../typst-code.ts';
import { addDrawingFile, addImageFile } from './image-files.ts';

/** Nothing on an unknown id or one met before: the problem is told where it is written. */
export function renderFigure(context: PrintContext, id: string): Code {
  const figure = context.findFigure(id);
  if (!figure) return '[]';
  const picture = figure.page ?? figure;
  const width = computePrintedWidth(picture, figure.page ? room.turned : room.upright);
  const whole = renderDrawing(context, figure, picture, width, 'none');
  if (whole === undefined) return '[]';
  return figure.page ? renderCall('turned', whole) : renderPiece(context, whole);
}

/** Two figures as narrow as a phone, on one ground line. */
export function renderPair(context: PrintContext, ids: readonly string[]): Code {
  const figures = ids.flatMap((id) => context.findFigure(id) ?? []);
  const height = Math.max(...figures.map(({ phone }) => (phone.height * room.half.width) / phone.width));
  const drawings = figures.map(
    (figure) => renderDrawing(context, figure, figure.phone, '100%', `${height.toFixed(1)}pt`) ?? '[]',
  );
  return renderPiece(context, renderCall('pair', ...drawings));
}

function renderDrawing(
  context: PrintContext,
  figure: BookFigure,
  picture: Picture,
  width: Code,
  height: Code,
): Code | undefined {
  const mark = context.anchors.findLabel({ chapter: figure.chapter, anchor: figure.id });
  if (!mark || !context.placeOnce(mark)) return undefined;
  return renderCall(
    'drawing',
    quoteString(addDrawingFile(context, picture)),
    context.quoteText(figure.alternative),
    width,
    height,
    context.quoteLine(context.words.figure(figure.number, figure.caption)),
    figure.finding ? context.quoteLine(figure.finding) : 'none',
    quoteString(mark),
  );
}

/** An image of the author, in natural size where it is small. */
export function renderPicture(context: PrintContext, id: string): Code {
  const picture = context.findPicture(id);
  const mark = picture && context.anchors.findLabel({ chapter: picture.chapter, anchor: id });
  if (!mark || !context.placeOnce(mark)) return '[]';
  const path = addImageFile(context, picture);
  const { images } = context.book;
  const size = Object.hasOwn(images, picture.src) ? images[picture.src] : undefined;
  if (!path || !size) return renderCall('par', context.quoteText(picture.caption));
  const drawing = renderCall(
    'drawing',
    quoteString(path),
    context.quoteText(picture.alternative),
    computePrintedWidth(size, room.photo),
    'none',
    context.quoteLine(context.words.figure(picture.number, picture.caption)),
    'none',
    quoteString(mark),
  );
  return renderPiece(context, drawing);
}

function renderPiece(context: PrintContext, whole: Code): Code {
  const { begin, end, floated } = context.takePositions();
  return renderCall('piece', begin, end, String(floated), whole);
}

/** Points for a drawing on a page, on half its width, and on one that is turned, less its caption. */
const room = {
  upright: { width: 415, height: 610 },
  /** A screenshot of a phone leaves room for text. */
  photo: { width: 415, height: 400 },
  half: { width: 214 },
  turned: { width: 690, height: 375 },
};

/** As wide as there is room unless it is small, or would be higher than a page. */
function computePrintedWidth(
  { width, height }: Pick<Picture, 'width' | 'height'>,
  page: { width: number; height: number },
): string {
  const wanted = width >= 420 ? page.width : width;
  return `${Math.min(wanted, (page.height * width) / height).toFixed(1)}pt`;
}

export function renderTable(context: PrintContext, id: string): Code {
  const table = context.findTable(id);
  const mark = table && context.anchors.findLabel({ chapter: table.chapter, anchor: id });
  if (!table || !mark || !context.placeOnce(mark)) return '[]';
  const { code, turned } = renderDataGrid(context, table, mark);
  const long = table.data.rows.length >= longTable.numbered;
  const whole = renderCall(
    'numbered-table',
    context.quoteLine(context.words.table(table.number, table.caption)),
    quoteString(mark),
    renderTableNote(context, table),
    String(long),
    code,
  );
  if (turned) return renderCall(long ? 'sideways' : 'turned', whole);
  return long ? whole : renderPiece(context, whole);
}

function renderDataGrid(
  context: PrintContext,
  { data: written, number }: BookTable,
  mark: string,
): { code: Code; turned: boolean } {
  const { words, book } = context;
  const data = withShownUnits(written, book.language);
  const heads = data.columns.map(({ label, unit }) => (unit ? words.unit(label, unit) : label));
  const renderDataCell = (value: string, column: number): Code => {
    const empty = data.columns[column]?.align === 'right' ? words.emptyCell : '';
    return context.quoteText(allowBreaks(normaliseSpaces(value || empty)));
  };
  return renderGrid({
    measured: heads.map((head, i) => [head, ...data.rows.map((row) => row[i] ?? '')]),
    align: data.columns.map(({ align }) => align),
    head: heads.map((head) => context.quoteLine(head)),
    rows: data.rows.map((row) => row.map(renderDataCell)),
    continued: { text: context.quoteLine(words.continued(number)), at: mark },
  });
}

/** 注：… with the number of rows left out. */
function renderTableNote(context: PrintContext, { note, total, data }: BookTable): Code {
  const { words } = context;
  const sentences = [note, total > data.rows.length ? words.cut(data.rows.length, total) : ''].filter(
    Boolean,
  );
  if (sentences.length === 0) return 'none';
  return context.quoteLine(
    `${words.note}${words.colon}${sentences.join(context.book.language === 'zh' ? '' : ' ')}`,
  );
}
