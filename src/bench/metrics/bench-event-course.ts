/**
 * A student's course over a large event log, end to end: one table, three values, one chapter, by the product's own
 * `build`, with intake and downloads. Beside it the barest scan of the file, and the same course with a few rows:
 * what a build takes for everything else.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder, makeScratch, removeScratch, writeInside } from '../../files/door.ts';
import { measureCommand } from '../measure-command.ts';
import { keepResult } from '../results.ts';
import { compareSteps, formatSteps } from '../usage-table.ts';
import { withDatabase } from '../with-database.ts';
import { buildLogSql } from './event-log.ts';

const fupan = fileURLToPath(new URL('../../cli/fupan.mjs', import.meta.url));
const scanCsv = fileURLToPath(new URL('./scan-csv.ts', import.meta.url));

const files = {
  'content/course.yaml': 'title: 测速课程\nlanguage: zh\n',
  'content/reports/r/index.mdx':
    '---\ntitle: 测速报告\nteam: 甲组\nmentor: 导师\nperiod: { from: 2026-03-02, to: 2026-05-30 }\n---\n\n摘要。\n',
  'content/reports/r/01-log.mdx':
    '---\ntitle: 事件\n---\n\n活跃最多的一天是<Value of="日活" as="highest" />，漏斗与留存见<Ref to="f" />、<Ref to="k" />。\n\n' +
    '<Figure kind="trend" of="日活" id="d" caption="每日活跃用户" />\n\n<Figure kind="funnel" of="漏斗" id="f" caption="购买漏斗" />\n\n' +
    '<Figure kind="bars" of="留存" id="k" caption="留存" />\n\n每日活跃用户见<Ref to="d" />。\n',
  'data/r/metrics.yaml':
    '日活: { metric: active_users, from: events, by: day }\n' +
    '漏斗: { metric: funnel, from: events, with: { steps: [view, cart, order, pay], window_days: 7 } }\n' +
    '留存: { metric: retention_curve, from: events, with: { days: [1, 7, 30] } }\n',
};

/** Lines to print. */
export async function benchEventCourse(rows: number): Promise<string> {
  const scratch = makeScratch();
  try {
    const [few, many] = [
      await writeEventCourse(scratch, 'few', 20_000),
      await writeEventCourse(scratch, 'many', rows),
    ];
    const build = (root: string) =>
      measureCommand([fupan, 'build', '--root', root], { FUPAN_CACHE_DIR: join(root, '../cache') });
    // The first build also draws and compiles what the other finds.
    await build(few);
    const scan = await measureCommand([
      '--disable-warning=ExperimentalWarning',
      scanCsv,
      join(many, 'data/r/events.csv'),
    ]);
    const whole = await build(many);
    await writeInside(few, 'content/course.yaml', `${files['content/course.yaml']}term: 再建一次\n`);
    const steps = compareSteps({ scan, build: whole, 'build, few rows': await build(few) }, 'scan');
    await keepResult('event course', { rows, measure: 'scan', steps });
    return formatSteps(steps);
  } finally {
    removeScratch(scratch);
  }
}

/** A course `name` in a folder; gives its root. */
export async function writeEventCourse(scratch: string, name: string, rows: number): Promise<string> {
  const root = join(scratch, name);
  for (const [file, text] of Object.entries(files)) await writeInside(scratch, `${name}/${file}`, text);
  await makeFolder(root, 'data/r');
  const file = join(root, 'data/r/events.csv');
  await withDatabase({}, async (connection) => {
    await connection.run("SET TimeZone = 'Asia/Shanghai'");
    const log = `SELECT user_id, event, strftime(ts, '%Y-%m-%d %H:%M:%S') AS ts FROM (${buildLogSql(rows)})`;
    await connection.run(`COPY (${log}) TO '${file.replaceAll("'", "''")}' (HEADER)`);
  });
  return root;
}
