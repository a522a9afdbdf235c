/** How the attributes of a tag are read. */
import type { Place } from '../../base/place.ts';
import type { BlockTagUse, InlineTagUse } from '../../markdown/markdown-chapter.ts';

/** `a, b，c、d` → four names. */
export function splitNames(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Where an attribute is written; the tag itself where it is not. */
export function getPropPlace(
  { propPlaces, place }: Pick<BlockTagUse | InlineTagUse, 'propPlaces' | 'place'>,
  prop: string,
): Place {
  return propPlaces[prop] ?? place;
}
