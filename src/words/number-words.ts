/** Number of anything, with thousands commas. */
export const grouped = new Intl.NumberFormat('en-US');

/** Size of a file in decimal units. */
export function formatByteSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
