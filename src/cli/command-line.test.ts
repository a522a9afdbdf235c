import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findCommands, runShell } from '../test/run-shell.ts';
import { type CommandPlace, completeCommands, formatCommandLine, quoteArgument } from './command-line.ts';
import { packageDir } from './workspace/work-folders.ts';

const here: CommandPlace = { root: packageDir, from: packageDir, language: 'zh' };
const course = join(packageDir, '..', 'our course');

describe('a command to paste', () => {
  test('in the folder of the package, for its own course', () => {
    expect(formatCommandLine(here, 'dev')).toBe('npm run dev');
    expect(formatCommandLine(here, 'check', 'team-1')).toBe('npm run check -- team-1');
    expect(formatCommandLine({ ...here, language: 'en' }, 'dev')).toBe('npm run dev -- --lang en');
  });

  test('for a course elsewhere, as its folder was typed or else from where one stands', () => {
    const elsewhere = { ...here, root: course };
    expect(formatCommandLine({ ...elsewhere, typedRoot: '../our-course' }, 'check', 'a')).toBe(
      'npm run check -- a --root ../our-course',
    );
    expect(formatCommandLine({ ...elsewhere, from: join(packageDir, 'src') }, 'dev')).toBe(
      `npm run dev -- --root ${quoteArgument(join('..', '..', 'our course'))}`,
    );
  });

  test('in the folder of a course that is no package', () => {
    const there = relative(course, packageDir);
    expect(formatCommandLine({ ...here, root: course, from: course }, 'build')).toBe(
      `npm --prefix ${quoteArgument(there)} run build -- --root .`,
    );
  });

  test('in a sentence that names one', () => {
    const place = { ...here, root: course, typedRoot: '../c' };
    expect(completeCommands('用 `npm run new -- 报告名` 新建，或用 `--root`。', place)).toBe(
      '用 `npm run new -- 报告名 --root ../c` 新建，或用 `--root`。',
    );
  });

  test.each([
    ['../our-course', 'linux', '../our-course'],
    ['../课程', 'linux', '../课程'],
    ['goals.新增用户=missed', 'linux', 'goals.新增用户=missed'],
    ['channels.SEO.cost*=3', 'linux', '"channels.SEO.cost*=3"'],
    ['../our course', 'linux', '"../our course"'],
    ["a $b's", 'linux', "'a $b'\\''s'"],
    ['..\\our', 'win32', '..\\our'],
    ['..\\our course', 'win32', '"..\\our course"'],
    ['', 'linux', '""'],
  ])('quotes %j on %s', (text, platform, quoted) => {
    expect(quoteArgument(text, platform)).toBe(quoted);
  });
});

test('what new prints for a course in a folder of its own works where it was printed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fupan-own-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const root = quoteArgument(join(folder, 'our course'));
  const made = await runShell(`npm run -s new -- team-1 --root ${root}`, packageDir);
  expect(made.code).toBe(0);
  const commands = findCommands(made.out);
  expect(commands.map((line) => /run (\w+)/.exec(line)?.[1])).toEqual(['dev', 'check', 'build']);
  for (const line of commands) expect(line).toContain(`--root ${root}`);
  expect(await runShell(commands[1]!, packageDir)).toMatchObject({ code: 0 });
}, 120_000);
