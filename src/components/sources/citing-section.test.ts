import { expect, test } from 'vitest';
import { createSampleBook } from '../../test/sample-book.ts';
import { findCitingSection } from './citing-section.ts';

test('a figure is cited in a section, or in a chapter', () => {
  const book = createSampleBook();
  const { slug } = book.chapters[0]!;
  const place = { chapter: slug, anchor: 'use-1', label: '1.1 节' };
  expect(findCitingSection(book, place)).toEqual({ chapter: slug, anchor: '项目背景' });
  expect(findCitingSection(book, { ...place, label: '第 1 章' })).toEqual({ chapter: slug, anchor: '' });
});
