import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface LockEntry {
  version?: string;
  os?: string[] | string;
  cpu?: string[] | string;
  optional?: boolean;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
) as { packages: Record<string, LockEntry> };

/** Where Node would find `name` when `from` asks for it: the nearest `node_modules` upwards. */
function resolveEntry(from: string, name: string): LockEntry | undefined {
  const levels = from.split('node_modules/');
  for (let n = levels.length; n > 0; n--) {
    const folder = levels.slice(0, n).join('node_modules/').replace(/\/$/, '');
    const found = packages[`${folder && `${folder}/`}node_modules/${name}`];
    if (found) return found;
  }
  return undefined;
}

/** Every optional dependency that the lock file names: who asks, for what, in which version. */
const optional = Object.entries(packages).flatMap(([from, entry]) =>
  Object.entries(entry.optionalDependencies ?? {}).map(([name, version]) => ({ from, name, version })),
);

describe('package-lock.json', () => {
  test('has an entry for every optional dependency, so that every platform gets its binaries', () => {
    expect(optional.length).toBeGreaterThan(50);
    const missing = optional.filter(({ from, name }) => !resolveEntry(from, name));
    expect(missing).toEqual([]);
  });

  test('locks an exact optional dependency at that version', () => {
    const exact = optional.filter(({ version }) => /^\d/.test(version));
    const wrong = exact.filter(({ from, name, version }) => resolveEntry(from, name)?.version !== version);
    expect(wrong).toEqual([]);
  });

  test('marks native packages as optional and names their system', () => {
    const native = optional.map(({ from, name }) => ({ name, entry: resolveEntry(from, name)! }));
    const loose = native.filter(
      ({ name, entry }) =>
        /(darwin|linux|win32|win)-(arm64|x64)/.test(name) && !(entry.optional && entry.os && entry.cpu),
    );
    expect(loose.map(({ name }) => name)).toEqual([]);
  });

  test.each(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64'])(
    'brings Node, DuckDB, Typst and the library for images to %s',
    (system) => {
      const [os, cpu] = system.split('-') as [string, string];
      const fits = (entry: LockEntry) => [entry.os].flat().includes(os) && [entry.cpu].flat().includes(cpu);
      const found = (name: RegExp) =>
        Object.entries(packages).some(([path, entry]) => name.test(path) && fits(entry));
      expect(found(/\/node-(bin-)?(linux|darwin|win)/)).toBe(true);
      expect(found(/duckdb\/node-bindings-/)).toBe(true);
      expect(found(/@img\/sharp-(linux|darwin|win32)/)).toBe(true);
      expect(found(/typst-ts-node-compiler-/)).toBe(true);
    },
  );

  test('names no registry, so that any mirror serves', () => {
    expect(Object.values(packages).filter((entry) => entry.resolved)).toEqual([]);
  });
});
