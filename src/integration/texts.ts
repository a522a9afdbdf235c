/** The texts of the course for Astro: MDX in the memory of the process, compiled by `@astrojs/mdx`. */
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import type { SiteMemory } from './site-memory.ts';
import { isTextModule, resolvedTextsName, textsName, toTextModule, toTextName } from './text-names.ts';

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
export function createTextsPlugin(memory: SiteMemory): Plugin {
  const getTexts = (): Record<string, string> => memory.site?.texts ?? {};
  return {
    name: 'fupan-texts',
    enforce: 'pre',
    resolveId(id) {
      if (id === textsName) return resolvedTextsName;
      return isTextModule(id) ? id : undefined;
    },
    load(id) {
      if (isTextModule(id)) return getTexts()[toTextName(id)];
      if (id !== resolvedTextsName) return undefined;
      const names = Object.keys(getTexts()).sort();
      const entries = names.map(
        (name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(toTextModule(name))})`,
      );
      return `export const bodies = {${entries.join(',\n')}};`;
    },
  };
}
