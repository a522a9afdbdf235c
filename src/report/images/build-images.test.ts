import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { prepareImages } from '../../print/prepare-images.ts';
import { listFiles, writeCourse } from '../../test/copied-course.ts';
import type { Book } from '../book.ts';
import { buildCourse } from '../build-course.ts';
import { listFigures } from './build-pictures.ts';

/** 1200 × 900 as a camera held upright writes it: turned, with its owner and where it was. */
async function takePhoto(): Promise<Buffer> {
  const red = { create: { width: 300, height: 900, channels: 3 as const, background: '#c00' } };
  return sharp({ create: { width: 1200, height: 900, channels: 3, background: '#06c' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: 'SecretCam', Artist: 'Li Lei' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

const chapter = `---
title: 图片
---

见<Ref to="poster" />、<Ref to="trend" />、<Ref to="再看" />，句中 ![图标](poster.jpg) 不编号。

![红蓝两块](poster.jpg "海报")

<Figure kind="trend" of="逐日" id="trend" />

![红蓝两块](poster.jpg "再看一次"){#再看}
![只有题注](poster.jpg)
`;

async function build(): Promise<{ book: Book; root: string; downloads: string }> {
  const root = await writeCourse({
    'content/reports/r/poster.jpg': await takePhoto(),
    'content/reports/r/02-case.mdx': chapter,
    'data/r/metrics.yaml':
      '访问量: { metric: sum, from: visits, with: { column: visits }, unit: 次 }\n逐日: { metric: sum, from: visits, with: { column: visits }, by: day, unit: 次 }\n',
  });
  const downloads = join(root, 'out');
  const { reports } = await buildCourse({ root, downloads });
  expect(reports[0]!.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { book: reports[0]!.book!, root, downloads: join(downloads, 'r', 'media') };
}

test('pictures are numbered with the figures, captioned and referred to', async () => {
  const { book } = await build();
  expect(listFigures(book).map(({ id, number, caption }) => `${number} ${id} ${caption}`)).toEqual([
    '2-1 poster 海报',
    expect.stringMatching(/^2-2 trend /),
    '2-3 再看 再看一次',
    '2-4 figure-2-4 只有题注',
  ]);
  const [first, , last] = book.pictures;
  expect(first).toMatchObject({ alternative: '红蓝两块', cited: [{ chapter: 'case' }] });
  expect(last).toMatchObject({ alternative: '只有题注', unseen: true });
});

test('images are published upright, at the sizes of screens, without what the camera wrote', async () => {
  const { book, root, downloads } = await build();
  const image = book.images['poster.jpg']!;
  expect(image).toMatchObject({ width: 900, height: 1200 });
  expect(await listFiles(downloads)).toEqual(image.sizes.map(({ name }) => name).sort());
  const printed = [...(await prepareImages(book, root)).values()].map(({ bytes }) => bytes);
  const shown = await Promise.all(image.sizes.map(({ name }) => readFile(join(downloads, name))));
  expect((await sharp(await takePhoto()).metadata()).exif?.toString('latin1')).toContain('SecretCam');
  for (const bytes of [...shown, ...printed]) {
    const { exif, orientation = 1, width, height } = await sharp(bytes).metadata();
    expect({ exif, orientation, ratio: width / height }).toEqual({
      exif: undefined,
      orientation: 1,
      ratio: 0.75,
    });
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/SecretCam|Li Lei/);
    // Turned by the clock, the left edge is on top.
    const { data } = await sharp(bytes)
      .extract({ left: 10, top: 10, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(150);
  }
});

test('the same image gives the same bytes, and what no text shows is removed', async () => {
  const { root, downloads, book } = await build();
  const read = async () =>
    Promise.all((await listFiles(downloads)).map((name) => readFile(join(downloads, name), 'base64')));
  const before = await read();
  await rm(downloads, { recursive: true });
  await buildCourse({ root, downloads: join(root, 'out') });
  expect(await read()).toEqual(before);
  expect(before).toHaveLength(book.images['poster.jpg']!.sizes.length);
  await writeFile(join(root, 'content/reports/r/02-case.mdx'), '---\ntitle: 图片\n---\n\n没有图。\n');
  await buildCourse({ root, downloads: join(root, 'out') });
  expect(await read()).toEqual([]);
});
