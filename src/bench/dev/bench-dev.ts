/**
 * `npm run bench -- dev [--reports N] [--saves N]`: how long after a save the preview serves the new text, and how much memory it
 * holds: for a copy of this repository's course and for a generated one. The measure is Vega alone drawing a hundred
 * charts, before and after.
 */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { copyFolderInto, makeFolder, makeScratch, removeScratch } from '../../files/door.ts';
import { measureYardstick } from '../charts/plain-loop.ts';
import { firstChapter, firstPage, firstTable, rowsOfFirstChapter, writeCorpus } from '../course/corpus.ts';
import { round } from '../measure-command.ts';
import { keepResult } from '../results.ts';
import { DevServer } from './dev-server.ts';
import { EditedCourse, type Target } from './edited-course.ts';
import { formatWaits, summarizeWaits, type Waits } from './waits.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

const demo: Target = {
  chapter: 'content/reports/search-lab/01-background.mdx',
  page: 'reports/search-lab/background.html',
  table: 'data/search-lab/members.csv',
  column: 'hours',
};
const generated: Target = {
  chapter: firstChapter,
  page: firstPage,
  table: firstTable,
  column: 'signups',
  rows: rowsOfFirstChapter,
};

interface DevFigures {
  /** Seconds until the first page is there, with nothing kept. */
  start: number;
  sentence: Waits;
  number: Waits;
  /** Megabytes after the last save. */
  memory: number;
}

/** Lines to print. */
export async function benchDev(reports: number, saves: number): Promise<string> {
  const before = await measureYardstick();
  const ofDemo = await measureCourse(demo, saves, async (root) => {
    for (const folder of ['content', 'data']) await copyFolderInto(join(repository, folder), root, folder);
  });
  const ofGenerated = await measureCourse(generated, saves, (root) =>
    writeCorpus(root, { reports, repeats: false }),
  );
  const yardstick = round((before + (await measureYardstick())) / 2);
  const courses = { demo: ofDemo, [`${reports} reports`]: ofGenerated };
  await keepResult('dev', { saves, yardstick, courses });
  const lines = Object.entries(courses).map(([name, figures]) => formatFigures(name, figures, yardstick));
  return [`yardstick ${yardstick.toFixed(2)} s`, ...lines].join('\n');
}

async function measureCourse(
  target: Target,
  saves: number,
  write: (root: string) => Promise<void>,
): Promise<DevFigures> {
  const scratch = makeScratch();
  await makeFolder(scratch, 'course');
  const root = join(scratch, 'course');
  await write(root);
  const course = await EditedCourse.open(root, target);
  const server = new DevServer(root, join(scratch, 'cache'));
  try {
    const start = round(await server.waitForText(target.page, await course.saveNumber(0)));
    const measureSaves = async (save: (at: number) => Promise<string>) => {
      const waits: number[] = [];
      for (let at = 1; at <= saves; at++) {
        // Nobody saves twice at once; what was begun for the last one may end.
        await setTimeout(500);
        waits.push(await server.waitForText(target.page, await save(at)));
      }
      return summarizeWaits(waits);
    };
    const sentence = await measureSaves((at) => course.saveSentence(at));
    const number = await measureSaves((at) => course.saveNumber(at));
    return { start, sentence, number, memory: server.memory };
  } finally {
    await server.stop();
    removeScratch(scratch);
  }
}

function formatFigures(
  name: string,
  { start, sentence, number, memory }: DevFigures,
  yardstick: number,
): string {
  return [
    `${name}: first page after ${start.toFixed(1)} s, ${(start / yardstick).toFixed(1)}×; ${memory} MB in the end`,
    `  a sentence ${formatWaits(sentence, yardstick)}`,
    `  a number   ${formatWaits(number, yardstick)}`,
  ].join('\n');
}
