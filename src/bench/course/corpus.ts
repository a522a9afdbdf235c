/**
 * A course to be measured: so many reports of six chapters with four charts each, every one of other numbers and another
 * specification. With `repeats` all reports hand in the same numbers and all chapters show the same four charts.
 * `chapters` instead of six; `values` besides those that the charts show.
 */
import { writeInside } from '../../files/door.ts';
import { type Focus, writeChapter, writeMetrics, writeSpec } from './corpus-chapter.ts';
import { type Chance, createChance, writeParagraph } from './corpus-text.ts';

export interface CorpusOptions {
  reports: number;
  repeats: boolean;
  chapters?: number;
  values?: number;
}

const titles = ['实训背景', '运营策划', '内容运营', '数据分析', '用户管理', '成果总结'];
const channels = ['SEO', 'SEM', '信息流', '公众号', '短视频', '社群'] as const;
const weeks = 26;
/** The first chapter looks at fourteen weeks. */
export const rowsOfFirstChapter = 14 * channels.length;
const firstDay = Date.UTC(2026, 0, 5);

export const chartsPerReport = titles.length * 4;
export const listReports = (count: number) => Array.from({ length: count }, (_, i) => `team-${i + 1}`);
export const firstChapter = 'content/reports/team-1/01-part-a.mdx';
export const firstPage = 'reports/team-1/part-a.html';
export const firstTable = 'data/team-1/weekly.csv';

/** Writes it into the empty folder `root`. */
export async function writeCorpus(root: string, options: CorpusOptions): Promise<void> {
  const course = 'title: 测速课程\nlanguage: zh\nterm: 2026 年春\n';
  await writeInside(root, 'content/course.yaml', course);
  for (const [i, report] of listReports(options.reports).entries())
    await writeReport(root, report, createChance(i), createChance(options.repeats ? 0 : i), options);
}

async function writeReport(
  root: string,
  report: string,
  chance: Chance,
  numbers: Chance,
  { repeats, chapters = titles.length, values = 0 }: CorpusOptions,
): Promise<void> {
  const foci = Array.from({ length: chapters }, (_, i) => createFocus(i));
  const period = `{ from: ${formatDay(0)}, to: ${formatDay(weeks * 7 - 1)} }`;
  const front = `---\ntitle: ${report}\nteam: ${report}\nmentor: 导师\nperiod: ${period}\n---\n\n`;
  await writeInside(root, `content/reports/${report}/index.mdx`, `${front}${writeParagraph(chance, 120)}\n`);
  for (const [i, { mark }] of foci.entries()) {
    const text = writeChapter(titles[i % titles.length]!, foci[repeats ? 0 : i]!, mark, chance);
    const number = String(i + 1).padStart(2, '0');
    await writeInside(root, `content/reports/${report}/${number}-part-${mark}.mdx`, text);
  }
  const data = `data/${report}`;
  await writeInside(root, `${data}/weekly.csv`, writeTable(numbers));
  await writeInside(root, `${data}/metrics.yaml`, foci.map(writeMetrics).join('') + writeSums(values));
  for (const focus of foci)
    await writeInside(
      root,
      `${data}/charts/own-${focus.mark}.vl.yaml`,
      writeSpec(focus, repeats ? '' : report),
    );
}

function createFocus(chapter: number): Focus {
  const [turn, place] = [Math.floor(chapter / channels.length), chapter % channels.length];
  const pair = [channels[place]!, channels[(place + 2 + turn) % channels.length]!] as const;
  const mark = 'abcdef'[place]! + (turn === 0 ? '' : turn);
  const first = place * 14 + turn;
  return { mark, from: formatDay(first), to: formatDay(first + 14 * 7 - 1), channels: pair };
}

/** Values that no chart shows, each of its own days and channel. */
function writeSums(count: number): string {
  const lines = Array.from({ length: count }, (_, i) => {
    const during = `${formatDay(i % 90)}..${formatDay(90 + Math.floor(i / 90))}`;
    const where = `"channel = '${channels[i % channels.length]}'"`;
    return `数${i}: { metric: sum, from: weekly, during: ${during}, where: ${where}, with: { column: clicks }, unit: 次 }\n`;
  });
  return lines.join('');
}

const formatDay = (day: number) => new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10);

function writeTable(chance: Chance): string {
  const rows = ['date,channel,spend,clicks,signups'];
  for (let week = 0; week < weeks; week++)
    for (const channel of channels) {
      const signups = 30 + Math.floor(chance() * 400);
      const spend = (signups * (5 + 40 * chance())).toFixed(2);
      rows.push(
        `${formatDay(week * 7)},${channel},${spend},${signups * (8 + Math.floor(chance() * 20))},${signups}`,
      );
    }
  return `${rows.join('\n')}\n`;
}
