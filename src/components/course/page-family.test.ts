import { expect, test } from 'vitest';
import { listFamily, listFirstPages } from './page-family.ts';

const guide = { slug: 'guide' };
const data = { slug: 'guide-data', in: 'guide' };
const writing = { slug: 'guide-writing', in: 'guide' };
const syllabus = { slug: 'syllabus' };
const lost = { slug: 'lost', in: 'no-such-page' };
const pages = [writing, syllabus, data, guide, lost];

test('the home of the course lists the pages that belong to no other, and those whose page is not there', () => {
  expect(listFirstPages(pages)).toEqual([syllabus, guide, lost]);
});

test('a family is its head and the pages in it, in their order, from any of them', () => {
  expect(listFamily(guide, pages)).toEqual([guide, writing, data]);
  expect(listFamily(data, pages)).toEqual([guide, writing, data]);
});

test('a page alone has no family', () => {
  expect(listFamily(syllabus, pages)).toEqual([]);
  expect(listFamily(lost, pages)).toEqual([]);
});
