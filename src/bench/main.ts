/**
 * How long each stage of a build takes, as shares of one run: seconds differ from machine to machine, shares
 * much less. `npm run bench` takes the course of this folder, `npm run bench -- DIR` another one,
 * `npm run bench -- metrics ROWS` the metrics over a large log, `npm run bench -- intake ROWS` how fast a large CSV is read,
 * `npm run bench -- charts [COUNT]` how fast charts are drawn, `npm run bench -- simulate [EVENTS]` how fast practice data are made,
 * `npm run bench -- course [--reports N] [--repeats]` what the commands take for a generated course,
 * `npm run bench -- growth [reports|chapters|values|rows]` what one more of each takes,
 * `npm run bench -- dev [--reports N] [--saves N]` how soon the preview serves what was saved.
 */
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Context } from '../cli/command.ts';
import { createContext } from '../cli/context.ts';
import { printBooks } from '../cli/output/report-pdfs.ts';
import { Stopwatch } from '../cli/output/stopwatch.ts';
import { printParts } from '../cli/site/print-site.ts';
import { buildSiteContent, listSoundBooks } from '../cli/site/site-content.ts';
import { openTerminal } from '../cli/terminal.ts';
import { buildCheckedCourse } from '../cli/workspace/checked-course.ts';
import { getWorkFolders } from '../cli/workspace/work-folders.ts';
import { copyFolderInto, makeScratch, removeScratch } from '../files/door.ts';
import { splitSite } from '../integration/site-parts.ts';
import { benchIntake } from './bench-intake.ts';
import { benchSimulate } from './bench-simulate.ts';
import { benchCharts } from './charts/bench-charts.ts';
import { benchCourse } from './course/bench-course.ts';
import { benchGrowth } from './course/bench-growth.ts';
import { benchDev } from './dev/bench-dev.ts';
import { benchMetrics } from './metrics/bench-metrics.ts';
import { formatStageTable, type Round } from './stage-table.ts';

const rounds = 3;
const { values: flags, positionals } = parseArgs({
  options: {
    reports: { type: 'string', default: '50' },
    repeats: { type: 'boolean', default: false },
    saves: { type: 'string', default: '20' },
  },
  allowPositionals: true,
});
const [what = '.', size] = positionals;
const reports = Number(flags.reports);
const rows = Number(size ?? 10_000_000);
const course = resolve(what);

if (what === 'metrics') await benchMetrics(rows);
else if (what === 'intake') process.stdout.write(`${await benchIntake(rows)}\n`);
else if (what === 'charts') process.stdout.write(`${await benchCharts(Number(size ?? 600))}\n`);
else if (what === 'simulate') process.stdout.write(`${await benchSimulate(Number(size ?? 2_000_000))}\n`);
else if (what === 'course')
  process.stdout.write(`${await benchCourse({ reports, repeats: flags.repeats })}\n`);
else if (what === 'growth') process.stdout.write(`${await benchGrowth(size)}\n`);
else if (what === 'dev') process.stdout.write(`${await benchDev(reports, Number(flags.saves))}\n`);
else await benchBuild();

async function benchBuild(): Promise<void> {
  const results: Round[] = [];
  for (let round = 0; round < rounds; round++) results.push(await measureBuild());
  process.stdout.write(`${formatStageTable(results)}\n`);
}

/** One build in a folder of its own, so that the first build finds nothing kept. */
async function measureBuild(): Promise<Round> {
  const root = makeScratch();
  try {
    for (const folder of ['content', 'data']) {
      await copyFolderInto(join(course, folder), root, folder);
    }
    return await buildOnce(createContext('build', root, { terminal: openTerminal(process), language: 'en' }));
  } finally {
    removeScratch(root);
  }
}

async function buildOnce(context: Context): Promise<Round> {
  const { root } = context;
  const watch = new Stopwatch();
  const built = await watch.time('build', () => buildCheckedCourse(context, true));
  await watch.time('build again', () => buildCheckedCourse(context, true));
  await watch.time('print', () => printBooks(listSoundBooks(built, false), context));
  await watch.time('site', async () => {
    const site = await buildSiteContent(root, built, { draft: false, printed: true });
    await printParts(splitSite(site), root, getWorkFolders(root).out);
  });
  return watch.stages;
}
