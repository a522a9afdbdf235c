const schemes = new Set(['http', 'https', 'mailto', 'tel']);

/**
 * The scheme that makes `url` unfit for a report, '//' for an address without one, or undefined when it
 * is sound. Judged as a browser does: control characters and white space inside are ignored.
 */
export function findUnsafeScheme(url: string): string | undefined {
  const plain = stripInvisible(url);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
  if (scheme) return schemes.has(scheme) ? undefined : scheme;
  return /^[\\/]{2}/.test(plain) ? '//' : undefined;
}

/** Why `src` is no image of the report, or undefined when it is a relative path. */
export function findUnsafeImageReason(
  src: string,
): 'remote' | 'absolute' | 'backslash' | 'empty' | undefined {
  const plain = stripInvisible(src);
  if (plain === '') return 'empty';
  if (/^[a-z]:[\\/]/i.test(plain)) return 'absolute';
  if (/^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(plain)) return 'remote';
  if (plain.startsWith('/')) return 'absolute';
  return plain.includes('\\') ? 'backslash' : undefined;
}

/** Control and format characters, and white space: a browser drops many of them, an author sees none. */
function stripInvisible(url: string): string {
  return url.replace(/[\p{Cc}\p{Cf}\s]/gu, '');
}
