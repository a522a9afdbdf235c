/** White space, and signs that have no width: they come with copied text and would make two of one id. */
const padding =
  /^[\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+|[\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+$/g;

/** Signs with which no padding and no mark of a text begins or ends: nearly all cells. */
function isPlainSign(code: number): boolean {
  if (code > 0x3000) return code < 0xfe00;
  return code > 0x20 && code < 0x7f && code !== 0x27 && code !== 0x3d && code !== 0x60;
}

/**
 * A cell without the blanks that fill a column, signs without width, and what makes Excel take a number for text:
 * `="00123"`, `'138…`, a tab; some platforms begin every cell with a backtick.
 */
export function stripPadding(cell: string): string {
  if (isPlainSign(cell.charCodeAt(0)) && isPlainSign(cell.charCodeAt(cell.length - 1))) return cell;
  const bare = cell.replace(padding, '');
  if (/^="[^"]+"$/.test(bare)) return bare.slice(2, -1).replace(padding, '');
  if (/^'[\d+¥￥.-][\d.,:/ ¥%+-]*$/.test(bare)) return bare.slice(1);
  return /^`[^`]+$/.test(bare) ? bare.slice(1).replace(padding, '') : bare;
}
