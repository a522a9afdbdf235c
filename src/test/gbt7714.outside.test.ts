/** Reference lists as two other projects print them, beside the repository; what both mean by the standard is in its README. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseBibliography } from '../references/bibliography.ts';
import type { CitationForm } from '../references/citation-style.ts';
import { formatReference } from '../references/format-reference.ts';

const folder = fileURLToPath(new URL('../../../shared/data/gbt7714/', import.meta.url));
const there = existsSync(folder);
if (!there) console.warn(`SKIPPED: no ${folder}`);

type Edition = '2015' | '2025';

interface Golden {
  key: string;
  style: `${Edition}-${CitationForm}`;
  text: string;
  /** The project printed it from other fields than stand in the file. */
  inputDiffers?: true;
  /** An author alone, or the like. */
  partial?: true;
}

const read = (name: string) => readFileSync(`${folder}${name}`, 'utf8');
const golden: Golden[] = there ? JSON.parse(read('expected.json')) : [];
const { entries } = parseBibliography({ file: 'entries.bib', text: there ? read('entries.bib') : '' });

/** Case of titles, width of marks and kinds of quotation marks: the projects differ in them from one another. */
const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”"'’‘]/g, '')
    .replace(/–|--/g, '-')
    .replace(/\s+/g, '');

/** One by one, why ours is otherwise than all that is printed from the same fields. */
const explained: Record<Edition, Record<string, string>> = {
  '2025': {
    'z25-b-1-19': 'they print “v.1”; the file has 1, which is 第 1 卷 elsewhere in both',
    'z25-b-9-6':
      'one prints the holder of a patent; the standard names who asks for it, the file its inventors',
    'z25-7-1-3-2': 'the file has Br. Med. J. with points; one project takes them out',
  },
  '2015': {
    'z25-b-2-6': '卷 35 as typed in the other input; the file has 35',
    'z25-b-4-4': 'one leaves out the translator of an article',
    'z25-b-4-8': 'published ahead of an issue: the day stays',
    'z25-b-6-4': 'CSTR is told in both editions',
    'z25-b-8-8': 'the file has the year 2022 beside the number',
    'z25-b-8-9': 'ISO is the author in the file',
    'z25-b-8-10': 'ISO is the author in the file',
    'z25-b-9-1': 'number of the application in the file, of the publication in theirs',
    'z25-b-9-3': 'number of the application in the file, of the publication in theirs',
    'z25-b-10-3': 'a film is Z to one; the file says @online',
    'z25-b-10-6': 'a picture is Z to one; the file says @online',
    'z25-b-11-2': 'an archive is Z to one; ours prints A with its number in both editions',
    'z25-b-12-1': 'scale and sheet of a map are told in both editions',
    'z25-b-12-2': 'scale and sheet of a map are told in both editions',
    ...Object.fromEntries(
      ['13-1', '13-3', '13-4', '13-6', '13-7', '13-9'].map((number) => [
        `z25-b-${number}`,
        'DS is of the edition of 2025: one prints it as a book in the older one',
      ]),
    ),
    ...Object.fromEntries(
      ['14-1', '14-2', '14-3', '14-4'].map((number) => [
        `z25-b-${number}`,
        'PP is of the edition of 2025: one prints EB in the older one',
      ]),
    ),
    'z15-4-5-2-2': 'the holder of a patent instead of its inventors',
    'z15-A-5-1': 'the holder of a patent instead of its inventors',
    'z15-A-5-2': 'the holder of a patent instead of its inventors',
    'z15-4-6-2-2': 'a public notice is A to one; the file says @online',
    'z15-6-1-1-3': 'et al without a comma after a Korean name is an artefact',
    'z15-6-1-2-1a': 'the number of a volume in Korean',
    'z15-8-1-3-1': 'the file has Br. Med. J. with points; one project takes them out',
    'z15-A-2-1': 'a collection is G to one; M and C are what the standard has for it since',
  },
};

describe.runIf(there).each<[Edition, CitationForm, number]>([
  ['2025', 'numeric', 175],
  ['2025', 'author-year', 175],
  ['2015', 'numeric', 272],
  ['2015', 'author-year', 272],
])('GB/T 7714—%s, %s', (edition, form, count) => {
  const records = golden.filter(({ style, partial }) => style === `${edition}-${form}` && !partial);
  const byKey = Map.groupBy(records, ({ key }) => key);

  test(`${count} entries print as printed, or it is told why not`, () => {
    expect(byKey.size).toBe(count);
    const odd = [...byKey].filter(([key, printed]) => {
      const entry = entries.get(key);
      const ours = entry ? fold(formatReference(entry, { edition, form })) : '';
      const ofSameFields = printed.filter(({ inputDiffers }) => !inputDiffers);
      return ofSameFields.length > 0 && !printed.some(({ text }) => fold(text) === ours);
    });
    const unexplained = odd.map(([key]) => key).filter((key) => !(key in explained[edition]));
    expect(unexplained).toEqual([]);
  });
});
