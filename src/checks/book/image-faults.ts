import type { BookInline } from '../../report/book.ts';
import { listChapters, traverseChapter } from '../../report/text/traverse-book.ts';
import type { ReportSource } from '../../source/read-course.ts';
import type { TextRuleInput } from '../text-rule.ts';

type Image = Extract<BookInline, { type: 'image' }>;
type ImageFault = 'missing-image' | 'image-kind' | 'image-without-text';

/** What browsers and Typst both read; SVG is left out because it can hold scripts. */
const readableFormat = /\.(png|jpe?g|webp|gif)$/i;

/** The images whose first fault is this one: of an image only one is reported at a time. */
export function findImages({ book, source }: TextRuleInput, fault: ImageFault): Image[] {
  const files = listImageFiles(source);
  return listChapters(book, source.index?.file ?? source.folder)
    .flatMap((chapter) => [...traverseChapter(chapter)])
    .filter((node) => node.type === 'image')
    .filter((image) => findFault(image, files) === fault);
}

/** Files of the report as an image names them: from its folder. */
export function listImageFiles({ assets, folder }: ReportSource): string[] {
  return assets.map((file) => file.slice(folder.length + 1));
}

function findFault({ src, alt }: Image, files: readonly string[]): ImageFault | undefined {
  if (!files.includes(src)) return 'missing-image';
  if (!readableFormat.test(src)) return 'image-kind';
  return alt.trim() === '' ? 'image-without-text' : undefined;
}
