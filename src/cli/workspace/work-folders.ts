import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the commands keep what is not the output: under `<root>/.fupan`, which git ignores. */
interface WorkFolders {
  /** The built course, as the site reads it. Made anew by each build. */
  siteData: string;
  /** What was built and drawn from the very same files before. */
  cache: string;
  /** Tables as CSV, kept from build to build: `<report>/<table>.csv`. */
  downloads: string;
  /** PDFs printed from the very same books before. */
  pdfs: string;
  /** Astro's notes. */
  astro: string;
  /** Note of what the pages in `dist` were made from. */
  site: string;
  /** The output until it is whole. */
  out: string;
}

export function getWorkFolders(root: string): WorkFolders {
  const folder = join(root, '.fupan');
  return {
    siteData: join(folder, 'site-data'),
    cache: join(folder, 'cache'),
    downloads: join(folder, 'downloads'),
    pdfs: join(folder, 'cache', 'pdfs'),
    astro: join(folder, 'astro'),
    site: join(folder, 'site.json'),
    out: join(folder, 'out'),
  };
}

/** This package: where `src` and `public` stand. */
export const packageDir = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '');
