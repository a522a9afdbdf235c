import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { BlockUse } from '../markdown/uses.ts';
import type { BookFigure, BookTable } from './book.ts';
import { type FigureContext, settleFigures } from './figures.ts';
import type { Ledger } from './ledger.ts';
import type { Manuscript } from './manuscript.ts';
import type { Numbering } from './numbering.ts';
import { settleTable, type TableContext } from './tables.ts';

export interface SettledObjects {
  figures: Omit<BookFigure, 'cited'>[];
  tables: BookTable[];
  problems: Problem[];
}

/** Draws the figures and fills the tables of a report, numbered as the text goes. */
export async function settleObjects(
  manuscript: Manuscript,
  numbering: Numbering,
  context: FigureContext & TableContext,
): Promise<SettledObjects> {
  const uses = [manuscript.abstract, ...manuscript.chapters]
    .flatMap((chapter) => chapter.uses)
    .filter((use): use is BlockUse => use.type === 'block-tag');
  const drawn = uses.filter((use) => use.name === 'Figure' || use.name === 'Chart');
  const { figures, problems } = await settleFigures(drawn, context);
  const settled: SettledObjects = { figures: [], tables: [], problems: [...problems] };
  for (const [index, use] of drawn.entries()) {
    const figure = figures[index];
    const part = numbering.idOf.get(use);
    if (!figure || !part) continue;
    settled.figures.push({
      ...figure,
      id: part.id,
      number: part.number,
      chapter: part.target.chapter,
      ...placesOf(use, part.place),
    });
  }
  for (const use of uses.filter((one) => one.name === 'Table')) {
    const { table, problems: found } = await settleTable(use, context);
    settled.problems.push(...found);
    const part = numbering.idOf.get(use);
    if (!table || !part) continue;
    settled.tables.push({
      id: part.id,
      number: part.number,
      chapter: part.target.chapter,
      ...placesOf(use, part.place),
      ...table,
    });
  }
  return settled;
}

/** Where an object stands, and its caption if the author wrote one. */
function placesOf({ propPlaces: { caption } }: BlockUse, place: Place) {
  return { place, ...(caption && { captionPlace: caption }) };
}

/** Adds to each figure where the text mentions it. */
export function citeFigures(figures: Omit<BookFigure, 'cited'>[], ledger: Ledger): BookFigure[] {
  return figures.map((figure) => ({ ...figure, cited: ledger.of('part', figure.id) }));
}
