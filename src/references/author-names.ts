import type { CitationStyle } from './citation-style.ts';
import type { Name, Reference } from './reference.ts';

const others: Record<Reference['language'], string> = { zh: '等', ja: '他', other: 'et al' };

/** Up to three names; more are 等, 他 or et al. */
export function formatNames(
  names: readonly Name[],
  language: Reference['language'],
  style: CitationStyle,
): string {
  const open = names.at(-1)?.family === 'others';
  const people = open ? names.slice(0, -1) : names;
  const shown = people.slice(0, 3).map((name) => formatName(name, style));
  if (open || people.length > 3) shown.push(others[language]);
  return shown.join(style.comma);
}

/** `Praetzellis A`, in the edition of 2015 `PRAETZELLIS A`; Chinese names and institutions as they are. */
function formatName({ family, given, suffix }: Name, style: CitationStyle): string {
  if (given === '') return family;
  const initials = given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((part) =>
      part
        .split('-')
        .map((piece) => [...piece][0]?.toUpperCase() ?? '')
        .join('-'),
    )
    .join(' ');
  const person = `${style.upperNames ? family.toUpperCase() : family} ${initials}`;
  return suffix === '' ? person : `${person}${style.comma}${suffix}`;
}
