/** The key to simulated data stays with the mentor: nothing that a course hands out has it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getAnswerKeyPath } from '../simulate/simulation.ts';
import { copyCourse, listFiles, runFupan } from './copied-course.ts';
import { PdfFile } from './pdf-file.ts';

/** In the key as it is, and in no other file. */
const seed = '987654321';
const keyPath = getAnswerKeyPath('team-1');
const traces = [seed, 'readiness_to_pay', 'weeks_without_review', keyPath, 'keys/team-1'];

/** All text of a file; that of a PDF unpacked. */
async function readWhole(file: string): Promise<string> {
  const bytes = await readFile(file);
  if (!file.endsWith('.pdf')) return bytes.toString('utf8');
  return Array.from(new PdfFile(bytes).objects.values(), ({ body, data }) => `${body}\n${data ?? ''}`).join();
}

test('site, PDF, downloads, data and caches of a course have nothing of the key', {
  timeout: 600_000,
}, async () => {
  const root = await copyCourse();
  const run = async (...args: string[]) => {
    const { code, out, err } = await runFupan([...args, '--root', root]);
    expect(code, out + err).toBe(0);
    return out;
  };
  await run('new', 'team-1');
  const made = await run(
    'simulate',
    '--report',
    'team-1',
    '--world',
    'search-lab',
    '--scale',
    '0.3',
    '--seed',
    seed,
  );
  expect(made).toContain(keyPath);
  await run('build');
  await run('pdf', '--report', 'team-1');

  const key = await readFile(join(root, keyPath), 'utf8');
  for (const trace of traces.slice(0, 3)) expect(key).toContain(trace);
  const others = (await listFiles(root)).filter((file) => file !== keyPath);
  expect(others).toEqual(
    expect.arrayContaining([
      'data/team-1/users.csv',
      'dist/reports/team-1.pdf',
      'dist/reports/team-1/data/visits.csv',
      'dist/reports/team-1/index.html',
      'out/team-1.pdf',
    ]),
  );
  // What is packed in another way would hide a key from this search.
  expect(others.filter((file) => /\.(zip|gz|zst|xlsx|parquet)$/.test(file))).toEqual([]);
  const found: string[] = [];
  for (const file of others) {
    const text = `${file}\n${await readWhole(join(root, file))}`;
    found.push(...traces.filter((trace) => text.includes(trace)).map((trace) => `${file}: ${trace}`));
  }
  expect(found).toEqual([]);
});
