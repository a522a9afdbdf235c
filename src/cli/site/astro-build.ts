import process from 'node:process';
import type { SiteMemory } from '../../integration/site-memory.ts';
import type { Context } from '../command.ts';
import { tellFailure } from '../failure.ts';
import { Stopwatch } from '../output/stopwatch.ts';
import { withLock } from '../workspace/build-lock.ts';
import { collectCourse } from './collect-course.ts';
import { publishSite } from './publish-site.ts';
import { buildSiteContent } from './site-content.ts';

/**
 * The steps of `build` around Astro's own: collects, decides, and fills the memory; what it gives publishes the output
 * once Astro has made it. Pages are made without PDFs. Where there is nothing to make it ends the process: an error
 * thrown here would be told by Astro as one of the program, with a stack.
 */
export async function prepareSite(context: Context, memory: SiteMemory): Promise<() => Promise<void>> {
  const { root, draft, words, terminal } = context;
  const release = await takeLock(context);
  const watch = new Stopwatch();
  const collected = await collectCourse(context, watch);
  if (!collected) {
    await release();
    return endProcess(1);
  }
  terminal.progress(words.site);
  const site = await buildSiteContent(root, collected.course, { draft, printed: false });
  memory.site = site;
  const { promise: made, resolve: finish } = Promise.withResolvers<void>();
  const making = watch.time(words.site, () => made);
  return async () => {
    finish();
    await making;
    const { summaries } = site.content;
    process.exitCode = await publishSite(context, collected, {
      keys: {},
      parts: {},
      summaries,
      kept: [],
      printed: false,
      watch,
    });
    await release();
  };
}

/** Takes the lock until the function that it gives is called. That of a process which ended without is taken over. */
async function takeLock({ root, words, terminal }: Context): Promise<() => Promise<void>> {
  const { promise: done, resolve: finish } = Promise.withResolvers<void>();
  const { promise: taken, resolve: take } = Promise.withResolvers<void>();
  const held = withLock(root, words, () => {
    take();
    return done;
  });
  try {
    await Promise.race([taken, held]);
  } catch (error) {
    return endProcess(tellFailure(error, { words, terminal, debug: false }));
  }
  return () => {
    finish();
    return held;
  };
}

/** Ends when all that was printed has left: a pipe may be slower than the process. */
async function endProcess(code: number): Promise<never> {
  await Promise.all(
    [process.stdout, process.stderr].map((out) => new Promise((left) => out.write('', left))),
  );
  return process.exit(code);
}
