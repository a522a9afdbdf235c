import { citationStyles } from './citation-style.ts';
import { formatAuthorYear, formatInText, formatListYear, listCreators } from './format-names.ts';
import type { Reference } from './reference.ts';

/** GB/T 7714—2025, 9.3.1: by language first (Chinese, Japanese, Western, Russian, others), then by author and year. */
const scripts: readonly RegExp[] = [
  /\p{Script=Han}/u,
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
];

const style = citationStyles['2025'];

/** Chinese by the sounds of pinyin. */
const collator = new Intl.Collator('zh-u-co-pinyin', { numeric: true });

/** Order of a list by authors and years. */
export function compareReferences(a: Reference, b: Reference): number {
  return (
    rankScript(a) - rankScript(b) ||
    collator.compare(formatAuthors(a), formatAuthors(b)) ||
    collator.compare(formatListYear(a, style), formatListYear(b, style)) ||
    collator.compare(a.title, b.title) ||
    (a.key < b.key ? -1 : 1)
  );
}

function rankScript(reference: Reference): number {
  if (reference.language === 'ja') return 1;
  const first = formatAuthors(reference);
  const rank = scripts.findIndex((script) => script.test(first));
  return rank < 0 ? scripts.length : rank;
}

function formatAuthors(reference: Reference): string {
  return listCreators(reference).length === 0 && reference.language === 'other'
    ? reference.title
    : formatAuthorYear({ ...reference, year: '-', accessed: '' }, style, '');
}

/** a, b … for works that the text would cite alike, in the order of the list. */
export function assignLetters(list: readonly Reference[]): Map<Reference, string> {
  const alike = Map.groupBy(list, (reference) => formatInText(reference, style, ''));
  return new Map(
    [...alike.values()]
      .filter(({ length }) => length > 1)
      .flatMap((references) =>
        references.map((reference, index) => [reference, String.fromCharCode(97 + index)] as const),
      ),
  );
}
