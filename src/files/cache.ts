/**
 * What was computed before, kept in a folder outside of every course: a folder that is handed in brings no cache. Each
 * entry begins with the digest of what follows, so that half a file, a disk's fault or a hand's edit is never taken
 * for what was computed.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeWhole } from './door.ts';
import { hashContent } from './folder-files.ts';

const head = 'fupan cache 1 ';
const headLength = head.length + 64 + 1;

let tellDamage: (file: string) => void = () => undefined;

/** From now on `listener` is told of every entry that is not what was written. It is no entry then, and is made again. */
export function watchDamage(listener: (file: string) => void): void {
  tellDamage = listener;
}

/** For who keeps files beside the entries. */
export function reportDamage(file: string): void {
  tellDamage(file);
}

/** What an entry is kept for: one digest, or several by what they are of. */
export type CacheKey = string | Readonly<Record<string, string>>;

/** A step of a build that was asked for what it made before. */
export interface AskedStep {
  step: string;
  /** The report, the drawing … */
  of: string;
  /** The names of what differs from what it was kept for; of a key without names none. */
  found: 'kept' | 'nothing' | readonly string[];
}

let tell: (asked: AskedStep) => void = () => undefined;

/** From now on `listener` is told of each step whether it was made again, and why. */
export function watchSteps(listener: typeof tell): void {
  tell = listener;
}

/** For steps that are kept elsewhere. */
export function tellStep(asked: AskedStep): void {
  tell(asked);
}

export class Cache {
  /** Absolute. */
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Undefined when nothing is kept under `name`, or what is there is not what was written. */
  read(name: string): Uint8Array | undefined {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(join(this.folder, name));
    } catch {
      return undefined;
    }
    const content = new Uint8Array(
      bytes.buffer,
      bytes.byteOffset + Math.min(bytes.length, headLength),
      Math.max(0, bytes.length - headLength),
    );
    const begin = Buffer.from(bytes.subarray(0, headLength)).toString('latin1');
    if (begin === `${head}${hashContent(content)}\n`) return content;
    tellDamage(join(this.folder, name));
    return undefined;
  }

  /** Never fails: what cannot be kept is computed again. */
  async write(name: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const whole = Buffer.concat([Buffer.from(`${head}${hashContent(bytes)}\n`), bytes]);
    await writeWhole(this.folder, name, whole).catch(() => undefined);
  }

  /** JSON under `name`, when it was kept for `key`. */
  readJson<T>(name: string, key: CacheKey): T | undefined {
    const bytes = this.read(name);
    const kept = bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as { key: CacheKey; value: T });
    const found = kept ? compareKeys(kept.key, key) : 'nothing';
    tell({ step: basename(this.folder), of: name.replace(/\.json$/, ''), found });
    return found === 'kept' ? kept?.value : undefined;
  }

  async writeJson(name: string, key: CacheKey, value: unknown): Promise<void> {
    await this.write(name, JSON.stringify({ key, value }));
  }
}

function compareKeys(kept: CacheKey, wanted: CacheKey): AskedStep['found'] {
  if (typeof kept === 'string' || typeof wanted === 'string') return kept === wanted ? 'kept' : [];
  const names = [...new Set([...Object.keys(kept), ...Object.keys(wanted)])];
  const differ = names.filter((name) => kept[name] !== wanted[name]);
  return differ.length === 0 ? 'kept' : differ;
}
