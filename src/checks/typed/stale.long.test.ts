/** The text of the demo typed by hand, and a change of the data: which numbers of the text are told to be those of before. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ChartPool } from '../../charts/draw/pool.ts';
import { packageDir } from '../../cli/workspace/work-folders.ts';
import { buildNumbersJson } from '../../components/report/numbers-json.ts';
import { FileDigester } from '../../files/folder-files.ts';
import { StepMemory } from '../../files/step-memory.ts';
import type { Book } from '../../report/book.ts';
import { type BuiltCourse, buildCourse } from '../../report/build-course.ts';
import { forgetData } from '../../report/report-data.ts';
import '../../test/copied-course.ts';
import { createChooser, deboundChapters, type TypedPositive } from './debound.sample.ts';
import { readFormerValues } from './former-values.ts';
import { findNumerals } from './numerals/numerals.ts';
import { findStaleNumbers } from './stale-numbers.ts';

interface Count {
  changes: number;
  stale: number;
  told: number;
  missed: string[];
  extra: string[];
}

const changes = { 'search-lab': 150, 'community-lab': 44, 'growth-lab': 6 };

test.each(Object.entries(changes))(
  '%s: %i changes of the data',
  { timeout: 900_000 },
  async (report, most) => {
    const folder = await mkdtemp(join(tmpdir(), 'fupan-stale-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const root = join(folder, 'course');
    for (const part of [`content/reports/${report}`, `data/${report}`, 'content/course.yaml'])
      await cp(join(packageDir, part), join(root, part), { recursive: true });
    const [memory, pool] = [new StepMemory(new FileDigester(Date.now)), new ChartPool()];
    onTestFinished(async () => {
      await pool.close();
      await forgetData(memory);
    });
    const cache = {
      books: join(folder, 'books'),
      drawings: join(folder, 'drawings'),
      data: join(folder, 'kept'),
    };
    const build = () => buildCourse({ root, only: report, pool, cache, memories: { get: () => memory } });
    const former = await build();
    const choose = createChooser(most);
    const count: Count = { changes: 0, stale: 0, told: 0, missed: [], extra: [] };
    const tables = (await readdir(join(root, 'data', report))).filter((name) => name.endsWith('.csv'));
    for (let step = 0; count.changes < most; step++) {
      const file = join(root, 'data', report, tables[choose(tables.length)]!);
      const text = await readFile(file, 'utf8');
      await writeFile(file, changeTable(text, choose));
      compareText(former, await build(), step, count);
      await writeFile(file, text);
    }
    expect(count.stale).toBeGreaterThan(most / 2);
    // Missed: lone digits that look like a goal or a span of time (8 项目标), and what another value is by chance.
    expect(count.told / count.stale, count.missed.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(count.extra.length / count.told, count.extra.join('\n')).toBeLessThanOrEqual(0.01);
  },
);

/** A number changed, some rows left out, or a row written three times more. */
function changeTable(text: string, choose: (count: number) => number): string {
  const lines = text.trimEnd().split('\n');
  const at = 1 + choose(lines.length - 1);
  const way = choose(3);
  if (way === 0)
    lines[at] = lines[at]!.replace(/(?<=,)\d+(?:\.\d+)?(?=,|$)/, (number) =>
      String(Math.round(Number(number) * 3) + 7),
    );
  else if (way === 1) lines.splice(at, Math.max(1, Math.floor(lines.length / 20)));
  else lines.splice(at, 0, ...Array.from({ length: 3 }, () => lines[at]!));
  return `${lines.join('\n')}\n`;
}

function compareText(former: BuiltCourse, present: BuiltCourse, step: number, count: Count): void {
  const [then, now] = [former, present].map(({ reports }) => reports[0]?.book);
  if (!then || !now || JSON.stringify(then.values) === JSON.stringify(now.values)) return;
  count.changes++;
  const [source] = former.source.reports;
  const chapters = deboundChapters(then, [source!.index!, ...source!.chapters], createChooser(step));
  const [index, ...rest] = chapters;
  const input = { book: { ...now }, source: { ...source!, index: index!, chapters: rest } };
  const told = findStaleNumbers(input, readFormerValues(JSON.stringify(buildNumbersJson(then)))!.values);
  for (const { file, text, positives } of chapters) {
    const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
    const places = told
      .filter(({ place }) => place.file === file)
      .map(({ place, name }) => ({ from: starts[place.line! - 1]! + place.column! - 1, name }));
    for (const one of positives) {
      const hit = places.find(({ from }) => one.from <= from && from < one.to);
      const around = text.slice(Math.max(0, one.from - 30), one.to + 12).replaceAll('\n', ' ');
      const shown = `${step} ${one.name} [${one.written}] ${hit ? `as ${hit.name}` : ''} …${around}`;
      if (isFalseNow(one, now)) {
        count.stale++;
        if (hit) count.told++;
        else count.missed.push(shown);
      } else if (hit) count.extra.push(shown);
    }
  }
}

/** Whether one of the numbers that were typed for a tag is not what the tag prints now. */
function isFalseNow({ written, name, as }: TypedPositive, now: Book): boolean {
  const value = now.values[name];
  if (!value) return true;
  const known = value.points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const { interval } = value;
  const numbers = {
    attainment: [value.attainment?.value],
    highest: [Math.max(...known)],
    lowest: [Math.min(...known)],
    interval: [value.value, interval?.low, interval?.high],
  }[as ?? ''] ?? [value.value];
  const typed = findNumerals(written.replace(/\d[\d.]*%\s*(?:置信区间|CI)/, '')).flatMap(
    ({ low, high, least, most }) => {
      const half = low === high ? (most - least) / 2 : low - least;
      return low === high ? [[least, most]] : [low, high].map((end) => [end - half, end + half]);
    },
  );
  return typed.some(([least = 0, most = 0], at) => {
    const number = numbers[Math.min(at, numbers.length - 1)];
    if (number === null || number === undefined) return true;
    const [from = 0, to = 0] = [Math.abs(least), Math.abs(most)].sort((a, b) => a - b);
    const size = Math.abs(number);
    return (least * most > 0 && size < from - 1e-6) || size > to + 1e-6;
  });
}
