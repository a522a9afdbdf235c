import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { renderChart } from '../../charts/draw/render.ts';
import { insertImage } from '../../charts/image-placeholder.ts';
import { kinds } from '../../charts/kinds/kinds.ts';
import { readPageImage } from './read-page-image.ts';

const root = await mkdtemp(join(tmpdir(), 'page-'));
afterAll(() => rm(root, { recursive: true }));

const place = { file: '01.mdx', line: 1, column: 1 };

/** The file written into the report's folder, and read as a page. */
async function read(name: string, bytes: string | Buffer) {
  await writeFile(join(root, name), bytes);
  return readPageImage(name, place, { root, folder: '.', files: [`./${name}`] });
}

const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 500">${inner}</svg>`;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEElEQVR4nGNgYGD4jwThLAB14gT8pD4YDgAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.from([
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 30, 0, 20, 1, 1, 0x11, 0],
]);

test('height over width is read from the bytes', async () => {
  expect(await read('a.svg', svg('<rect width="4" height="5"/>'))).toMatchObject({ ratio: 1.25 });
  expect(await read('a.png', png)).toMatchObject({ ratio: 0.75 });
  expect(await read('a.jpg', jpeg)).toMatchObject({ ratio: 1.5 });
});

test.each([
  ['a script', 'b.svg', svg('<script>1</script>')],
  ['an address', 'b.svg', svg('<use href="https://a.cn/x.svg#y"/>')],
  ['another image', 'b.svg', svg('<image href="a.png"/>')],
  ['an event', 'b.svg', svg('<rect onclick="x"/>')],
  [
    'an address that comes later',
    'b.svg',
    svg('<use><set attributeName="href" to="https://a.cn/x.svg#y"/></use>'),
  ],
  ['an address in styles', 'b.svg', svg('<rect style="mask-image: image-set(\'https://a.cn/x\' 1x)"/>')],
  ['an address that is written otherwise', 'b.svg', svg('<rect style="fill: u\\72l(https://a.cn/x)"/>')],
  ['no viewBox', 'b.svg', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
  ['a text with the name of an image', 'b.png', 'PNG'],
  ['another format', 'b.gif', 'GIF89a'],
])('no page: %s', async (_, name, bytes) => {
  expect(await read(name, bytes)).toMatchObject({ id: 'page-image', severity: 'error' });
});

test('too large, and not in the folder', async () => {
  const large = Buffer.concat([png, Buffer.alloc(400_000)]);
  expect(await read('c.png', large)).toMatchObject({ id: 'page-image' });
  const images = { root, folder: '.', files: [] };
  expect(await readPageImage('../secret.png', place, images)).toMatchObject({ id: 'missing-image' });
});

test('the image lies under the clicks, exactly within the frame of the page', async () => {
  const page = { href: 'data:image/png;base64,AA', ratio: 0.75 };
  const input = { ...kinds.clicks.example.input('zh'), page };
  const drawn = await renderChart({ spec: kinds.clicks.buildSpec(input, 640) });
  const laid = insertImage(drawn.svg, page);
  const [, width, height] = /<image x="0" y="0" width="([\d.]+)" height="([\d.]+)"/.exec(laid)!;
  expect(Number(height) / Number(width)).toBeCloseTo(0.75, 2);
  expect(laid).not.toContain('page-image');
  expect(laid).toContain(`d="M0,0h${width}v${height}h-${width}Z" stroke="var(--ink-3)"`);
  expect(laid.indexOf('<image')).toBeLessThan(laid.indexOf('<title>'));
});
