import { spawn } from 'node:child_process';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export interface DevProcess {
  url: string;
  /** What it printed since it was asked last. */
  readNews: () => string;
}

/** Starts what serves a course, until the test has ended; resolves when it has told its address. */
export async function startDevProcess(args: string[], cwd: string): Promise<DevProcess> {
  // Told that this is a test, Astro reloads no page.
  const env = { ...process.env, NO_COLOR: '1', CI: '1', VITEST: '', NODE_ENV: 'development' };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  onTestFinished(async () => {
    child.kill('SIGINT');
    await ended;
  });
  const readUrl = () => /预览：(http:\/\/localhost:\d+\/)/.exec(said)?.[1];
  await waitUntil(() => child.exitCode !== null || readUrl() !== undefined);
  const url = readUrl();
  if (url === undefined) throw new Error(said);
  said = '';
  return {
    url,
    readNews() {
      const news = said;
      said = '';
      return news;
    },
  };
}

/** Asks again and again until it is so; a question that cannot be answered yet counts as no. */
export async function waitUntil(isSo: () => unknown, seconds = 60): Promise<void> {
  for (let tries = 0; tries < seconds * 20; tries++) {
    try {
      if (await isSo()) return;
    } catch {}
    await setTimeout(50);
  }
  throw new Error(`not so after ${seconds} seconds: ${isSo}`);
}
