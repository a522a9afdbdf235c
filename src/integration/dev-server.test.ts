import { writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { buildDevPolicy } from '../base/safety/content-policy.ts';
import { copyCourse } from '../test/copied-course.ts';
import { createSampleBook } from '../test/sample-book.ts';
import { buildErrorOverlay, decodePath, guardAnswers, serveBrokenReports, serveFiles } from './dev-server.ts';
import { type Site, SiteMemory } from './site-memory.ts';

test('the overlay names the first problem and lists all', () => {
  const [problem] = createSampleBook().problems;
  if (!problem) throw new Error('the sample has a problem');
  const other = { ...problem, id: 'other', place: { file: 'a.csv', line: 3, column: 2 } };
  const { err: shown } = buildErrorOverlay([problem, other], 'zh');
  expect(shown.title).toBe(problem.what.zh);
  expect(shown.hint).toBe(problem.cure.zh);
  expect(shown.message).toBe('content/reports/sample/index.mdx');
  expect(shown.stack).toContain('2. a.csv:3:2  other');
});

test('the overlay, which takes them for HTML, gets texts of an author as text', () => {
  const [problem] = createSampleBook().problems;
  const written = '<img src=x onerror="x">';
  const place = { file: `content/pages/${written}.mdx` };
  const { err: shown } = buildErrorOverlay(
    [{ ...problem!, place, cure: { zh: written, en: written } }],
    'zh',
  );
  expect(`${shown.message}${shown.hint}`).not.toMatch(/[<>"]/);
});

/** What a handler has sent: headers, and the file it has begun to send. */
async function askHandler(handler: typeof guardAnswers, url: string) {
  const headers = new Map<string, string>();
  const response = new PassThrough() as PassThrough & ServerResponse;
  response.setHeader = (name, value) => {
    headers.set(name, String(value));
    return response;
  };
  const request = { url, headers: { host: 'localhost:4321' } } as IncomingMessage;
  const passed = new Promise((resolve) => handler(request, response, () => resolve('passed')));
  const sent = new Promise((resolve) => response.once('data', (data: Buffer) => resolve(String(data))));
  return { headers, body: await Promise.race([passed, sent]) };
}

test('every answer carries the policy of the built pages, and none is guessed to be a page', async () => {
  const { headers, body } = await askHandler(guardAnswers, '/reports/a/index.html');
  expect(body).toBe('passed');
  expect(headers.get('Content-Security-Policy')).toBe(buildDevPolicy('localhost:4321'));
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test.each([
  ['reports/a/data/t.csv', 'text/csv; charset=utf-8'],
  ['reports/a/media/p.PNG', 'image/png'],
  ['reports/a/media/p.svg', 'application/octet-stream'],
])('%s is sent as %s, whatever is in it', async (to, type) => {
  const root = await copyCourse();
  await writeFile(join(root, 'f'), '<script>1</script>');
  const memory = new SiteMemory();
  memory.site = { files: [{ from: join(root, 'f'), to }] } as Site;
  const { headers, body } = await askHandler(serveFiles(memory), `/${to}`);
  expect(body).toBe('<script>1</script>');
  expect(headers.get('Content-Type')).toBe(type);
});

test.each([
  ['/reports/R%26D%2C%20a%3D1/x.html?y=%26', '/reports/R&D,%20a=1/x.html?y=%26'],
  ['/%2e%2f%3F%23%25', '/%2e%2f%3F%23%25'],
])('%s is asked for as %s', (asked, served) => {
  const request = { url: asked } as IncomingMessage;
  decodePath(request, {} as ServerResponse, () => undefined);
  expect(request.url).toBe(served);
});

test.each([
  ['/reports/bad', '/reports/bad/index.html'],
  ['/reports/bad/', '/reports/bad/index.html'],
  ['/reports/bad/chapter.html?x=1', '/reports/bad/index.html'],
  ['/reports/bad/deep/er.html', '/reports/bad/index.html'],
  ['/reports/bad/chapter', '/reports/bad/index.html'],
  // No page, and no page of a report that is broken.
  ['/reports/bad/report.json', '/reports/bad/report.json'],
  ['/reports/bad.pdf', '/reports/bad.pdf'],
  ['/reports/sample/chapter.html', '/reports/sample/chapter.html'],
  ['/reports/unknown/chapter.html', '/reports/unknown/chapter.html'],
  ['/%E0%A4%A', '/%E0%A4%A'],
])('of a report that could not be built %s is %s', (asked, served) => {
  const memory = new SiteMemory();
  const course = {
    title: '',
    description: '',
    term: '',
    language: 'zh',
    mentors: [],
    phases: [],
    parts: [],
  } as const;
  memory.site = {
    content: {
      course: { ...course, mentors: [], phases: [], parts: [] },
      pages: [],
      reports: [createSampleBook(), { report: 'bad', title: '', broken: true, problems: [] }],
      summaries: [],
      gallery: [],
      printed: false,
    },
    texts: {},
    files: [],
  };
  const request = { url: asked };
  let passed = false;
  serveBrokenReports(memory)(request, () => {
    passed = true;
  });
  expect(request.url).toBe(served);
  expect(passed).toBe(true);
});
