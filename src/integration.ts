/**
 * The way into Astro: built books in, pages out. `buildSite` and `startDevSite` are all the commands need;
 * everything Astro must know stands here and in no other configuration.
 */
import { cp, readdir } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroAdapter, AstroInlineConfig, AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import type { Problem } from './base/problem.ts';
import { createDownloadHandler, type WatchOptions, watchCourse } from './integration-dev.ts';
import { createMdxIntegration, createTextsPlugin } from './integration-texts.ts';

export interface SiteFolders {
  /**
   * The built course: `books/<r>.json`, `course.json`, and optionally `pages/<slug>.json`,
   * `data/<r>/<table>.csv` (downloads), `media/<r>/…` (images of the chapters).
   */
  siteData: string;
  /** Folder of this package, where `src/pages` and `public` stand. */
  packageDir: string;
  /** For Astro's own notes; one folder for each build that runs at the same time. */
  cacheDir: string;
}

const virtualModule = 'virtual:fupan/site-data';

/** The integration. `watched` is given in `dev` only. */
export function fupan(options: { siteData: string; watched?: WatchOptions }): AstroIntegration {
  const { siteData, watched } = options;
  return {
    name: 'fupan',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        updateConfig({
          integrations: [createMdxIntegration()],
          // `x.astro` → `x.html`, `x/index.astro` → `x/index.html`: what the relative links expect.
          build: { format: 'preserve' },
          // The default ('jsx') eats spaces between Latin words and values.
          compressHTML: true,
          devToolbar: { enabled: false },
          vite: {
            plugins: [createSiteDataPlugin(siteData), createTextsPlugin(siteData), createPackageResolver()],
            build: { chunkSizeWarningLimit: 4000 },
            // The program that prints the pages lies in a folder of the build, from where no package is found.
            ...(command === 'build' && { environments: { prerender: { resolve: { noExternal: true } } } }),
          },
        });
      },
      'astro:config:done': ({ setAdapter }) => setAdapter(staticAdapter),
      'astro:server:setup': ({ server, refreshContent }) => {
        server.middlewares.use(createDownloadHandler(siteData));
        if (watched)
          watchCourse(server, watched, async () => refreshContent?.({ loaders: ['fupan-site-data'] }));
      },
      'astro:build:done': async ({ dir }) => copyDownloads(siteData, fileURLToPath(dir)),
    },
  };
}

/**
 * Keeps what Astro makes on the way to the pages in `build.server`. Without an adapter it lies in the output, or, where
 * that is not below the current folder, in a folder of the current one that all builds share.
 */
const staticAdapter: AstroAdapter = {
  name: 'fupan',
  adapterFeatures: { buildOutput: 'static', preserveBuildServerDir: true },
  entrypointResolution: 'auto',
  supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
};

/** Tells pages where the site data lie; the path stays inside the build and is never printed. */
function createSiteDataPlugin(siteData: string) {
  return {
    name: 'fupan-site-data',
    resolveId: (id: string) => (id === virtualModule ? `\0${virtualModule}` : undefined),
    load: (id: string) =>
      id === `\0${virtualModule}` ? `export const siteData = ${JSON.stringify(siteData)};` : undefined,
  };
}

/** Finds packages for Astro's virtual modules and for the texts of a course: from this file, wherever the course lies. */
function createPackageResolver(): Plugin {
  const here = fileURLToPath(import.meta.url);
  return {
    name: 'fupan-packages',
    enforce: 'pre',
    resolveId(id, importer) {
      const isPackage = /^(?:@[\w.-]+\/)?[a-z][\w.-]*(?:\/|$)/i.test(id);
      const isNowhere = importer === undefined || !isAbsolute(importer) || importer.endsWith('.mdx');
      return isPackage && isNowhere ? this.resolve(id, here, { skipSelf: true }) : undefined;
    },
  };
}

/** `data/<r>/…` and `media/<r>/…` of the site data go into `reports/<r>/data|media/`. */
async function copyDownloads(siteData: string, out: string): Promise<void> {
  for (const part of ['data', 'media']) {
    const reports = await readdir(join(siteData, part)).catch(() => []);
    for (const report of reports) {
      await cp(join(siteData, part, report), join(out, 'reports', report, part), { recursive: true });
    }
  }
}

/** Prints every built book into `outDir` (emptied first by Astro). */
export async function buildSite(options: SiteFolders & { outDir: string; quiet?: boolean }): Promise<void> {
  const { build } = await loadAstro();
  await build({
    ...buildInlineConfig(options, fupan({ siteData: options.siteData })),
    outDir: options.outDir,
    build: { server: join(options.cacheDir, 'server', '/') },
    logLevel: options.quiet === false ? 'info' : 'error',
  });
}

export interface DevOptions extends SiteFolders {
  /** Folders to watch, absolute: `content` and `data` of the course. */
  watch: string[];
  /** Builds the books anew into the site data and returns what it found; called once before the server starts. */
  rebuild: () => Promise<Problem[]>;
  language: WatchOptions['language'];
  port?: number;
  quiet?: boolean;
}

/** Serves the course with reload; resolves when the server listens. */
export async function startDevSite(options: DevOptions): Promise<{ url: string; stop: () => Promise<void> }> {
  const { watch: folders, rebuild, language } = options;
  const problems = await rebuild();
  const { dev } = await loadAstro();
  const server = await dev({
    ...buildInlineConfig(
      options,
      fupan({ siteData: options.siteData, watched: { folders, rebuild, language, problems } }),
    ),
    ...(options.port !== undefined && { server: { port: options.port } }),
    logLevel: options.quiet === false ? 'info' : 'error',
  });
  // Astro fills its collections half a second after the start; until then every page is empty.
  await setTimeout(700);
  return { url: `http://localhost:${server.address.port}/`, stop: () => server.stop() };
}

function buildInlineConfig(folders: SiteFolders, integration: AstroIntegration): AstroInlineConfig {
  return {
    configFile: false,
    // Astro writes into its root: into a folder of this build, never into the package.
    root: folders.cacheDir,
    srcDir: join(folders.packageDir, 'src'),
    publicDir: join(folders.packageDir, 'public'),
    cacheDir: join(folders.cacheDir, '/'),
    integrations: [integration],
  };
}

/** Imported late: other commands start faster, and Astro reads these variables when it loads. */
async function loadAstro(): Promise<typeof import('astro')> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
  return import('astro');
}
