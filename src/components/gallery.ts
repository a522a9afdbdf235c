/** The gallery of figures: the catalogue as pages and as a list for machines. */
import type { Language } from '../base/language.ts';
import type { ChartKind } from '../charts/kind.ts';
import { type Kind, kinds } from '../charts/kinds/index.ts';
import { sideOf } from '../words/handbook.ts';

export const galleryIndex = 'guide/figures.html';

export function kindPage(kind: Kind): string {
  return `guide/figures/${kind}.html`;
}

export interface KindAttribute {
  name: string;
  text: string;
  needed: boolean;
}

/** Attributes of `<Figure>` that a kind takes, besides those every kind does. */
export function attributesOf({ props }: ChartKind, language: Language): KindAttribute[] {
  return Object.entries(props.shape).map(([name, schema]) => ({
    name,
    text: sideOf(schema.description ?? '', language),
    needed: !schema.safeParse(undefined).success,
  }));
}

/** `guide/figures.json`. */
export function galleryJson() {
  return (Object.entries(kinds) as [Kind, ChartKind][]).map(([kind, one]) => {
    const { title, description, use, avoid, sources, example } = one;
    return {
      kind,
      title,
      description,
      use,
      avoid,
      sources,
      attributes: attributesOf(one, 'zh').map(({ name, text, needed }, i) => {
        return { name, needed, text: { zh: text, en: attributesOf(one, 'en')[i]!.text } };
      }),
      example: { tag: example.tag, ...(example.metrics && { metrics: example.metrics }) },
      page: kindPage(kind),
    };
  });
}
