import { describe, expect, test } from 'vitest';
import { parseBibliography } from '../../references/bibliography.ts';
import type { ReferenceStyle } from '../../schema/reference-style.ts';
import { Citations, foldRuns } from './citations.ts';

const bib = `
@book{zhang, author={张伯伟}, title={全唐五代诗格汇考}, address={南京}, publisher={江苏古籍出版社}, year={2002}}
@article{yu, author={于潇 and 刘义}, title={审核备案模式}, journal={清华大学学报}, year={2012}, volume={52}}
@book{boobier, author={Boobier, Tony and Marr, Bernard}, title={AI and banking}, publisher={Wiley}, year={2020}}
@book{b2, author={曹凌}, title={乙}, publisher={甲}, year={2011}}
@book{b1, author={曹凌}, title={甲}, publisher={甲}, year={2011}}
@online{none, title={某页}, url={https://a.cn}, urldate={2025-03-06}}
@book{unread, author={无人}, title={未引}, year={2011}}`;

function cite(style: ReferenceStyle, ...groups: string[][]) {
  const citations = new Citations(parseBibliography({ file: 'references.bib', text: bib }), style, 'zh');
  const cited = groups.map((keys) => citations.addCitation(keys));
  return { list: citations.buildReferences(), texts: cited.map(({ text }) => text), cited };
}

describe('by numbers', () => {
  test('the list goes by first citation, and holds what is cited', () => {
    const { list, texts } = cite({ edition: '2025', form: 'numeric' }, ['yu'], ['zhang', 'boobier'], ['yu']);
    expect(list.map(({ key }) => key)).toEqual(['yu', 'zhang', 'boobier']);
    expect(texts).toEqual(['[1]', '[2,3]', '[1]']);
  });
});

describe('by authors and years', () => {
  const all = cite(
    { edition: '2025', form: 'author-year' },
    ['yu', 'boobier'],
    ['zhang'],
    ['b2'],
    ['b1'],
    ['none'],
  );

  test('Chinese by pinyin, then Western; works of one author and year are told apart', () => {
    expect(all.list.map(({ text }) => text.split('. ')[0])).toEqual([
      '曹凌，2011a',
      '曹凌，2011b',
      '佚名，[2025]',
      '于潇，刘义，2012',
      '张伯伟，2002',
      'Boobier T，Marr B，2020',
    ]);
  });

  test('the text names the first author, and leads to the entry', () => {
    expect(all.texts).toEqual([
      '（于潇 等，2012；Boobier et al.，2020）',
      '（张伯伟，2002）',
      '（曹凌，2011b）',
      '（曹凌，2011a）',
      '（佚名，[2025]）',
    ]);
    expect(all.cited[0]!.numbers).toEqual([4, 6]);
  });

  test('the edition of 2015 has half-width marks and capitals in the list', () => {
    const { list } = cite({ edition: '2015', form: 'author-year' }, ['boobier']);
    expect(list[0]!.text).toBe('BOOBIER T, MARR B, 2020. AI and banking[M]. Wiley.');
  });
});

// GB/T 7714—2025, 9.3.1: several numbers in one bracket, consecutive ones joined.
test.each([
  [[1], '1'],
  [[3, 1], '1,3'],
  [[1, 2], '1,2'],
  [[1, 2, 3], '1-3'],
  [[5, 1, 2, 3, 7, 8], '1-3,5,7,8'],
  [[], ''],
])('%j prints as %s', (numbers, text) => expect(foldRuns(numbers)).toBe(text));
