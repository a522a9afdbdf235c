import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';
import type { Book, BookFigure, BookPicture } from '../book.ts';
import type { Numbering } from '../manuscript/numbering.ts';
import type { ParsedReport } from '../manuscript/parsed-report.ts';
import type { Ledger } from '../text/ledger.ts';

/**
 * The images that stand by themselves, numbered among the figures. The title is the caption and the text in brackets says
 * what is seen; without a title the text in brackets is the caption.
 */
export function buildPictures(parsed: ParsedReport, numbering: Numbering, ledger: Ledger): BookPicture[] {
  const uses = [parsed.abstract, ...parsed.chapters].flatMap((chapter) => chapter.uses);
  return uses.flatMap((use) => {
    const part = use.type === 'block-tag' && use.name === 'Picture' && numbering.partByUse.get(use);
    if (!part) return [];
    const { id, number } = part;
    const texts = readTexts(use as BlockTagUse);
    const { caption } = use.propPlaces;
    return {
      id,
      number,
      chapter: part.target.chapter,
      ...texts,
      src: use.props.src ?? '',
      place: use.place,
      ...(caption && { captionPlace: caption }),
      cited: ledger.listMentions('part', id),
    };
  });
}

function readTexts({ props: { alt = '', title = '' } }: BlockTagUse) {
  const caption = title || alt;
  const isSaid = title !== '' && alt !== '' && alt !== title;
  return { caption, alternative: isSaid ? alt : caption, ...(!isSaid && { unseen: true as const }) };
}

/** Figures and pictures in the order of the text. */
export function listFigures({
  figures,
  pictures,
}: Pick<Book, 'figures' | 'pictures'>): (BookFigure | BookPicture)[] {
  const toOrder = ({ number }: { number: string }) => number.split('-').map(Number);
  return [...figures, ...pictures].sort((a, b) => {
    const [one, two] = [toOrder(a), toOrder(b)];
    return one[0]! - two[0]! || one[1]! - two[1]!;
  });
}
