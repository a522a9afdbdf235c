/**
 * The way into Astro: a built course in, pages out. Everything Astro must know stands here; `astro.config.mjs` and our
 * own commands hand in their folders and nothing else.
 */
import { isAbsolute, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroAdapter, AstroInlineConfig, AstroIntegration, AstroUserConfig } from 'astro';
import type { Plugin } from 'vite';
import { copyInto } from './files/door.ts';
import { createScriptPlugin, minifyScripts } from './integration/classic-scripts.ts';
import { decodePath, guardAnswers, serveBrokenReports, serveFiles } from './integration/dev-server.ts';
import { compiledKey, createSitePlugin, SiteMemory } from './integration/site-memory.ts';
import { isTextModule } from './integration/text-names.ts';
import { createLateTextsPlugin, createMdxIntegration, createTextsPlugin } from './integration/texts.ts';

export interface SiteFolders {
  /** Folder of this package, where `src/pages` and `public` stand. */
  packageDir: string;
  /** For Astro's own notes; one folder for each build that runs at the same time. */
  cacheDir: string;
  outDir: string;
}

/** Makes the pages of what lies in the memory when they are asked for. `late`: the texts, too, are asked for then. */
export function fupan(memory: SiteMemory, late = false): AstroIntegration {
  const given = process.env.NODE_ENV;
  return {
    name: 'fupan',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        // By it Vite decides which pages are for readers: others have no policy.
        if (command === 'build') process.env.NODE_ENV = 'production';
        updateConfig({
          integrations: [createMdxIntegration()],
          // `x.astro` → `x.html`, `x/index.astro` → `x/index.html`: what the relative links expect.
          build: { format: 'preserve' },
          // The default ('jsx') eats spaces between Latin words and values.
          compressHTML: true,
          devToolbar: { enabled: false },
          vite: {
            // Without it, `postcss.config.cjs` of the course, or of a folder above, is run.
            css: { postcss: {} },
            server: {
              // What a link in a course leads to is not watched: it may be the whole disk.
              watch: { followSymlinks: false },
              // A course with a workspace file would have all of its folder served, as it is.
              fs: { allow: [fileURLToPath(config.root)] },
            },
            plugins: [
              createSitePlugin(memory),
              late ? createLateTextsPlugin() : createTextsPlugin(memory),
              createScriptPlugin(),
              createPackageResolver(),
            ],
            build: { chunkSizeWarningLimit: 4000 },
            // The program that prints the pages lies in a folder of the build, from where no package is found.
            ...(command === 'build' && { environments: { prerender: { resolve: { noExternal: true } } } }),
          },
        });
      },
      'astro:config:done': ({ setAdapter }) => setAdapter(staticAdapter),
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(guardAnswers);
        server.middlewares.use(serveFiles(memory));
        const showProblems = serveBrokenReports(memory);
        server.middlewares.use((request, _response, next) => showProblems(request, next));
        server.middlewares.use(decodePath);
      },
      'astro:build:done': async ({ dir }) => {
        if (given === undefined) delete process.env.NODE_ENV;
        else process.env.NODE_ENV = given;
        await minifyScripts(fileURLToPath(dir));
        await copyFiles(memory, fileURLToPath(dir));
      },
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

/** What `CodeBlock.astro` colours with. It has a file for each of 300 languages: loaded where it lies, not copied into each build. */
const highlighter = new Set(['@astrojs/internal-helpers/shiki', 'shiki/langs']);

/** Finds packages for Astro's virtual modules and for the texts of a course: from this file, wherever the course lies. */
function createPackageResolver(): Plugin {
  const here = fileURLToPath(import.meta.url);
  return {
    name: 'fupan-packages',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (this.environment.name === 'prerender' && highlighter.has(id)) {
        const found = await this.resolve(id, importer, { skipSelf: true });
        return found && { id: pathToFileURL(found.id).href, external: true };
      }
      const isPackage = /^(?:@[\w.-]+\/)?[a-z][\w.-]*(?:\/|$)/i.test(id);
      const isNowhere = importer === undefined || !isAbsolute(importer) || isTextModule(importer);
      return isPackage && isNowhere ? this.resolve(id, here, { skipSelf: true }) : undefined;
    },
  };
}

/** Lays the files of the site beside its pages. */
export async function copyFiles({ site }: SiteMemory, out: string): Promise<void> {
  for (const { from, to } of site?.files ?? []) await copyInto(from, out, to);
}

/** The whole of Astro's configuration. */
export function buildAstroConfig(folders: SiteFolders, integrations: AstroIntegration[]): AstroUserConfig {
  const { packageDir, cacheDir, outDir } = folders;
  return {
    // Astro writes into its root: into a folder of the course, never into the package.
    root: cacheDir,
    srcDir: join(packageDir, 'src'),
    publicDir: join(packageDir, 'public'),
    cacheDir: join(cacheDir, '/'),
    outDir,
    build: { server: join(cacheDir, 'server', '/') },
    integrations,
  };
}

/** Astro's build of the pages, for no course yet. */
export async function buildPages(folders: SiteFolders, integrations: AstroIntegration[]): Promise<void> {
  const { build } = await loadAstro();
  const pages = fupan(new SiteMemory(compiledKey), true);
  await build(toInlineConfig(buildAstroConfig(folders, [pages, ...integrations])));
}

/** Our own commands hand the configuration in: they work wherever one stands, and tell what happens themselves. */
const toInlineConfig = (config: AstroUserConfig): AstroInlineConfig => ({
  ...config,
  configFile: false,
  logLevel: 'error',
});

/** Imported late: other commands start faster, and Astro reads these variables when it loads. */
async function loadAstro(): Promise<typeof import('astro')> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
  return import('astro');
}
