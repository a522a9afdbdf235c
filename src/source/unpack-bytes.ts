import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { getErrorCode } from '../problems/error-code.ts';

/** How a file is packed as a whole, by its extension. */
export type Packing = 'gz' | 'zst';

/** The file's bytes; `limit`: it unpacks to more bytes than that · `damaged`: it is cut off or no such file. */
export function unpackBytes(
  bytes: Uint8Array,
  packing: Packing,
  limit: number,
): Uint8Array | 'limit' | 'damaged' {
  const open = packing === 'gz' ? gunzipSync : zstdDecompressSync;
  try {
    return open(bytes, { maxOutputLength: limit });
  } catch (error) {
    return getErrorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? 'limit' : 'damaged';
  }
}
