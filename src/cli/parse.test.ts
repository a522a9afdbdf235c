import { describe, expect, test } from 'vitest';
import { UsageError } from './command.ts';
import { commands } from './command-registry.ts';
import { parseCommandLine } from './parse.ts';

function refusal(args: string[]): string {
  try {
    parseCommandLine(args);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} ${error.hint}`.trim();
    throw error;
  }
  return 'accepted';
}

describe('parse', () => {
  test('reads options in both forms and the report', () => {
    expect(parseCommandLine(['build', '--root', 'a', '--draft', '--lang=en', 'growth-lab'])).toEqual({
      language: 'en',
      command: 'build',
      flags: { root: 'a', draft: true, lang: 'en' },
      report: 'growth-lab',
    });
  });

  test('takes the report by option or by name', () => {
    expect(parseCommandLine(['pdf', '--report', 'r']).report).toBe('r');
    expect(parseCommandLine(['pdf', 'r']).report).toBe('r');
    expect(parseCommandLine(['pdf']).report).toBeUndefined();
  });

  test('lets help go without a command', () => {
    expect(parseCommandLine(['--help'])).toEqual({ language: 'zh', flags: { help: true } });
    expect(parseCommandLine(['check', '--help']).flags.help).toBe(true);
  });

  test.each([
    [['biuld'], '没有“biuld”这个命令。 你是不是想写“build”？'],
    [['build', '--drfat'], '命令 build 没有“--drfat”这个选项。 你是不是想写“--draft”？'],
    [['build', '-d'], '命令 build 没有“-d”这个选项。 加 --help 查看用法。'],
    [['new', '--draft'], '命令 new 没有“--draft”这个选项。 加 --help 查看用法。'],
    [['build', '--no-draft'], '命令 build 没有“--no-draft”这个选项。 你是不是想写“--draft”？'],
    [
      ['check', '--format', 'xml'],
      '选项 --format 不能是“xml”，只能是 text / json / github / gitlab。 加 --help 查看用法。',
    ],
    [['check', '--format'], '选项 --format 后面要写内容。 加 --help 查看用法。'],
    [['check', '--root', '--lang', 'zh'], '选项 --root 后面要写内容。 加 --help 查看用法。'],
    [['build', '--draft=yes'], '选项 --draft 后面不写内容。'],
    [['pdf', 'a', 'b'], '多出了“b”。 加 --help 查看用法。'],
    [['pdf', 'a', '--report', 'b'], '写了两个报告名：“b”和“a”，只能写一个。'],
    [['schemas', 'a'], '多出了“a”。 加 --help 查看用法。'],
    [[], '请写出要执行的命令。 加 --help 查看用法。'],
    [['--lang', 'en'], 'No command given. See --help.'],
    [
      ['check', '--lang', 'en', '--formt', 'json'],
      'The command check has no option “--formt”. Did you mean “--format”?',
    ],
    [['toString'], '没有“toString”这个命令。 加 --help 查看用法。'],
  ])('refuses %j', (args, text) => {
    expect(refusal(args)).toBe(text);
  });

  test('knows the same options under every command', () => {
    for (const command of Object.keys(commands)) {
      expect(parseCommandLine([command, '--root', 'a', '--lang', 'zh', '--debug']).flags).toEqual({
        root: 'a',
        lang: 'zh',
        debug: true,
      });
    }
  });
});
