import type { Inline } from '../../base/chapter-tree.ts';
import type { Problem } from '../../base/problem.ts';
import type {
  BlockTagUse,
  InlineTagUse,
  ParsedBlock,
  ParsedInline,
} from '../../markdown/markdown-chapter.ts';
import type { Bibliography } from '../../references/bibliography.ts';
import type { CourseFile } from '../../schema/course-file.ts';
import type { ReferenceStyle } from '../../schema/reference-style.ts';
import { reportWords } from '../../words/report-words.ts';
import type {
  BookBlock,
  BookChapter,
  BookInline,
  BookReference,
  ChapterSection,
  NoteKind,
  PinnedName,
} from '../book.ts';
import type { ParsedChapter, ParsedReport } from '../manuscript/parsed-report.ts';
import { getPropPlace, splitNames } from '../manuscript/tag-props.ts';
import { Citations } from './citations.ts';
import { buildGlossary } from './glossary.ts';
import { resolveInlineTag } from './inline-tags.ts';
import { Ledger } from './ledger.ts';
import { resolveInternalLink } from './links.ts';
import type { ProseContext } from './prose-context.ts';
import { buildTile } from './tiles.ts';
import { createUnknownValueProblems } from './value-names.ts';

interface BuiltProse {
  abstract: BookChapter;
  chapters: BookChapter[];
  ledger: Ledger;
  references: BookReference[];
  problems: Problem[];
}

/** Builds the text of a report from the abstract to the last chapter. */
export function buildProse(
  parsed: ParsedReport,
  given: Pick<ProseContext, 'values' | 'broken' | 'numbering' | 'language'> & {
    bibliography: Bibliography;
    references: ReferenceStyle;
    course: CourseFile;
  },
): BuiltProse {
  const ledger = new Ledger();
  const citations = new Citations(given.bibliography, given.references, given.language);
  const glossary = buildGlossary(given.course, given.language);
  const context = { ...given, citations, glossary, cite: ledger.cite.bind(ledger) };
  const abstract = buildChapter(parsed.abstract, context);
  const chapters = parsed.chapters.map((chapter) => buildChapter(chapter, context));
  return {
    abstract: abstract.chapter,
    chapters: chapters.map(({ chapter }) => chapter),
    ledger,
    references: citations.buildReferences(),
    problems: [...[abstract, ...chapters].flatMap(({ problems }) => problems), ...citations.findUnused()],
  };
}

/** Builds the text of one chapter: every tag becomes what both printings show. */
export function buildChapter(
  chapter: ParsedChapter,
  context: ProseContext,
): { chapter: BookChapter; problems: Problem[] } {
  const builder = new ChapterBuilder(chapter, context);
  const built: BookChapter = {
    slug: chapter.slug,
    number: chapter.number,
    title: chapter.front.title,
    ...(chapter.front.summary && { summary: chapter.front.summary }),
    file: chapter.file,
    blocks: builder.buildBlocks(chapter.blocks),
    footnotes: chapter.footnotes.map((note) => ({ ...note, children: builder.buildBlocks(note.children) })),
    ...(builder.sections.length > 0 && { sections: builder.sections }),
  };
  return { chapter: built, problems: builder.problems };
}

class ChapterBuilder {
  readonly problems: Problem[] = [];
  readonly sections: ChapterSection[] = [];
  readonly #chapter: ParsedChapter;
  readonly #context: ProseContext;
  /** Label of the section being built: 2.1 节. */
  #section: string;
  #uses = 0;

  constructor(chapter: ParsedChapter, context: ProseContext) {
    this.#chapter = chapter;
    this.#context = context;
    const words = reportWords[context.language];
    this.#section = chapter.number === 0 ? words.abstract : words.chapter(chapter.number);
  }

  buildBlocks(written: ParsedBlock[]): BookBlock[] {
    return written.flatMap((block) => this.#buildBlock(block) ?? []);
  }

  #buildBlock(block: ParsedBlock): BookBlock | undefined {
    switch (block.type) {
      case 'heading':
        return this.#buildHeading(block);
      case 'paragraph':
        return { ...block, children: this.#buildInlines(block.children) };
      case 'list':
        return {
          ...block,
          items: block.items.map((item) => ({ ...item, children: this.buildBlocks(item.children) })),
        };
      case 'quote':
        return { ...block, children: this.buildBlocks(block.children) };
      case 'grid': {
        const cells = (row: ParsedInline[][]) => row.map((cell) => this.#buildInlines(cell));
        return { ...block, header: cells(block.header), rows: block.rows.map(cells) };
      }
      case 'block-tag':
        return this.#buildBlockTag(block);
      default:
        return block;
    }
  }

  #buildHeading(heading: Extract<ParsedBlock, { type: 'heading' }>): BookBlock {
    const path = `${this.#chapter.slug}#${heading.id}`;
    const number = this.#context.numbering.sections.get(path) ?? '';
    if (number) this.#section = reportWords[this.#context.language].section(number);
    const { depth, text } = heading;
    if (depth === 2) this.sections.push({ number, text, usesBefore: this.#uses });
    return { ...heading, number, children: this.#buildInlines(heading.children) };
  }

  #buildInlines(written: ParsedInline[]): BookInline[] {
    return written.map((inline) => this.#buildInline(inline));
  }

  #buildInline(inline: ParsedInline): BookInline {
    switch (inline.type) {
      case 'tag':
        return this.#buildInlineTag(inline);
      case 'emphasis':
      case 'strong':
      case 'delete':
        return { ...inline, children: this.#buildInlines(inline.children) };
      case 'link':
        return {
          ...inline,
          url: resolveInternalLink(inline.url) ?? inline.url,
          children: this.#buildInlines(inline.children),
        };
      default:
        return inline as Inline<never>;
    }
  }

  #buildInlineTag(use: InlineTagUse): BookInline {
    const anchor = `use-${++this.#uses}`;
    const at = { chapter: this.#chapter.slug, anchor, label: this.#section };
    return resolveInlineTag(use, anchor, this.#context, {
      report: (found) => this.problems.push(found),
      cite: (kind, name) => this.#context.cite(kind, name, at),
    });
  }

  #buildBlockTag(use: BlockTagUse): BookBlock | undefined {
    const part = this.#context.numbering.partByUse.get(use);
    switch (use.name) {
      case 'Figure':
      case 'Chart':
        return part && { type: 'figure', id: part.id };
      case 'Picture':
        return part && { type: 'picture', id: part.id };
      case 'Table':
        return part && { type: 'table', id: part.id };
      case 'Note':
        return {
          type: 'note',
          kind: (use.props.kind ?? 'note') as NoteKind,
          ...(use.props.title && { title: use.props.title }),
          children: this.buildBlocks(use.children),
        };
      case 'Kpis':
        return { type: 'kpis', tiles: this.#buildTiles(use) };
      case 'Conclusions':
        return { type: 'conclusions', items: [], pinned: this.#listPinned(use) };
      case 'Covers':
        return undefined;
    }
  }

  #listPinned(use: BlockTagUse): PinnedName[] {
    const place = getPropPlace(use, 'of');
    return splitNames(use.props.of ?? '').map((name) => ({ name, place }));
  }

  #buildTiles(use: BlockTagUse) {
    const { values } = this.#context;
    const place = getPropPlace(use, 'of');
    return splitNames(use.props.of ?? '').flatMap((name) => {
      const value = values[name];
      if (!value) {
        this.problems.push(...createUnknownValueProblems(name, this.#context, place));
        return [];
      }
      const at = { chapter: this.#chapter.slug, anchor: `use-${++this.#uses}`, label: this.#section };
      this.#context.cite('value', name, at);
      return [{ ...buildTile(value), anchor: at.anchor }];
    });
  }
}
