/** What is wrong with a name that comes from outside, as the name of a file or a folder on some system. */
export type NameFault = 'empty' | 'path' | 'dot' | 'signs' | 'end' | 'device' | 'long';

/** Longest name in bytes of UTF-8: systems take 255, and files in the making bear a longer one. */
const mostBytes = 230;

/** Signs that Windows allows in no name, and those that show a name otherwise than it is written, or could not be read. */
const signs = /[<>:"|?*\p{Cc}\p{Cs}\u200B\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD]/u;

/** Whether a name means a device to Windows, with any extension. */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i.test(name);
}

/** Why not every system can carry a file that is called so; undefined when all can. */
export function findNameFault(name: string): NameFault | undefined {
  if (name === '') return 'empty';
  if (/[\\/]/.test(name)) return 'path';
  if (name.startsWith('.')) return 'dot';
  if (signs.test(name)) return 'signs';
  if (/[. ]$/.test(name)) return 'end';
  if (isDeviceName(name)) return 'device';
  return countBytes(name) > mostBytes ? 'long' : undefined;
}

/** As `findNameFault`, for what is part of an address too, where these signs begin something else. */
export function findAddressFault(name: string): NameFault | 'address' | undefined {
  return findNameFault(name) ?? (/[#%]/.test(name) ? 'address' : undefined);
}

/** The nearest name that every system can give a file; `otherwise` when nothing is left of it. */
export function toFileName(name: string, otherwise: string): string {
  const plain = name
    .normalize('NFC')
    .replace(new RegExp(`(?:${signs.source}|[\\\\/])+`, 'gu'), '-')
    .replace(/\s+/g, '_')
    .replace(/^[.~_-]+|[.]+$/g, '');
  const short = cutToBytes(plain, mostBytes - 30);
  if (short === '') return otherwise;
  return isDeviceName(short) ? `${short.replace(/\..*/, '')}_` : short;
}

const countBytes = (text: string): number => new TextEncoder().encode(text).length;

function cutToBytes(text: string, most: number): string {
  let cut = '';
  let bytes = 0;
  for (const sign of text) {
    bytes += countBytes(sign);
    if (bytes > most) break;
    cut += sign;
  }
  return cut;
}

/** Two names that differ on Linux and are one file on Windows or macOS are alike here: case and composed letters. */
export function foldFileName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
