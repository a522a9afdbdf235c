/**
 * Scripts of the pages. They are classic ones, since pages run from `file://`, where no module is loaded, and small: those
 * of `public` are made smaller where they are published, the one for readers is put together from its parts before.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifySync, type Plugin } from 'vite';
import { writeInside } from '../files/door.ts';

const moduleName = 'virtual:fupan/reading-script';
const folder = fileURLToPath(new URL('../scripts/reading', import.meta.url));

/** In the order in which they need each other. */
const parts = ['sections', 'sheet', 'resume', 'cell-order', 'sort-tables', 'copy-link', 'start'];

/** The parts as one script that leaves no names behind; each is a module by itself only to tell what it needs. */
export function joinModules(modules: readonly string[]): string {
  const text = modules
    .join('\n')
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/^export (?=function|const)/gm, '');
  return `(() => {\n${text}})();\n`;
}

/** Comments and spaces left out, names cut short. */
export function minifyScript(name: string, code: string): string {
  const { code: small, errors } = minifySync(name, code, { module: false });
  if (errors.length > 0) throw new Error(`${name}: ${errors.map(({ message }) => message).join(', ')}`);
  return small;
}

export async function buildReadingScript(): Promise<string> {
  const modules = await Promise.all(parts.map((part) => readFile(join(folder, `${part}.js`), 'utf8')));
  return minifyScript('reading.js', joinModules(modules));
}

/** Gives the script for readers to the page that answers with it. */
export function createScriptPlugin(): Plugin {
  return {
    name: 'fupan-scripts',
    enforce: 'pre',
    resolveId: (id) => (id === moduleName ? `\0${id}` : undefined),
    load: async (id) =>
      id === `\0${moduleName}`
        ? `export const script = ${JSON.stringify(await buildReadingScript())};`
        : undefined,
  };
}

/** Makes the scripts of a site smaller where they lie, below `out`. */
export async function minifyScripts(out: string): Promise<void> {
  const files = (await readdir(join(out, 'assets'))).filter((file) => file.endsWith('.js'));
  for (const file of files) {
    const code = await readFile(join(out, 'assets', file), 'utf8');
    await writeInside(join(out, 'assets'), file, minifyScript(file, code));
  }
}
