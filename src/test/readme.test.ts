/** What the readme shows is true: its commands can be typed, its examples are those of the guide, which are built. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageDir } from '../cli/workspace/work-folders.ts';
import { checkCommand } from './check-command.ts';
import { readGuidePages } from './guide-examples.ts';

const readme = await readFile(join(packageDir, 'README.md'), 'utf8');
const findBlocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );
const splitLines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

const typed = findBlocks('sh')
  .flatMap(splitLines)
  .flatMap((line) => line.replace(/\s+#.*$/, '').split(' && '));
const named = [...readme.matchAll(/`(npm [^`]+)`/g)].map(([, line = '']) => line);

describe('commands of the readme', () => {
  test.each([...new Set([...typed, ...named])])('%s', async (line) => {
    await checkCommand(line);
  });

  test('it begins with the two lines that install and show everything', () => {
    expect(typed.slice(0, 3)).toEqual(['npm ci', 'npm run build', 'npm cit']);
  });
});

test('examples of the readme stand in the guide, which builds them', async () => {
  const guide = (await readGuidePages()).map(({ text }) => text).join('\n');
  const lines = [...findBlocks('yaml'), ...findBlocks('mdx')].flatMap(splitLines);
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(guide).toContain(line);
});
