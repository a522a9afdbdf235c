import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { workerArguments } from '../../files/worker-arguments.ts';
import type { ShareCard } from './draw-share-card.ts';

const workerFile = fileURLToPath(new URL('./share-card-worker.ts', import.meta.url));

/** PNGs in the order of the cards; none where the process that draws them cannot. */
export async function drawShareCards(cards: readonly ShareCard[]): Promise<(Uint8Array | undefined)[]> {
  if (cards.length === 0) return [];
  const child = fork(workerFile, [], {
    execArgv: [...workerArguments],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let images: (Uint8Array | undefined)[] = [];
  child.on('message', (reply: typeof images) => {
    images = reply;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.send(cards, () => undefined);
  await ended;
  return images;
}
