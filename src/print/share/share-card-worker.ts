/** A process of its own: here the library of images may read SVG, which is ours, while elsewhere it must not. */
import process from 'node:process';
import { drawShareCard, type ShareCard } from './draw-share-card.ts';

process.once('message', async (cards: ShareCard[]) => {
  const images: (Uint8Array | undefined)[] = [];
  for (const card of cards) images.push(await drawShareCard(card));
  process.send?.(images, () => process.disconnect());
});
