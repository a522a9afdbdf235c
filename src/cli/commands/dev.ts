import { join } from 'node:path';
import type { Problem } from '../../base/problem.ts';
import { startDevSite } from '../../integration.ts';
import type { Context, ExitCode } from '../command.ts';
import { printProblems } from '../output/print-problems.ts';
import { groupProblems } from '../problem-groups.ts';
import { buildCheckedCourse } from '../workspace/checked-course.ts';
import { getWorkFolders, packageDir } from '../workspace/work-folders.ts';
import { writeSiteData } from '../workspace/write-site-data.ts';

/** Serves the course until it is interrupted; builds again when a file of `content` or `data` changes. */
export async function run(context: Context): Promise<ExitCode> {
  const { root, words, terminal, language, port } = context;
  const { siteData, astro } = getWorkFolders(root);
  const site = await startDevSite({
    siteData,
    packageDir,
    cacheDir: astro,
    watch: [join(root, 'content'), join(root, 'data')],
    rebuild: () => rebuildSiteData(context),
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

async function rebuildSiteData(context: Context): Promise<Problem[]> {
  const built = await buildCheckedCourse(context, true);
  await writeSiteData(context.root, built, false);
  const groups = groupProblems(built, context);
  printProblems(groups, context);
  return groups.flatMap(({ problems }) => problems);
}
