const [newline, carriageReturn, quote] = [10, 13, 34];

/** Bytes that mean something within a cell; all others are passed over. */
export interface ByteMarks {
  /** By byte. */
  means: Uint8Array;
  /** The separator four times. */
  separators: number;
}

export function buildByteMarks(separator: number): ByteMarks {
  const means = new Uint8Array(256);
  for (const byte of [separator, 0, newline, carriageReturn, quote]) means[byte] = 1;
  return { means, separators: 0x01010101 * separator };
}

/** Where a cell without quotes ends: the first such byte. Four are looked at together: a bit at the top of each says that it is below `#` or a separator. */
export function findBareEnd(view: DataView, from: number, { means, separators }: ByteMarks): number {
  let at = from;
  for (;;) {
    const four = view.getInt32(at, true);
    const other = four ^ separators;
    const tops = (((four - 0x23232323) & ~four) | ((other - 0x01010101) & ~other)) & 0x80808080;
    if (tops === 0) {
      at += 4;
      continue;
    }
    // The lowest is right; above it others may be wrong.
    at += (31 - Math.clz32(tops & -tops)) >> 3;
    if (means[view.getUint8(at)] !== 0) return at;
    at++;
  }
}

/** Behind the quote that closes a cell. */
export function findQuotedEnd(bytes: Buffer, begin: number, end: number): number {
  let at = begin;
  while (at < end) {
    if (bytes[at] === quote) {
      if (bytes[at + 1] !== quote) return at + 1;
      at++;
    }
    at++;
  }
  return end;
}
