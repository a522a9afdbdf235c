import { toValueAnchor } from '../base/anchor.ts';
import type { Book, Target } from '../report/book.ts';
import { traverseBlocks } from '../report/text/traverse-book.ts';

/** Labels of the places that the printed report can lead to: `chapter#anchor` → `m12`. */
export class PrintAnchors {
  /** Values that the text leads to. */
  readonly linkedValues = new Set<string>();
  readonly #labels = new Map<string, string>();
  /** Section that a figure or table of a chapter stands in. */
  readonly #sections = new Map<string, string>();

  constructor(book: Book) {
    for (const chapter of book.chapters) {
      this.#add(chapter.slug, '');
      let section = '';
      for (const block of traverseBlocks(chapter.blocks)) {
        if (block.type === 'heading') section = this.#add(chapter.slug, block.id);
        if (block.type === 'figure' || block.type === 'table')
          this.#sections.set(toAnchorKey(chapter.slug, block.id), section);
      }
    }
    for (const one of [...book.figures, ...book.pictures, ...book.tables]) this.#add(one.chapter, one.id);
    for (const value of Object.values(book.values)) this.#add('numbers', toValueAnchor(value.name));
    for (const reference of book.references) this.#add('references', String(reference.number));
  }

  /** Marks a place met while printing; undefined when it is marked already. */
  addNew(chapter: string, anchor: string): string | undefined {
    return this.#labels.has(toAnchorKey(chapter, anchor)) ? undefined : this.#add(chapter, anchor);
  }

  findLabel({ chapter, anchor }: Target): string | undefined {
    return this.#labels.get(toAnchorKey(chapter, anchor));
  }

  /** Label of the section in which a figure or table stands. */
  findSection({ chapter, anchor }: Target): string | undefined {
    return this.#sections.get(toAnchorKey(chapter, anchor));
  }

  /** Label of a value's place in the ledger, which is printed for values that the text leads to. */
  linkValue(name: string): string | undefined {
    this.linkedValues.add(name);
    return this.findLabel({ chapter: 'numbers', anchor: toValueAnchor(name) });
  }

  #add(chapter: string, anchor: string): string {
    const known = this.#labels.get(toAnchorKey(chapter, anchor));
    if (known) return known;
    const name = `m${this.#labels.size + 1}`;
    this.#labels.set(toAnchorKey(chapter, anchor), name);
    return name;
  }
}

const toAnchorKey = (chapter: string, anchor: string): string => `${chapter}#${anchor}`;
