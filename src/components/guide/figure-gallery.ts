/** The gallery of figures: the catalogue as pages and as a list for machines. */
import type { Language } from '../../base/language.ts';
import type { ChartKind } from '../../charts/kind.ts';
import { type Kind, kinds } from '../../charts/kinds/kinds.ts';
import { selectLanguageSide } from '../../words/site/handbook-words.ts';

export const galleryIndex = 'guide/figures.html';

export function getKindPage(kind: Kind): string {
  return `guide/figures/${kind}.html`;
}

interface KindAttribute {
  name: string;
  text: string;
  needed: boolean;
}

/** Attributes of `<Figure>` that a kind takes, besides those every kind does. */
export function listKindAttributes({ props }: ChartKind, language: Language): KindAttribute[] {
  return Object.entries(props.shape).map(([name, schema]) => ({
    name,
    text: selectLanguageSide(schema.description ?? '', language),
    needed: !schema.safeParse(undefined).success,
  }));
}

/** `guide/figures.json`. */
export function buildGalleryJson() {
  return (Object.entries(kinds) as [Kind, ChartKind][]).map(([kind, one]) => {
    const { title, description, use, avoid, sources, example } = one;
    return {
      kind,
      title,
      description,
      use,
      avoid,
      sources,
      attributes: listKindAttributes(one, 'zh').map(({ name, text, needed }, i) => {
        return { name, needed, text: { zh: text, en: listKindAttributes(one, 'en')[i]!.text } };
      }),
      example: { tag: example.tag, ...(example.metrics && { metrics: example.metrics }) },
      page: getKindPage(kind),
    };
  });
}
