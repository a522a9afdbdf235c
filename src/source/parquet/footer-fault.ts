import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { ParquetLimit, ParquetPart } from '../../problems/texts/parquet-problems.ts';

/** What a Parquet file may ask for. Real exports stay far below; the engine itself has no bounds. */
const limits: Record<ParquetLimit, number> = {
  footer: 16_000_000,
  /** Those included that hold others. */
  columns: 5000,
  levels: 16,
  rowGroups: 100_000,
  /** Rows times columns. */
  values: 5_000_000_000,
  /** Bytes of all pages. */
  unpacked: 50_000_000_000,
};

/** Why a file is not opened. */
export class FooterFault extends Error {
  readonly at: (place: Place) => Problem;

  constructor(at: (place: Place) => Problem) {
    super('footer');
    this.at = at;
  }
}

export function throwDamage(part: ParquetPart): never {
  throw new FooterFault((place) => createProblem('parquet-damaged', place, { part }));
}

export function throwEncrypted(): never {
  throw new FooterFault((place) => createProblem('parquet-encrypted', place, {}));
}

export function assertWithin(limit: ParquetLimit, found: number): void {
  const most = limits[limit];
  if (found > most)
    throw new FooterFault((place) => createProblem('parquet-too-large', place, { limit, found, most }));
}

/**
 * Codecs of pages by number, as far as the engine has them. Brotli (4) is left out for a flaw in the decoder that the
 * engine carries, reported in October 2026.
 */
const allowedCodecs: ReadonlySet<number> = new Set([0, 1, 2, 6, 7]);

const codecNames = ['uncompressed', 'Snappy', 'gzip', 'LZO', 'Brotli', 'LZ4 (Hadoop)', 'Zstandard', 'LZ4'];

export function assertCodecAllowed(codec: number, column: string): void {
  if (allowedCodecs.has(codec)) return;
  const name = codecNames[codec] ?? `codec ${codec}`;
  throw new FooterFault((place) => createProblem('parquet-codec', place, { codec: name, column }));
}
