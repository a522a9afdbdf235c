import { attributeTo } from '../../base/limits/spending.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';
import { grouped } from '../../words/number-words.ts';
import { valueWords } from '../../words/value-words.ts';
import type { BookFigure, BookTable } from '../book.ts';
import type { Numbering } from '../manuscript/numbering.ts';
import type { ParsedReport } from '../manuscript/parsed-report.ts';
import { describeUse } from '../spent-report.ts';
import { buildReportTable, type TableContext } from '../tables/report-tables.ts';
import type { Ledger } from '../text/ledger.ts';
import { buildFigures, type FigureContext } from './build-figures.ts';
import { rememberItem } from './remembered-items.ts';

interface NumberedItems {
  figures: Omit<BookFigure, 'cited' | 'tables'>[];
  tables: BookTable[];
  problems: Problem[];
}

/** Draws the figures and fills the tables of a report, numbered as the text goes. */
export async function buildNumberedItems(
  parsed: ParsedReport,
  numbering: Numbering,
  context: FigureContext & TableContext,
): Promise<NumberedItems> {
  const uses = listBlockTags(parsed);
  const figureUses = listFigureUses(parsed);
  const { figures, problems } = await buildFigures(figureUses, context);
  const items: NumberedItems = { figures: [], tables: [], problems: [...problems] };
  for (const [index, use] of figureUses.entries()) {
    const figure = figures[index];
    const part = numbering.partByUse.get(use);
    if (!figure || !part) continue;
    items.figures.push({
      ...withUndated(figure, context),
      id: part.id,
      number: part.number,
      chapter: part.target.chapter,
      ...getPlaces(use, part.place),
    });
  }
  for (const use of uses.filter((one) => one.name === 'Table')) {
    const part = numbering.partByUse.get(use);
    const { table, problems: found } = await rememberItem(use, part?.id ?? '', context, () =>
      attributeTo(context.spending, describeUse(use), () => buildReportTable(use, context)),
    );
    items.problems.push(...found);
    if (!table || !part) continue;
    items.tables.push({
      id: part.id,
      number: part.number,
      chapter: part.target.chapter,
      ...getPlaces(use, part.place),
      ...table,
    });
  }
  return items;
}

function listBlockTags(parsed: ParsedReport): BlockTagUse[] {
  return [parsed.abstract, ...parsed.chapters]
    .flatMap((chapter) => chapter.uses)
    .filter((use): use is BlockTagUse => use.type === 'block-tag' && !use.refused);
}

/** The tags of figures, in the order of the text. */
export function listFigureUses(parsed: ParsedReport): BlockTagUse[] {
  return listBlockTags(parsed).filter((use) => use.name === 'Figure' || use.name === 'Chart');
}

/** A figure over time, or of a period, shows no row without a time: that stands under it. */
function withUndated<T extends Pick<BookFigure, 'of' | 'finding' | 'alternative'>>(
  figure: T,
  { values, language }: Pick<FigureContext, 'values' | 'language'>,
): T {
  const undated = figure.of.map((name) => values[name]?.lineage.account?.undated ?? 0);
  const most = Math.max(0, ...undated);
  if (most === 0) return figure;
  const note = valueWords[language].undatedFigure(grouped.format(most));
  const append = (text: string) => (text && language === 'en' ? `${text} ${note}` : `${text}${note}`);
  return { ...figure, finding: append(figure.finding), alternative: append(figure.alternative) };
}

/** Where an item stands, and its caption if the author wrote one. */
function getPlaces({ propPlaces: { caption } }: BlockTagUse, place: Place) {
  return { place, ...(caption && { captionPlace: caption }) };
}

/** Adds to each figure where the text mentions it. */
export function citeFigures(
  figures: Omit<BookFigure, 'cited' | 'tables'>[],
  ledger: Ledger,
  listTables: (name: string) => readonly string[],
): BookFigure[] {
  return figures.map((figure) => ({
    ...figure,
    tables: [...new Set(figure.of.flatMap(listTables))],
    cited: ledger.listMentions('part', figure.id),
  }));
}
