/** Each line is counted by hand from the chapters that are written here. */
import { expect, test } from 'vitest';
import type { CardCheck } from '../../base/card/report-card.ts';
import { buildCourse } from '../../report/build-course.ts';
import { copyCourse, writeCourse } from '../../test/copied-course.ts';
import { checkCourse } from '../checks.ts';

async function readCard(root: string): Promise<Partial<Record<CardCheck, string>>> {
  const { reports } = checkCourse(await buildCourse({ root }));
  const lines = reports[0]?.card?.lines ?? [];
  return Object.fromEntries(
    lines.map(({ check, count, of }) => [check, of === undefined ? `${count}` : `${count}/${of}`]),
  );
}

test('a sound report: one part, one value, nothing typed', async () => {
  expect(await readCard(await copyCourse('base'))).toEqual({
    parts: '1/1',
    values: '1/1',
    claims: '0/0',
    figures: '0/0',
    sources: '0/1',
    references: '0/0',
    data: '3/3',
    typed: '0',
    contradicted: '0',
    access: '0',
  });
});

test('a result by hand, a table nobody mentions, a source, a jump in the headings', async () => {
  const chapter = `---
title: 用例
---

期内访问量 <Value of="访问量" />。本周访问量达到 25 次。

#### 各周

见<Ref to="weekly" />。

<Figure kind="trend" of="访问量" id="weekly" caption="各周访问量" />

<Table of="访问量" id="weeks" caption="各周访问量" />
`;
  const root = await writeCourse({
    'content/reports/r/02-case.mdx': chapter,
    'data/r/tables.yaml': 'visits.csv: { source: 店铺后台 }\n',
  });
  expect(await readCard(root)).toMatchObject({
    parts: '1/1',
    values: '2/3',
    figures: '1/2',
    sources: '1/1',
    typed: '1',
    access: '1',
  });
});

test('a cited entry that cannot be right', async () => {
  expect(await readCard(await copyCourse('base', 'problems/doubtful-reference'))).toMatchObject({
    references: '0/1',
  });
});

test('a claim that the data deny', async () => {
  const { contradicted, claims } = await readCard(await copyCourse('base', 'problems/bound-claim'));
  expect(Number(contradicted)).toBeGreaterThan(0);
  const [verified, found] = claims!.split('/').map(Number);
  expect(verified! + Number(contradicted)).toBeLessThanOrEqual(found!);
});
