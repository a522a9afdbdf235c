import { expect, test } from 'vitest';
import type { CommandName } from './command.ts';
import { commands } from './command-registry.ts';
import { formatHelp } from './help.ts';
import { listOptions } from './parse.ts';

test('the program lists every command in both languages', () => {
  for (const name of Object.keys(commands)) {
    expect(formatHelp('zh')).toMatch(new RegExp(`^  ${name} +\\p{Script=Han}`, 'mu'));
    expect(formatHelp('en')).toMatch(new RegExp(`^  ${name} +[A-Z]`, 'm'));
  }
});

test('a command lists every option it knows', () => {
  for (const name of Object.keys(commands) as CommandName[]) {
    for (const option of listOptions(name)) expect(formatHelp('zh', name)).toContain(`--${option}`);
  }
});

test('the help of build', () => {
  expect(formatHelp('en', 'build')).toMatchInlineSnapshot(`
    "Check all reports, make the site and the PDFs (dist/)

    Usage: npm run build -- [Options] [REPORT]

    Options:
      --report REPORT                   Only this report
      --draft                           Write in spite of errors: a broken report becomes the list of its problems; all is stamped as draft
      --skip-broken                     A report with errors becomes the list of its problems; the others are published, not stamped
      --format text|json|github|gitlab  Form of the output
      --explain                         Tell of each step whether it was made again, and what had changed
      --verbose                         Tell, too, which kept results were damaged and are computed again
      --root DIR                        Folder of the course; by default the current one
      --lang zh|en                      Language of messages: zh or en
      --debug                           Show technical details of unexpected errors
      --help                            Show how it is used"
  `);
});
