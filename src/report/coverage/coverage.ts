import type { Language } from '../../base/language.ts';
import { suggestNames } from '../../base/names/suggest-names.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import { coverageWords } from '../../words/coverage-words.ts';
import type { Coverage, CoveredPart } from '../book.ts';
import type { ParsedReport } from '../manuscript/parsed-report.ts';
import { listSections, type Section } from '../manuscript/sections.ts';
import { findShortfalls, type ReportContents, type RequiredPart, type Shortfall } from './requirement.ts';

/**
 * Which parts of the outline the report covers: a chapter or section whose title is the part's, or that says so by
 * `<Covers>`, with the text, figures, tables and values that the outline requires. Where several sections cover a part, the one
 * that lacks least counts.
 */
export function buildCoverage(
  parsed: ParsedReport,
  required: readonly RequiredPart[],
  contents: ReportContents,
  language: Language,
): { coverage: Coverage; problems: Problem[] } {
  const sections = listSections(parsed);
  const items = required.map((part) => assessPart(part, { sections, required, parsed, contents, language }));
  for (const group of items.filter((item) => item.group)) {
    group.done = listLeaves(group.id, items).every((leaf) => leaf.done);
  }
  const leaves = items.filter((item) => !item.group);
  const done = leaves.filter((item) => item.done).length;
  return { coverage: { done, total: leaves.length, items }, problems: findUnknownParts(sections, required) };
}

interface CoverageContext {
  sections: readonly Section[];
  required: readonly RequiredPart[];
  parsed: ParsedReport;
  contents: ReportContents;
  language: Language;
}

function assessPart(part: RequiredPart, outline: CoverageContext): CoveredPart {
  const { sections, required, parsed, contents, language } = outline;
  const own = {
    id: part.id,
    title: (language === 'en' && part.en) || part.title,
    ...(part.in !== undefined && { in: part.in }),
    ...(required.some((other) => other.in === part.id) && { group: true as const }),
  };
  const best = sections
    .filter((section) => isCovering(section, part))
    .map((section) => ({ section, lacks: findShortfalls(section, part, contents) }))
    .sort((a, b) => a.lacks.length - b.lacks.length)[0];
  if (!best) {
    const place = findPlaceAbove(part, required, sections) ?? {
      file: parsed.abstract.file,
      line: 1,
      column: 1,
    };
    return { ...own, done: false, lacks: [], place };
  }
  const lacks = best.lacks.map((lack) => describeShortfall(lack, language));
  const { place, target } = best.section;
  return { ...own, done: lacks.length === 0, lacks, place, target };
}

/** The parts below a group that have none below themselves. */
function listLeaves(id: string, items: readonly CoveredPart[]): CoveredPart[] {
  return items
    .filter((item) => item.in === id)
    .flatMap((item) => (item.group ? listLeaves(item.id, items) : [item]));
}

function isCovering(section: Section, { id, title, en }: RequiredPart): boolean {
  return section.title === title || section.title === en || section.covers.some((one) => one.id === id);
}

/** Where a part that is missing belongs: in the section of the part above it. */
function findPlaceAbove(
  { in: above }: RequiredPart,
  required: readonly RequiredPart[],
  sections: readonly Section[],
): Place | undefined {
  const part = required.find(({ id }) => id === above);
  if (!part) return undefined;
  return (
    sections.find((section) => isCovering(section, part))?.place ?? findPlaceAbove(part, required, sections)
  );
}

function findUnknownParts(sections: readonly Section[], required: readonly RequiredPart[]): Problem[] {
  const ids = new Set(required.map((part) => part.id));
  return sections
    .flatMap((section) => section.covers)
    .filter(({ id }) => !ids.has(id))
    .map(({ id, place }) => createProblem('unknown-part', place, { id, ...suggestNames(id, [...ids]) }));
}

function describeShortfall(lack: Shortfall, language: Language): string {
  const words = coverageWords[language];
  return 'any' in lack ? words.none[lack.what](lack.any) : words.few[lack.what](lack.have, lack.need);
}
