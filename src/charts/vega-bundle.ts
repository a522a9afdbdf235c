/**
 * Vega and Vega-Lite from the one file each that their packages hold for pages. Of their modules a process that draws would
 * read three hundred, most for what no chart asks for: that takes seven times as long as these two.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Bundles {
  vega: typeof import('vega');
  vegaLite: typeof import('vega-lite');
}

/** Where the files lay what they export. */
const place = globalThis as unknown as Bundles;
const require = createRequire(import.meta.url);

/** The file lies beside the module that the package is imported by. */
async function loadBundle(name: 'vega' | 'vega-lite'): Promise<void> {
  const file = join(dirname(require.resolve(name)), `${name}.min.js`);
  await import(/* @vite-ignore */ pathToFileURL(file).href);
}

async function loadBundles(): Promise<Bundles> {
  await loadBundle('vega');
  // It looks for Vega there too.
  await loadBundle('vega-lite');
  const { vega, vegaLite } = place;
  Reflect.deleteProperty(place, 'vega');
  Reflect.deleteProperty(place, 'vegaLite');
  return { vega, vegaLite };
}

export const { vega, vegaLite } = await loadBundles();
