/**
 * `npm run bench -- growth [reports|chapters|values|rows]`: builds with nothing kept of courses that grow in one respect, and
 * what one more of it takes: where that grows too, something is not linear.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder, makeScratch, removeScratch } from '../../files/door.ts';
import { measureCommand, round, type Usage } from '../measure-command.ts';
import { writeEventCourse } from '../metrics/bench-event-course.ts';
import { keepResult } from '../results.ts';
import { writeCorpus } from './corpus.ts';

interface Respect {
  sizes: readonly number[];
  /** Writes a course of this size into a folder, and gives its root. */
  write: (scratch: string, size: number) => Promise<string>;
}

const writeOne = async (
  scratch: string,
  options: { reports?: number; chapters?: number; values?: number },
) => {
  const root = join(scratch, 'course');
  await makeFolder(scratch, 'course');
  await writeCorpus(root, { reports: 1, repeats: false, ...options });
  return root;
};

const respects: Record<string, Respect> = {
  reports: { sizes: [1, 10, 50, 200], write: (scratch, reports) => writeOne(scratch, { reports }) },
  chapters: { sizes: [6, 24, 96], write: (scratch, chapters) => writeOne(scratch, { chapters }) },
  values: { sizes: [10, 100, 1000], write: (scratch, values) => writeOne(scratch, { chapters: 1, values }) },
  rows: {
    sizes: [1e3, 1e4, 1e5, 1e6, 1e7],
    write: (scratch, rows) => writeEventCourse(scratch, 'course', rows),
  },
};

const fupan = fileURLToPath(new URL('../../cli/fupan.mjs', import.meta.url));

/** Lines to print. `only`: one respect. */
export async function benchGrowth(only?: string): Promise<string> {
  const lines: string[] = [];
  for (const [name, respect] of Object.entries(respects)) {
    if (only !== undefined && only !== name) continue;
    const steps: Record<string, Usage> = {};
    for (const size of respect.sizes) steps[size] = await measureBuild(respect, size);
    await keepResult(`growth of ${name}`, { steps });
    lines.push(`${name}`, ...formatGrowth(steps));
  }
  return lines.join('\n');
}

/** Pages and gallery are there: they are made once for a version, and hide what grows. */
async function measureBuild({ write }: Respect, size: number): Promise<Usage> {
  const scratch = makeScratch();
  try {
    const env = { FUPAN_CACHE_DIR: join(scratch, 'cache') };
    const small = await writeOne(join(scratch, 'small'), { chapters: 1 });
    await measureCommand([fupan, 'build', '--root', small], env);
    return await measureCommand([fupan, 'build', '--root', await write(scratch, size)], env);
  } finally {
    removeScratch(scratch);
  }
}

/** A line a size; behind it what each one more took than the size before, in milliseconds of processor time. */
function formatGrowth(steps: Record<string, Usage>): string[] {
  const sizes = Object.entries(steps);
  return sizes.map(([size, { wall, cpu, memory }], at) => {
    const [before, last] = sizes[at - 1] ?? [];
    const more = Number(size) - Number(before);
    const each = last?.cpu != null && cpu !== null ? ((cpu - last.cpu) / more) * 1000 : undefined;
    return [
      size.padStart(9),
      `${wall.toFixed(1)} s`.padStart(9),
      `${cpu?.toFixed(1) ?? '?'} s cpu`.padStart(13),
      `${memory ?? '?'} MB`.padStart(9),
      each === undefined ? '' : `${round(each)} ms each`.padStart(16),
    ].join(' ');
  });
}
