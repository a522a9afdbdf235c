import { expect, test } from 'vitest';
import { parseBibliography } from './bibliography.ts';

const read = (text: string, edition?: '2015') => parseBibliography({ file: 'references.bib', text }, edition);
const listProblems = (text: string, edition?: '2015') =>
  read(text, edition).problems.map(({ id, place }) => `${id}@${place.line}:${place.column}`);

test('entries keep their order and places; comments and strings are no entries', () => {
  const { entries, problems } = read(
    '% @book{no, title={x}}\n@comment{also no}\n@string{thu = {清华大学出版社}}\n\n@book{b, title={乙}, publisher=thu, year=2020}\n  @Article(a, title={甲}, journal={刊}, year={2021})\n',
  );
  expect(problems).toEqual([]);
  expect(
    [...entries.values()].map(({ key, place, publisher }) => [key, place.line, place.column, publisher]),
  ).toEqual([
    ['b', 5, 1, '清华大学出版社'],
    ['a', 6, 3, ''],
  ]);
});

test('a broken entry is told at its line and spoils no other', () => {
  const text =
    '@book{a,\n  title = {甲}\n  year = {2020}\n}\n\n@book{b, title={乙}, year={2020}}\n@book{c, title={丙\n\n@book{d, title={丁}, year={2020}}\n';
  expect(listProblems(text)).toEqual(['bibliography-syntax@3:3', 'bibliography-syntax@7:1']);
  expect([...read(text).entries.keys()]).toEqual(['b', 'd']);
});

test.each([
  ['@book{a, title={x}, year={1}}\n@book{a, title={y}, year={2}}', ['duplicate-reference-key@2:1']],
  ['@book{a, title={x}}', ['reference-missing-field@1:1']],
  ['@article{a, title={x}, year={2020}}', ['reference-missing-field@1:1']],
  ['@online{a, title={x}}', ['reference-missing-field@1:1']],
  ['@book{, title={x}, year={2020}}', ['bibliography-syntax@1:1']],
  ['', []],
  ['没有条目', []],
])('%j', (text, expected) => {
  expect(listProblems(text)).toEqual(expected);
});

test('only the edition of 2015 asks when a page was read', () => {
  const text = '@online{a, title={x}, url={https://a.cn}}';
  expect(listProblems(text)).toEqual([]);
  expect(listProblems(text, '2015')).toEqual(['reference-missing-field@1:1']);
});

test('a lone address or DOI is never fetched', () => {
  const { entries } = read(
    'https://example.com/a.bib\n10.1000/xyz\n@misc{a, title={10.1000/xyz}, note={https://example.com}}',
  );
  expect([...entries.keys()]).toEqual(['a']);
});
