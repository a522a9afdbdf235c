import { expect, test } from 'vitest';
import { familyOf, firstPages } from './page-family.ts';

const guide = { slug: 'guide' };
const data = { slug: 'guide-data', in: 'guide' };
const writing = { slug: 'guide-writing', in: 'guide' };
const syllabus = { slug: 'syllabus' };
const lost = { slug: 'lost', in: 'no-such-page' };
const pages = [writing, syllabus, data, guide, lost];

test('the home of the course lists the pages that belong to no other, and those whose page is not there', () => {
  expect(firstPages(pages)).toEqual([syllabus, guide, lost]);
});

test('a family is its head and the pages in it, in their order, from any of them', () => {
  expect(familyOf(guide, pages)).toEqual([guide, writing, data]);
  expect(familyOf(data, pages)).toEqual([guide, writing, data]);
});

test('a page alone has no family', () => {
  expect(familyOf(syllabus, pages)).toEqual([]);
  expect(familyOf(lost, pages)).toEqual([]);
});
