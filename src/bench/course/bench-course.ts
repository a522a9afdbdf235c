/**
 * `npm run bench -- course [--reports N] [--repeats]`: a generated course by the product's own commands, each a process of its
 * own: checked and built with nothing kept, built again, built after one chapter was changed. The measure is Vega
 * alone drawing the same charts once in one process.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder, makeScratch, removeScratch, writeInside } from '../../files/door.ts';
import { measureCommand } from '../measure-command.ts';
import { keepResult } from '../results.ts';
import { compareSteps, formatSteps, type Steps } from '../usage-table.ts';
import { type CorpusOptions, chartsPerReport, firstChapter, writeCorpus } from './corpus.ts';

const fupan = fileURLToPath(new URL('../../cli/fupan.mjs', import.meta.url));
const plainCharts = fileURLToPath(new URL('./plain-charts.ts', import.meta.url));

/** Lines to print. */
export async function benchCourse(options: CorpusOptions): Promise<string> {
  const scratch = makeScratch();
  try {
    const root = join(scratch, 'course');
    await makeFolder(scratch, 'course');
    await writeCorpus(root, options);
    const steps = compareSteps(await measureSteps(root, scratch), 'plain');
    await keepResult('course', {
      ...options,
      charts: options.reports * chartsPerReport,
      measure: 'plain',
      steps,
    });
    return formatSteps(steps);
  } finally {
    removeScratch(scratch);
  }
}

async function measureSteps(root: string, scratch: string): Promise<Steps> {
  const run = (command: string, cache: string) =>
    measureCommand([fupan, command, '--root', root], { FUPAN_CACHE_DIR: join(scratch, cache) });
  const check = await run('check', 'cache-check');
  const cold = await run('build', 'cache');
  const again = await run('build', 'cache');
  const chapter = await readFile(join(root, firstChapter), 'utf8');
  await writeInside(root, firstChapter, `${chapter}\n改后新增的一段。\n`);
  const changed = await run('build', 'cache');
  const plain = await measureCommand([
    '--disable-warning=ExperimentalWarning',
    plainCharts,
    join(root, 'dist/reports'),
  ]);
  return {
    plain,
    'check, nothing kept': check,
    'build, nothing kept': cold,
    'build again': again,
    'one chapter changed': changed,
  };
}
