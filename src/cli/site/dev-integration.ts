import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { buildErrorOverlay, watchFolders } from '../../integration/dev-server.ts';
import { invalidateSite } from '../../integration/invalidate-site.ts';
import type { SiteMemory } from '../../integration/site-memory.ts';
import type { Context } from '../command.ts';
import { tellFailure } from '../failure.ts';
import { listCourseErrors, type ProblemGroup } from '../problem-groups.ts';
import { claimWorkFolder } from '../workspace/claim-work-folder.ts';

/** `dev`: the books before the first page, and again whenever a file of the course changes. */
export function createDevIntegration(context: Context, memory: SiteMemory): AstroIntegration {
  const folders = ['content', 'data'].map((folder) => join(context.root, folder));
  let groups: ProblemGroup[] = [];
  let url = '';
  return {
    name: 'fupan-dev',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command !== 'dev') return;
        await claimWorkFolder(context.root);
        const { rebuildSite, tellProblems } = await import('./rebuild-site.ts');
        groups = await rebuildSite(context, memory);
        tellProblems(groups, context);
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        // A page that was reloaded has lost its overlay.
        server.ws.on('connection', () => showCourseErrors(server, groups, context));
        watchFolders(server, folders, async () => {
          const { rebuildSite, tellChanges } = await import('./rebuild-site.ts');
          try {
            const before = groups;
            groups = await rebuildSite(context, memory);
            tellChanges({ before, after: groups, url }, context);
          } catch (error) {
            // What cannot be built at all leaves the pages as they were.
            tellFailure(error, { ...context, debug: false });
            return;
          }
          invalidateSite(server);
          server.ws.send({ type: 'full-reload' });
          await refreshContent?.({ loaders: ['fupan-cards'] });
        });
      },
      'astro:server:start': ({ address }) => {
        url = `http://localhost:${address.port}/`;
        context.terminal.print(
          context.words.serving(url + (context.report ? `reports/${context.report}/` : '')),
        );
      },
    },
  };
}

function showCourseErrors(server: ViteDevServer, groups: ProblemGroup[], { language }: Context): void {
  const errors = listCourseErrors(groups);
  if (errors.length > 0) server.ws.send(buildErrorOverlay(errors, language));
}
