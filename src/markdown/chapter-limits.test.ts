import process from 'node:process';
import { expect, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import { parseChapter } from './parse-chapter.ts';

function parse(body: string) {
  const { blocks, problems } = parseChapter({ file: 'a.mdx', text: `---\ntitle: x\n---\n\n${body}\n` });
  return { blocks, told: problems.map(({ place, id }) => `${formatPlace(place)} ${id}`) };
}

test('a line beyond all measure is left out, and the rest is read', () => {
  const { blocks, told } = parse(`前\n\n${'http://a.b/'.repeat(20_000)}\n\n后`);
  expect(told).toEqual(['a.mdx:7:1 line-too-long']);
  expect(blocks).toHaveLength(2);
});

test('notes in notes without end', () => {
  const { told } = parse('<Note>\n\n'.repeat(3000));
  expect(told).toContain('a.mdx:45:1 notes-too-deep');
});

test.each(['## 甲\n\n', `${'|'.repeat(99)}\n`, '<!--\n', '<b>字\n', '[^1] ', 'www.a.b ', '> '])(
  'a chapter of nothing but %j is gone through in little time',
  (piece) => {
    const begun = process.cpuUsage();
    const { told } = parse(piece.repeat(1_000_000 / piece.length));
    expect(told.some((one) => /too-long/.test(one))).toBe(true);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1e6).toBeLessThan(10);
  },
);
