/** The texts of the course for Astro: MDX files of the site data, compiled by `@astrojs/mdx`. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

const virtualModule = 'virtual:fupan/texts';

/** Markdown as the dialect means it: quotes stay as typed, code is coloured by `CodeBlock.astro`. */
export function createMdxIntegration(): AstroIntegration {
  return mdx({
    extendMarkdownConfig: false,
    syntaxHighlight: false,
    gfm: true,
    smartypants: false,
    optimize: false,
  });
}

/** Tells pages which texts there are; each is a module of its own. */
export function createTextsPlugin(siteData: string): Plugin {
  const folder = join(siteData, 'texts');
  return {
    name: 'fupan-texts',
    resolveId: (id) => (id === virtualModule ? `\0${virtualModule}` : undefined),
    async load(id) {
      if (id !== `\0${virtualModule}`) return undefined;
      const entries = (await listTexts(folder)).map((file) => {
        const name = file.slice(0, -'.mdx'.length);
        return `${JSON.stringify(name)}: () => import(${JSON.stringify(join(folder, file).replaceAll('\\', '/'))})`;
      });
      return `export const bodies = {${entries.join(',\n')}};`;
    },
  };
}

async function listTexts(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true }).catch(() => []);
  return found
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}
