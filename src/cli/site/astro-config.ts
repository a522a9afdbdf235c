/**
 * Astro's configuration with a course behind it, for `astro.config.mjs` and for our own `dev`. What builds books is
 * loaded when books are built: `astro check`, `sync` and `preview` need none.
 */
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import { SiteMemory } from '../../integration/site-memory.ts';
import { buildAstroConfig, fupan } from '../../integration.ts';
import type { Context } from '../command.ts';
import { createContext } from '../context.ts';
import { openTerminal } from '../terminal.ts';
import { getSiteFolders } from '../workspace/work-folders.ts';
import { createDevIntegration } from './dev-integration.ts';

/** For `astro.config.mjs`: the course in the folder `root`, by Astro's own commands. */
export function fupanConfig({ root }: { root: string }): AstroUserConfig {
  const context = createContext('build', root, { terminal: openTerminal(process) });
  const memory = new SiteMemory();
  return buildAstroConfig(getSiteFolders(root), [
    fupan(memory),
    createBuildIntegration(context, memory),
    createDevIntegration(context, memory),
  ]);
}

/** `astro build`: books before the pages, and the output in the place of `dist/` after them. */
function createBuildIntegration(context: Context, memory: SiteMemory): AstroIntegration {
  let publish: (() => Promise<void>) | undefined;
  return {
    name: 'fupan-build',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        // What is previewed is what was published, not what is being made.
        if (command === 'preview') updateConfig({ outDir: pathToFileURL(join(context.root, 'dist', '/')) });
        if (command !== 'build') return;
        const { prepareSite } = await import('./astro-build.ts');
        publish = await prepareSite(context, memory);
      },
      'astro:build:done': () => publish?.(),
    },
  };
}
