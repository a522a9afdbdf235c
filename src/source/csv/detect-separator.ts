const separators = [',', ';', '\t', '|'] as const;

/** Signs and lines of a file that are looked at: as many of a large file as of a small one. */
const searchedSigns = 100_000;
const searchedLines = 200;
/** Lines among which the names are. */
const topLines = 40;

/**
 * The separator of the first line that the lines below are cut like: a title above the table may hold another one, or
 * none. `，` of a Chinese keyboard only where the first line has no other. Text in quotes is passed over.
 */
export function detectSeparator(text: string): string {
  const lines = text
    .slice(0, searchedSigns)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, searchedLines);
  for (let at = 0; at < Math.min(lines.length, topLines); at++) {
    const found = findSeparator(lines[at]!);
    if (found && isSharedBelow(found, lines, at)) return found.separator;
  }
  const [first = ''] = lines;
  return findSeparator(first)?.separator ?? (first.includes('，') ? '，' : ',');
}

interface FoundSeparator {
  separator: string;
  cells: number;
}

/** What cuts a line into most cells. */
function findSeparator(line: string): FoundSeparator | undefined {
  const counts = separators.map((separator) => ({ separator, cells: line.split(separator).length }));
  const best = counts.reduce((one, next) => (next.cells > one.cells ? next : one));
  return best.cells > 1 ? best : undefined;
}

/** Whether most lines below a line have as many cells, and no other separator cuts more of them alike; below a title there must be some. */
function isSharedBelow({ separator, cells }: FoundSeparator, lines: readonly string[], at: number): boolean {
  const below = lines.slice(at + 1);
  const alike = below.filter((line) => line.split(separator).length === cells).length;
  if (alike * 2 < below.length || (at > 0 && alike === 0)) return false;
  return separators.every((other) => other === separator || countAlike(below, other) <= alike);
}

/** Lines that a separator cuts into as many cells as most that it cuts. */
function countAlike(lines: readonly string[], separator: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const cells = line.split(separator).length;
    if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
