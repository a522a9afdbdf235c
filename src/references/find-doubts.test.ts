import { describe, expect, test } from 'vitest';
import { parseBibliography } from './bibliography.ts';
import { findDoubts } from './find-doubts.ts';

function doubt(fields: string) {
  const { entries } = parseBibliography({
    file: 'references.bib',
    text: `@article{k, title={x}, ${fields}}`,
  });
  return findDoubts([...entries.values()][0]!).map(({ doubt: what }) => what);
}

// ISBN of the ISBN manual, ISSN of the ISSN manual, DOI of the DOI handbook.
describe.each([
  ['year={2010}, doi={10.1000/182}', 'year={2010}, doi={doi.org}', 'doi'],
  ['isbn={978-0-11-000222-4}', 'isbn={978-0-11-000222-5}', 'isbn'],
  ['isbn={0-306-40615-2}', 'isbn={0-306-40615-3}', 'isbn'],
  ['issn={0317-8471}', 'issn={0317-8472}', 'issn'],
  ['issn={2434-561X}', 'issn={2434-5611}', 'issn'],
  ['pages={289--300}', 'pages={300--289}', 'pages'],
  // Short for 1518–1523.
  ['pages={1518-23}', 'pages={73-3}', 'none'],
  [
    'year={2024}, date={2024-05-09}, urldate={2025-02-28}',
    'date={2024-05-09}, urldate={2024-02-28}',
    'accessed',
  ],
  ['year={2024}, urldate={2024-02-28}', 'year={2025}, urldate={2024-02-28}', 'year'],
])('%s', (right, wrong, what) => {
  test('is sound', () => expect(doubt(right)).toEqual([]));
  test(`but ${wrong} is doubtful`, () => expect(doubt(wrong)).toEqual(what === 'none' ? [] : [what]));
});
