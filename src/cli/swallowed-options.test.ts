import { describe, expect, test } from 'vitest';
import { runShell } from '../test/run-shell.ts';
import { UsageError } from './command.ts';
import { assertNothingSwallowed } from './swallowed-options.ts';
import { packageDir } from './workspace/work-folders.ts';

/** What the command is told when npm runs it with these settings; '' when nothing is wrong. */
function findRefusal(args: string[], settings: Record<string, string>): string {
  const env = Object.entries(settings).map(([name, value]) => [`npm_config_${name}`, value]);
  try {
    assertNothingSwallowed(args, { npm_lifecycle_event: args[0], ...Object.fromEntries(env) });
  } catch (error) {
    if (error instanceof UsageError) return error.hint;
    throw error;
  }
  return '';
}

describe('options that npm took', () => {
  test.each([
    [['check', '../y', 'a'], { root: 'true' }, 'npm run check -- a --root ../y'],
    [['check'], { root: '../y' }, 'npm run check -- --root ../y'],
    [['check', 'json'], {}, 'npm run check -- --format json'],
    [['build'], { draft: 'true' }, 'npm run build -- --draft'],
    [['check', 'a', 'zh'], { long: 'true', all: 'true', global: 'true' }, 'npm run check -- a --lang zh'],
    [
      ['simulate', 'team-1', '7', 'goals.新增用户=missed'],
      { report: 'true', seed: 'true', set: 'true', force: 'true' },
      'npm run simulate -- --seed 7 --set goals.新增用户=missed --force --report team-1',
    ],
    [
      ['import', 'users', '推广.xlsx', 'team-1', 'gbk'],
      { all: 'true', loglevel: 'silent', report: 'true', encoding: 'true' },
      'npm run import -- 推广.xlsx --report team-1 --as users --encoding gbk',
    ],
    [['check', '../y', '--format', 'json'], { root: 'true' }, 'npm run check -- --root ../y --format json'],
    [['dev'], { port: 'true' }, 'npm run dev -- --port PORT'],
  ])('%j with %j', (args, settings, command) => {
    expect(findRefusal(args, settings)).toContain(`：${command}`);
  });

  test('no alarm at what npm’s own settings may be', () => {
    expect(findRefusal(['import', 'a.csv', '--report', 'a'], { force: 'true' })).toBe('');
    expect(findRefusal(['build'], { loglevel: 'silent' })).toBe('');
    expect(findRefusal(['build'], { all: 'true', global: 'true', long: 'true' })).toBe('');
    expect(findRefusal(['check', '--root', 'x'], { root: 'y' })).toBe('');
    expect(findRefusal(['check'], { draft: 'true', port: '80' })).toBe('');
    expect(findRefusal(['check', 'json', '--format', 'json'], {})).toBe('');
  });

  test('no alarm at the settings of another script', () => {
    expect(() =>
      assertNothingSwallowed(['check'], { npm_lifecycle_event: 'test', npm_config_root: 'true' }),
    ).not.toThrow();
  });
});

describe('npm run without -- before the options', () => {
  test.each([
    ['check --root ../no-such-course', '请这样写：npm run check -- --root ../no-such-course'],
    ['build --draft', '请这样写：npm run build -- --draft'],
    ['check --format json', '请这样写：npm run check -- --format json'],
    ['check --lang en', 'Type: npm run check -- --lang en'],
    ['import users.csv --as users', '请这样写：npm run import -- users.csv --as users'],
  ])('%s', { timeout: 60_000 }, async (typed, told) => {
    const { code, err } = await runShell(`npm run ${typed}`, packageDir);
    expect(err).toContain(told);
    expect(code).toBe(2);
  });
});
