/** What stands in the list beside the pages of the references: metrics by family, kinds of figures, tables. */
import type { Language } from '../../base/language.ts';
import { type Kind, kinds } from '../../charts/kinds/kinds.ts';
import { checkKinds, checkWords } from '../../words/site/check-words.ts';
import { galleryWords } from '../../words/site/gallery-words.ts';
import { handbookWords } from '../../words/site/handbook-words.ts';
import { siteWords } from '../../words/site/site-words.ts';
import type { LinkedPage } from '../navigation/linked-page.ts';
import { checksPage } from './check-reference.ts';
import { galleryIndex, getKindPage } from './figure-gallery.ts';
import { conventionsPage, getFamilyPage, handbookIndex, listHandbookChapters } from './metrics-handbook.ts';
import { tablesById } from './table-reference.ts';

export const tablesPage = 'guide/tables.html';

type Item = Pick<LinkedPage, 'path' | 'title' | 'anchor'>;

const listItems = (first: Item, items: readonly Item[]): LinkedPage[] => [
  { ...first, number: '', kind: 'home' },
  ...items.map((item) => ({ ...item, number: '', kind: 'appendix' as const })),
];

export function listMetricPages(language: Language): LinkedPage[] {
  const { title, conventions } = handbookWords[language];
  return listItems({ path: handbookIndex, title }, [
    ...listHandbookChapters(language).map(({ family, name }) => ({
      path: getFamilyPage(family),
      title: name,
    })),
    { path: conventionsPage, title: conventions },
  ]);
}

export function listKindPages(language: Language): LinkedPage[] {
  return listItems(
    { path: galleryIndex, title: galleryWords[language].title },
    (Object.keys(kinds) as Kind[]).map((kind) => ({
      path: getKindPage(kind),
      title: kinds[kind].title[language],
    })),
  );
}

export function listTablePlaces(language: Language): LinkedPage[] {
  return listItems(
    { path: tablesPage, title: siteWords[language].guide.tables },
    tablesById.map(({ name, schema }) => ({
      path: tablesPage,
      anchor: `t-${name}`,
      title: schema.title[language],
    })),
  );
}

export function listCheckKinds(language: Language): LinkedPage[] {
  const words = checkWords[language];
  return listItems(
    { path: checksPage, title: words.title },
    checkKinds.map((kind) => ({ path: checksPage, anchor: `k-${kind}`, title: words.kinds[kind] })),
  );
}
