import { posix } from 'node:path';
import type { Language } from '../../base/language.ts';
import { formatPlace, type Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { foldFileName } from '../../base/safety/file-name.ts';
import type { BlockTagUse, InlineTagUse } from '../../markdown/markdown-chapter.ts';
import { createProblem } from '../../problems/catalog.ts';
import { anchorId } from '../../schema/tag-schemas.ts';
import { reportWords } from '../../words/report-words.ts';
import type { Target } from '../book.ts';
import type { ParsedChapter, ParsedReport } from './parsed-report.ts';
import { getPropPlace } from './tag-props.ts';

/** A part of the report that has a number and can be referred to. */
interface NumberedPart {
  kind: 'chapter' | 'section' | 'figure' | 'table';
  id: string;
  number: string;
  /** 图 4-2. */
  label: string;
  target: Target;
  place: Place;
}

export interface Numbering {
  /** By id: figures, tables, chapters by slug, headings by anchor and by `slug#anchor`. */
  parts: Map<string, NumberedPart>;
  /** The id of each figure, chart or table as written. */
  partByUse: Map<BlockTagUse, NumberedPart>;
  /** Number of each heading: `slug#anchor` → `4.2`. */
  sections: Map<string, string>;
  problems: Problem[];
}

/** Numbers chapters, sections, figures and tables in the order of the text; both printings show these. */
export function numberParts(parsed: ParsedReport, language: Language): Numbering {
  const numbering: Numbering = { parts: new Map(), partByUse: new Map(), sections: new Map(), problems: [] };
  const named = listNames(parsed);
  for (const chapter of [parsed.abstract, ...parsed.chapters]) {
    numberItems(chapter, numbering, named, language);
  }
  for (const chapter of parsed.chapters) numberHeadings(chapter, numbering, language);
  return numbering;
}

function numberItems(
  chapter: ParsedChapter,
  numbering: Numbering,
  named: ReadonlySet<string>,
  language: Language,
): void {
  const counts = { figure: 0, table: 0 };
  for (const use of chapter.uses) {
    const kind = findItemKind(use);
    if (!kind || use.type !== 'block-tag') continue;
    const number = `${chapter.number}-${++counts[kind]}`;
    const given = use.props.id?.trim();
    const id = given || findFileName(use, numbering, named) || `${kind}-${number}`;
    const taken = numbering.parts.get(id) ?? findSameFile(numbering, id);
    const part: NumberedPart = {
      kind,
      id,
      number,
      label: reportWords[language][kind](number),
      target: { chapter: chapter.slug, anchor: id },
      place: use.place,
    };
    if (taken) {
      const place = getPropPlace(use, 'id');
      numbering.problems.push(createProblem('duplicate-id', place, { id, other: formatPlace(taken.place) }));
    } else numbering.parts.set(id, part);
    numbering.partByUse.set(use, part);
  }
}

/** A picture without a name of its own has that of its file, where nothing else is called so. */
function findFileName({ name, props }: BlockTagUse, numbering: Numbering, named: ReadonlySet<string>) {
  if (name !== 'Picture') return undefined;
  const stem = posix.basename(props.src ?? '').replace(/\.[^.]*$/, '');
  const isFree = !named.has(stem) && !numbering.parts.has(stem) && !findSameFile(numbering, stem);
  return isFree && anchorId.safeParse(stem).success ? stem : undefined;
}

/** What chapters and headings are called, and figures and tables by their tags. */
function listNames({ abstract, chapters }: ParsedReport): Set<string> {
  const all = [abstract, ...chapters];
  const ids = all.flatMap(({ uses }) => uses.flatMap(({ props }) => props.id?.trim() || []));
  return new Set([...ids, ...all.flatMap(({ slug, headings }) => [slug, ...headings.map(({ id }) => id)])]);
}

/** Figures are files called after their id: two that differ by case only are one on Windows and macOS. */
function findSameFile({ parts }: Numbering, id: string): NumberedPart | undefined {
  const file = foldFileName(id);
  return [...parts.values()].find((part) => foldFileName(part.id) === file);
}

function numberHeadings(chapter: ParsedChapter, numbering: Numbering, language: Language): void {
  const words = reportWords[language];
  const own: NumberedPart = {
    kind: 'chapter',
    id: chapter.slug,
    number: String(chapter.number),
    label: words.chapter(chapter.number),
    target: { chapter: chapter.slug, anchor: '' },
    place: { file: chapter.file, line: 1, column: 1 },
  };
  if (!numbering.parts.has(chapter.slug)) numbering.parts.set(chapter.slug, own);
  let section = 0;
  let subsection = 0;
  for (const heading of chapter.headings) {
    if (heading.depth === 2) subsection = 0;
    const number =
      heading.depth === 2
        ? `${chapter.number}.${++section}`
        : heading.depth === 3
          ? `${chapter.number}.${section}.${++subsection}`
          : '';
    const path = `${chapter.slug}#${heading.id}`;
    numbering.sections.set(path, number);
    const target = { chapter: chapter.slug, anchor: heading.id };
    const label = number ? words.section(number) : heading.text;
    const part: NumberedPart = {
      kind: 'section',
      id: heading.id,
      number,
      label,
      target,
      place: heading.place,
    };
    numbering.parts.set(path, part);
    if (!numbering.parts.has(heading.id)) numbering.parts.set(heading.id, part);
  }
}

function findItemKind(use: InlineTagUse | BlockTagUse): 'figure' | 'table' | undefined {
  if (use.name === 'Figure' || use.name === 'Chart' || use.name === 'Picture') return 'figure';
  return use.name === 'Table' ? 'table' : undefined;
}
