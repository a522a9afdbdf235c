import process from 'node:process';
import { startDevSite } from '../../integration.ts';
import type { Context, ExitCode } from '../command.ts';
import { buildDevConfig } from '../site/astro-config.ts';

/** Serves the course until it is interrupted; builds again when a file of `content` or `data` changes. */
export async function run(context: Context): Promise<ExitCode> {
  const site = await startDevSite(buildDevConfig(context));
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await site.stop();
  return 0;
}
