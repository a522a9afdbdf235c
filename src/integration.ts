/**
 * The way into Astro: settled books in, pages out. `buildSite` and `devSite` are all the commands need;
 * everything Astro must know stands here and in no other configuration.
 */
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import type { Problem } from './base/problem.ts';
import { courseFolder, type Watched, watchCourse } from './integration-dev.ts';

export interface SiteFolders {
  /**
   * The settled course: `books/<r>.json`, `course.json`, and optionally `pages/<slug>.json`,
   * `data/<r>/<table>.csv` (downloads), `media/<r>/…` (images of the chapters).
   */
  shelf: string;
  /** Folder of this package, where `src/pages` and `public` stand. */
  packageDir: string;
  /** For Astro's own notes; one folder for each build that runs at the same time. */
  cacheDir: string;
}

const virtual = 'virtual:fupan';

/** The integration. `watched` is given in `dev` only. */
export function fupan(options: { shelf: string; watched?: Watched }): AstroIntegration {
  const { shelf, watched } = options;
  return {
    name: 'fupan',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          // `x.astro` → `x.html`, `x/index.astro` → `x/index.html`: what the relative links expect.
          build: { format: 'preserve' },
          // The default ('jsx') eats spaces between Latin words and values.
          compressHTML: true,
          devToolbar: { enabled: false },
          vite: { plugins: [shelfModule(shelf)], build: { chunkSizeWarningLimit: 4000 } },
        });
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        server.middlewares.use(courseFolder(shelf));
        if (watched) watchCourse(server, watched, async () => refreshContent?.({ loaders: ['fupan-shelf'] }));
      },
      'astro:build:done': async ({ dir }) => copyDownloads(shelf, fileURLToPath(dir)),
    },
  };
}

/** Tells pages where the shelf stands; the path stays inside the build and is never printed. */
function shelfModule(shelf: string) {
  return {
    name: 'fupan-shelf',
    resolveId: (id: string) => (id === virtual ? `\0${virtual}` : undefined),
    load: (id: string) =>
      id === `\0${virtual}` ? `export const shelf = ${JSON.stringify(shelf)};` : undefined,
  };
}

/** `data/<r>/…` and `media/<r>/…` of the shelf go into `reports/<r>/data|media/`. */
async function copyDownloads(shelf: string, out: string): Promise<void> {
  for (const part of ['data', 'media']) {
    const reports = await readdir(join(shelf, part)).catch(() => []);
    for (const report of reports) {
      await cp(join(shelf, part, report), join(out, 'reports', report, part), { recursive: true });
    }
  }
}

/** Prints every settled book into `outDir` (emptied first by Astro). */
export async function buildSite(options: SiteFolders & { outDir: string; quiet?: boolean }): Promise<void> {
  const { build } = await loadAstro();
  await build({
    ...inlineConfig(options, fupan({ shelf: options.shelf })),
    outDir: options.outDir,
    logLevel: options.quiet === false ? 'info' : 'error',
  });
}

export interface DevOptions extends SiteFolders {
  /** Folders to watch, absolute: `content` and `data` of the course. */
  watch: string[];
  /** Settles the course anew into the shelf and returns what it found; called once before the server starts. */
  settle: () => Promise<Problem[]>;
  language: Watched['language'];
  port?: number;
  quiet?: boolean;
}

/** Serves the course with reload; resolves when the server listens. */
export async function devSite(options: DevOptions): Promise<{ url: string; stop: () => Promise<void> }> {
  const { watch: folders, settle, language } = options;
  const problems = await settle();
  const { dev } = await loadAstro();
  const server = await dev({
    ...inlineConfig(
      options,
      fupan({ shelf: options.shelf, watched: { folders, settle, language, problems } }),
    ),
    ...(options.port !== undefined && { server: { port: options.port } }),
    logLevel: options.quiet === false ? 'info' : 'error',
  });
  // Astro fills its collections half a second after the start; until then every page is empty.
  await setTimeout(700);
  return { url: `http://localhost:${server.address.port}/`, stop: () => server.stop() };
}

function inlineConfig(folders: SiteFolders, integration: AstroIntegration): AstroInlineConfig {
  return {
    configFile: false,
    root: folders.packageDir,
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
