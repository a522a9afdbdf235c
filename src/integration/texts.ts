/** The texts of the course for Astro: MDX in the memory of the process, compiled by `@astrojs/mdx`. */
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import type { SiteMemory } from './site-memory.ts';
import {
  bodiesName,
  isTextModule,
  jsxName,
  mdxOptions,
  resolvedTextsName,
  textsName,
  toTextModule,
  toTextName,
} from './text-names.ts';

export const createMdxIntegration = (): AstroIntegration =>
  mdx({ extendMarkdownConfig: false, ...mdxOptions });

/** For compiled pages, which know no text: they ask for each when they print it. */
export function createLateTextsPlugin(): Plugin {
  return {
    name: 'fupan-texts',
    enforce: 'pre',
    resolveId: (id) => (id === textsName ? resolvedTextsName : undefined),
    load: (id) =>
      id === resolvedTextsName
        ? [
            `import * as jsx from 'astro/jsx-runtime';`,
            `globalThis[Symbol.for('${jsxName}')] = jsx;`,
            `export const findBody = (name) => globalThis[Symbol.for('${bodiesName}')](name);`,
          ].join('\n')
        : undefined,
  };
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
      return `const bodies = {${entries.join(',\n')}};\nexport const findBody = (name) => bodies[name];`;
    },
  };
}
