import { join } from 'node:path';
import type { Problem } from '../base/problem.ts';
import { devSite } from '../integration.ts';
import type { Context, ExitCode } from './command.ts';
import { groupsOf, settle } from './settled.ts';
import { fillShelf } from './shelf.ts';
import { tellProblems } from './tell.ts';
import { packageDir, workFolders } from './work-folders.ts';

/** Serves the course until it is interrupted; settles again when a file of `content` or `data` changes. */
export async function run(context: Context): Promise<ExitCode> {
  const { root, words, terminal, language, port } = context;
  const { shelf, astro } = workFolders(root);
  const site = await devSite({
    shelf,
    packageDir,
    cacheDir: astro,
    watch: [join(root, 'content'), join(root, 'data')],
    settle: () => settleShelf(context),
    language,
    port,
  });
  terminal.print(words.serving(site.url));
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await site.stop();
  return 0;
}

async function settleShelf(context: Context): Promise<Problem[]> {
  const settled = await settle(context, true);
  await fillShelf(context.root, settled, false);
  const groups = groupsOf(settled, context);
  tellProblems(groups, context);
  return groups.flatMap(({ problems }) => problems);
}
