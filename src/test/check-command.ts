import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type ParsedCommandLine, parseCommandLine } from '../cli/parse.ts';
import { packageDir } from '../cli/workspace/work-folders.ts';

/** Fails unless a line that people are told to type is one they can; gives what a command of ours makes of it. */
export async function checkCommand(line: string): Promise<ParsedCommandLine | undefined> {
  if (line === 'npm ci' || line === 'npm cit') return undefined;
  const { scripts } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8'));
  const [, script = '', args = ''] = /^npm (?:--prefix \S+ )?run (\S+)(?: -- (.+))?$/.exec(line) ?? [];
  expect(Object.keys(scripts)).toContain(script);
  const words = args.split(' ').filter(Boolean);
  return parseCommandLine([script, ...words.map((arg) => arg.replaceAll('"', ''))]);
}
