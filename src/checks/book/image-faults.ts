import type { BookInline } from '../../report/book.ts';
import { readableImage } from '../../report/images/image-file.ts';
import { listChapters, traverseChapter } from '../../report/text/traverse-book.ts';
import type { ReportSource } from '../../source/read-course.ts';
import type { TextRuleInput } from '../text-rule.ts';

type Image = Pick<Extract<BookInline, { type: 'image' }>, 'src' | 'alt' | 'place'> & { unseen?: true };
type ImageFault = 'missing-image' | 'image-kind' | 'image-without-text' | 'picture-unseen';

/** The images whose first fault is this one: of an image only one is reported at a time. */
export function findImages({ book, source }: TextRuleInput, fault: ImageFault): Image[] {
  const files = listImageFiles(source);
  const inline = listChapters(book, source.index?.file ?? source.folder)
    .flatMap((chapter) => [...traverseChapter(chapter)])
    .filter((node) => node.type === 'image');
  const alone = book.pictures.map((picture) => ({ ...picture, alt: picture.alternative }));
  return [...inline, ...alone].filter((image) => findFault(image, files) === fault);
}

/** Files of the report as an image names them: from its folder. */
export function listImageFiles({ assets, folder }: ReportSource): string[] {
  return assets.map((file) => file.slice(folder.length + 1));
}

function findFault({ src, alt, unseen }: Image, files: readonly string[]): ImageFault | undefined {
  if (!files.includes(src)) return 'missing-image';
  if (!readableImage.test(src)) return 'image-kind';
  if (alt.trim() === '') return 'image-without-text';
  return unseen && 'picture-unseen';
}
