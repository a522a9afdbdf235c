import type { Place } from './place.ts';

/**
 * The tree of a chapter. `T` are the inline tags, `B` the block tags: as written (`markdown/markdown-chapter`)
 * in the parsed tree, as resolved (`report/book`) in the book. Everything else is the same in both.
 */
export type Inline<T> =
  | { type: 'text'; value: string }
  | { type: 'emphasis' | 'strong' | 'delete'; children: Inline<T>[] }
  | { type: 'code'; value: string }
  | { type: 'math'; tex: string; mathml: string; typst: string }
  | { type: 'link'; url: string; children: Inline<T>[]; place: Place }
  /** Within a sentence; one alone in its paragraph is a numbered picture. */
  | { type: 'image'; src: string; alt: string; place: Place }
  | { type: 'break' }
  /** `number` counts through the chapter from 1. */
  | { type: 'footnote'; id: string; number: number }
  | T;

export interface Heading<T> {
  type: 'heading';
  depth: 2 | 3 | 4 | 5 | 6;
  /** Anchor, unique in the chapter. */
  id: string;
  /** `4.2`; empty until numbered. */
  number: string;
  /** The heading as plain text. */
  text: string;
  children: Inline<T>[];
  place: Place;
}

export type Block<T, B> =
  | Heading<T>
  | { type: 'paragraph'; children: Inline<T>[] }
  | { type: 'list'; ordered: boolean; start: number; items: ListItem<T, B>[] }
  | { type: 'quote'; children: Block<T, B>[] }
  | { type: 'codeBlock'; language: string; value: string }
  | { type: 'mathBlock'; tex: string; mathml: string; typst: string }
  /** A GFM table typed by hand; `header` and `rows` hold one Inline list a cell. */
  | { type: 'grid'; align: Align[]; header: Inline<T>[][]; rows: Inline<T>[][][] }
  | { type: 'rule' }
  | B;

export interface ListItem<T, B> {
  /** Set in a task list. */
  checked?: boolean;
  children: Block<T, B>[];
}

export type Align = 'left' | 'right' | 'center' | null;

export interface Footnote<T, B> {
  id: string;
  number: number;
  children: Block<T, B>[];
}
