import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeInside } from '../../files/door.ts';
import type { SiteFile } from '../../integration/site-memory.ts';
import type { ShareCard } from '../../print/share/draw-share-card.ts';
import { drawShareCards } from '../../print/share/draw-share-cards.ts';
import type { Book } from '../../report/book.ts';
import type { CourseFile } from '../../schema/course-file.ts';
import { computeProgramHash } from '../../source/program-hash.ts';

/** The card of each report as a file of the site; none where nobody knows the course's address. */
export async function listShareCards(
  { url, title }: Pick<CourseFile, 'url' | 'title'>,
  books: readonly Book[],
  cache: string,
): Promise<SiteFile[]> {
  if (!url) return [];
  const program = await computeProgramHash(['src/print']);
  const cards = books.map((book) => {
    const card = toCard(title, book);
    const digest = createHash('sha256').update(program).update(JSON.stringify(card)).digest('hex');
    return { card, name: `share-${digest.slice(0, 24)}.png`, to: `reports/${book.report}/share.png` };
  });
  const missing = cards.filter(({ name }) => !existsSync(join(cache, name)));
  const images = await drawShareCards(missing.map(({ card }) => card));
  for (const [at, image] of images.entries()) if (image) await writeInside(cache, missing[at]!.name, image);
  return cards
    .map(({ name, to }) => ({ from: join(cache, name), to }))
    .filter(({ from }) => existsSync(from));
}

function toCard(course: string, { front, kpis: [first] }: Book): ShareCard {
  return {
    course,
    title: front.title,
    subtitle: front.subtitle ?? '',
    team: front.team,
    ...(first && { figure: { label: first.label, text: first.text } }),
  };
}
