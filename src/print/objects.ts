import type { BookFigure, BookTable, Picture } from '../report/book.ts';
import { type Code, call, text } from './code.ts';
import type { Desk } from './desk.ts';
import { drawingFile } from './drawings.ts';
import { longTable, printGrid, softened } from './grid.ts';
import { evened } from './prose.ts';

/** Nothing on an unknown id or one met before: settle has told it already. */
export function printFigure(desk: Desk, id: string): Code {
  const figure = desk.book.figures.find((one) => one.id === id);
  if (!figure) return '[]';
  const picture = figure.page ?? figure;
  const width = printedWidth(picture, figure.page ? room.turned : room.upright);
  const whole = drawing(desk, figure, picture, width, 'none');
  if (whole === undefined) return '[]';
  return figure.page ? call('turned', whole) : piece(desk, whole);
}

/** Two figures as narrow as a phone, on one ground line. */
export function printPair(desk: Desk, ids: readonly string[]): Code {
  const figures = ids.flatMap((id) => desk.book.figures.find((one) => one.id === id) ?? []);
  const height = Math.max(...figures.map(({ phone }) => (phone.height * room.half.width) / phone.width));
  const drawn = figures.map(
    (figure) => drawing(desk, figure, figure.phone, '100%', `${height.toFixed(1)}pt`) ?? '[]',
  );
  return piece(desk, call('pair', ...drawn));
}

function drawing(
  desk: Desk,
  figure: BookFigure,
  picture: Picture,
  width: Code,
  height: Code,
): Code | undefined {
  const mark = desk.marks.find({ chapter: figure.chapter, anchor: figure.id });
  if (!mark || !desk.first(mark)) return undefined;
  return call(
    'drawing',
    text(drawingFile(desk, picture)),
    desk.text(figure.alternative),
    width,
    height,
    desk.line(desk.words.figure(figure.number, figure.caption)),
    figure.finding ? desk.line(figure.finding) : 'none',
    text(mark),
  );
}

function piece(desk: Desk, whole: Code): Code {
  const { begin, end, floated } = desk.takeSpots();
  return call('piece', begin, end, String(floated), whole);
}

/** Points for a drawing on a page, on half its width, and on one that is turned, less its caption. */
const room = {
  upright: { width: 415, height: 610 },
  half: { width: 214 },
  turned: { width: 690, height: 375 },
};

/** As wide as there is room unless it is small, or would be higher than a page. */
function printedWidth({ width, height }: Picture, page: { width: number; height: number }): string {
  const wanted = width >= 420 ? page.width : width;
  return `${Math.min(wanted, (page.height * width) / height).toFixed(1)}pt`;
}

export function printTable(desk: Desk, id: string): Code {
  const table = desk.book.tables.find((one) => one.id === id);
  const mark = table && desk.marks.find({ chapter: table.chapter, anchor: id });
  if (!table || !mark || !desk.first(mark)) return '[]';
  const { code, turned } = dataGrid(desk, table, mark);
  const long = table.data.rows.length >= longTable.numbered;
  const whole = call(
    'numbered-table',
    desk.line(desk.words.table(table.number, table.caption)),
    text(mark),
    below(desk, table),
    String(long),
    code,
  );
  if (turned) return call(long ? 'sideways' : 'turned', whole);
  return long ? whole : piece(desk, whole);
}

function dataGrid(desk: Desk, { data, number }: BookTable, mark: string): { code: Code; turned: boolean } {
  const { words } = desk;
  const heads = data.columns.map(({ label, unit }) => (unit ? words.unit(label, unit) : label));
  const cell = (value: string, column: number): Code => {
    const empty = data.columns[column]?.align === 'right' ? words.emptyCell : '';
    return desk.text(softened(evened(value || empty)));
  };
  return printGrid({
    measured: heads.map((head, i) => [head, ...data.rows.map((row) => row[i] ?? '')]),
    align: data.columns.map(({ align }) => align),
    head: heads.map((head) => desk.line(head)),
    rows: data.rows.map((row) => row.map(cell)),
    continued: { text: desk.line(words.continued(number)), at: mark },
  });
}

/** 注：… with the number of rows left out. */
function below(desk: Desk, { note, total, data }: BookTable): Code {
  const { words } = desk;
  const sentences = [note, total > data.rows.length ? words.cut(data.rows.length, total) : ''].filter(
    Boolean,
  );
  if (sentences.length === 0) return 'none';
  return desk.line(`${words.note}${words.colon}${sentences.join(desk.book.language === 'zh' ? '' : ' ')}`);
}
