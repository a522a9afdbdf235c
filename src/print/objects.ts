import type { BookTable, Picture } from '../report/book.ts';
import { type Code, call, text } from './code.ts';
import type { Desk } from './desk.ts';
import { drawingFile } from './drawings.ts';
import { longTable, printGrid, softened } from './grid.ts';
import { evened } from './prose.ts';

/** Nothing on an unknown id or one met before: settle has told it already. */
export function printFigure(desk: Desk, id: string): Code {
  const figure = desk.book.figures.find((one) => one.id === id);
  const mark = figure && desk.marks.find({ chapter: figure.chapter, anchor: id });
  if (!figure || !mark || !desk.first(mark)) return '[]';
  const { begin, end } = desk.takeSpots();
  const picture = figure.page ?? figure;
  const turned = figure.page !== undefined;
  const whole = call(
    'drawing',
    text(drawingFile(desk, picture)),
    desk.text(figure.alternative),
    printedWidth(picture, turned ? room.turned : room.upright),
    desk.line(desk.words.figure(figure.number, figure.caption)),
    figure.finding ? desk.line(figure.finding) : 'none',
    text(mark),
    turned ? 'none' : begin,
    turned ? 'none' : end,
  );
  return turned ? call('turned', whole) : whole;
}

/** Points for a drawing on a page and on one that is turned, less its caption. */
const room = { upright: { width: 439, height: 610 }, turned: { width: 690, height: 375 } };

/** As wide as the text unless it is small, or would be higher than a page. */
function printedWidth({ width, height }: Picture, page: { width: number; height: number }): string {
  const wanted = width >= 420 ? page.width : width;
  const fitting = Math.min(wanted, (page.height * width) / height);
  return fitting === page.width ? '100%' : `${fitting.toFixed(1)}pt`;
}

export function printTable(desk: Desk, id: string): Code {
  const table = desk.book.tables.find((one) => one.id === id);
  const mark = table && desk.marks.find({ chapter: table.chapter, anchor: id });
  if (!table || !mark || !desk.first(mark)) return '[]';
  const { code, turned } = dataGrid(desk, table, mark);
  const { begin, end } = desk.takeSpots();
  const long = table.data.rows.length >= longTable;
  const whole = call(
    'numbered-table',
    desk.line(desk.words.table(table.number, table.caption)),
    text(mark),
    below(desk, table),
    String(long),
    long ? 'none' : begin,
    long ? 'none' : end,
    code,
  );
  return turned ? call('sideways', whole) : whole;
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
