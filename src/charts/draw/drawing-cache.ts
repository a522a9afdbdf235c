import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Cache } from '../../files/cache.ts';
import type { Drawing } from './render.ts';

/** A drawing kept in a folder under the hash of all that it is made from: the request, the drawing code, Vega. */
export class DrawingCache {
  readonly #cache: Cache;
  readonly #name: string;
  readonly #key: string;

  /** `request` as JSON. */
  constructor(folder: string, request: string) {
    const key = createHash('sha256').update(computeCodeHash()).update(request).digest('hex');
    this.#cache = new Cache(folder);
    this.#name = `${key.slice(0, 2)}/${key}.json`;
    this.#key = key;
  }

  /** Undefined when it has not been drawn, or what is there is not what was written. */
  read(): Drawing | undefined {
    return this.#cache.readJson<Drawing>(this.#name, this.#key);
  }

  async write(drawing: Drawing): Promise<void> {
    await this.#cache.writeJson(this.#name, this.#key, drawing);
  }
}

/** Folders whose files a drawing depends on, and others: the colours, and the bounds. */
const hashedFolders = ['.', '../shape'];
const hashedSources = [
  '../theme.ts',
  '../palette.ts',
  '../vega-bundle.ts',
  ...['bounds', 'bounded-vega', 'row-counts'].map((name) => `../bounds/${name}.ts`),
];
let codeHash: string | undefined;

/** Hash of the code that draws: a change to it makes every kept drawing stale. */
function computeCodeHash(): string {
  if (codeHash !== undefined) return codeHash;
  const hash = createHash('sha256');
  const folder = dirname(fileURLToPath(import.meta.url));
  const drawing = hashedFolders.flatMap((inside) =>
    readdirSync(join(folder, inside))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => join(inside, name)),
  );
  for (const name of [...drawing, ...hashedSources]) hash.update(readFileSync(join(folder, name)));
  const require = createRequire(import.meta.url);
  for (const name of ['vega', 'vega-lite']) hash.update(readPackageVersion(require.resolve(name)));
  codeHash = hash.digest('hex');
  return codeHash;
}

function readPackageVersion(entry: string): string {
  const manifest = readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8');
  return String((JSON.parse(manifest) as { version: unknown }).version);
}
