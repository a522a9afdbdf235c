import { findNearestName } from '../../base/nearest-name.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import { tagNames } from '../../schema/tag-schemas.ts';
import { getMarkdownEquivalent, isHtmlName } from './html-names.ts';
import type { LexedTag } from './tag-lexer.ts';

/**
 * What is wrong with a tag that is not of the dialect: HTML, a wrong case or a slip of the keyboard.
 * Undefined when it is prose after all: `a <b and c`, `if x<y then`, `List<String>`.
 */
export function findForeignTagProblem(
  tag: LexedTag,
  source: string,
  before: string,
  place: Place,
): Problem | undefined {
  const hasValue = tag.attributes.some(({ form }) => form !== 'bare');
  const meant = findIntendedTag(tag);
  if (meant && (tag.ended || hasValue)) {
    const corrected = source.replace(tag.name, meant);
    return createProblem('unknown-tag', place, {
      name: tag.name,
      near: meant,
      all: tagNames.join('、'),
      corrected,
    });
  }
  const proseLike = tag.attributes.length > 0 && !hasValue;
  if (!tag.ended && !hasValue) return undefined;
  if (isHtmlName(tag.name)) {
    if (proseLike && tag.name.length === 1) return undefined;
    return createProblem('raw-html', place, {
      source: shortenSource(source),
      instead: getMarkdownEquivalent(tag.name),
    });
  }
  if (proseLike || (/[A-Za-z]/.test(before) && !hasValue)) return undefined;
  const corrected = `\\${source}`;
  return createProblem('unknown-tag', place, {
    name: tag.name,
    near: undefined,
    all: tagNames.join('、'),
    corrected,
  });
}

/** The tag of the dialect that was meant: `value`, `Valeu`; but `<table>` with no `of` is HTML. */
function findIntendedTag(tag: LexedTag): string | undefined {
  const keys = tag.attributes.map(({ name }) => name);
  const likeOurs = keys.some((key) => ['of', 'to', 'kind', 'spec'].includes(key));
  if (isHtmlName(tag.name) && !likeOurs) return undefined;
  const sameLetters = tagNames.find((name) => name.toLowerCase() === tag.name.toLowerCase());
  if (sameLetters) return sameLetters;
  if (isHtmlName(tag.name)) return undefined;
  const near = findNearestName(tag.name, tagNames);
  return near && (likeOurs || /^[A-Z]/.test(tag.name)) ? near : undefined;
}

function shortenSource(source: string): string {
  const line = source.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
