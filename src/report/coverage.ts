import type { Language } from '../base/language.ts';
import { nearest } from '../base/nearest.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { problem } from '../problems/problem.ts';
import { lackWords } from '../words/lacks.ts';
import type { Coverage, CoveredPart } from './book.ts';
import type { Manuscript } from './manuscript.ts';
import { type Holdings, type Lack, lacksOf, type RequiredPart } from './requirement.ts';
import { type Section, sectionsOf } from './sections.ts';

/**
 * Which parts of the outline the report covers: a chapter or section whose title is the part's, or that says so by
 * `<Covers>`, with the text and the objects that the outline asks for. Where several sections cover a part, the one
 * that lacks least counts.
 */
export function settleCoverage(
  manuscript: Manuscript,
  required: readonly RequiredPart[],
  holdings: Holdings,
  language: Language,
): { coverage: Coverage; problems: Problem[] } {
  const sections = sectionsOf(manuscript);
  const items = required.map((part) =>
    settlePart(part, { sections, required, manuscript, holdings, language }),
  );
  for (const group of items.filter((item) => item.group)) {
    group.done = leavesOf(group.id, items).every((leaf) => leaf.done);
  }
  const leaves = items.filter((item) => !item.group);
  const done = leaves.filter((item) => item.done).length;
  return { coverage: { done, total: leaves.length, items }, problems: unknownParts(sections, required) };
}

interface Outline {
  sections: readonly Section[];
  required: readonly RequiredPart[];
  manuscript: Manuscript;
  holdings: Holdings;
  language: Language;
}

function settlePart(part: RequiredPart, outline: Outline): CoveredPart {
  const { sections, required, manuscript, holdings, language } = outline;
  const own = {
    id: part.id,
    title: (language === 'en' && part.en) || part.title,
    ...(part.in !== undefined && { in: part.in }),
    ...(required.some((other) => other.in === part.id) && { group: true as const }),
  };
  const best = sections
    .filter((section) => covers(section, part))
    .map((section) => ({ section, lacks: lacksOf(section, part, holdings) }))
    .sort((a, b) => a.lacks.length - b.lacks.length)[0];
  if (!best) {
    const place = placeAbove(part, required, sections) ?? {
      file: manuscript.abstract.file,
      line: 1,
      column: 1,
    };
    return { ...own, done: false, lacks: [], place };
  }
  const lacks = best.lacks.map((lack) => lackText(lack, language));
  const { place, target } = best.section;
  return { ...own, done: lacks.length === 0, lacks, place, target };
}

/** The parts below a group that have none below themselves. */
function leavesOf(id: string, items: readonly CoveredPart[]): CoveredPart[] {
  return items
    .filter((item) => item.in === id)
    .flatMap((item) => (item.group ? leavesOf(item.id, items) : [item]));
}

function covers(section: Section, { id, title, en }: RequiredPart): boolean {
  return section.title === title || section.title === en || section.covers.some((one) => one.id === id);
}

/** Where a part that is missing belongs: in the section of the part above it. */
function placeAbove(
  { in: above }: RequiredPart,
  required: readonly RequiredPart[],
  sections: readonly Section[],
): Place | undefined {
  const part = required.find(({ id }) => id === above);
  if (!part) return undefined;
  return sections.find((section) => covers(section, part))?.place ?? placeAbove(part, required, sections);
}

function unknownParts(sections: readonly Section[], required: readonly RequiredPart[]): Problem[] {
  const ids = new Set(required.map((part) => part.id));
  return sections
    .flatMap((section) => section.covers)
    .filter(({ id }) => !ids.has(id))
    .map(({ id, place }) =>
      problem('unknown-part', place, { id, near: nearest(id, ids), all: [...ids].join('、') }),
    );
}

function lackText(lack: Lack, language: Language): string {
  const words = lackWords[language];
  return 'any' in lack ? words.none[lack.what](lack.any) : words.few[lack.what](lack.have, lack.need);
}
