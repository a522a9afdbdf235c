/** Inline text as HTML. One entry for each kind of inline; everything an author wrote is escaped. */
import { valueAnchor } from '../base/anchor.ts';
import type { BookInline } from '../report/book.ts';
import { attributes, escapeHtml } from './html.ts';
import { authorLink, imageSource } from './link.ts';
import { type Scene, to } from './scene.ts';

type Kind = BookInline['type'];
type Print<K extends Kind> = (part: Extract<BookInline, { type: K }>, scene: Scene) => string;

const wrap =
  (tag: string) =>
  (part: { children: BookInline[] }, scene: Scene): string =>
    `<${tag}>${prose(part.children, scene)}</${tag}>`;

const inline: { [K in Kind]: Print<K> } = {
  text: (part) => escapeHtml(part.value),
  emphasis: wrap('em'),
  strong: wrap('strong'),
  delete: wrap('del'),
  code: (part) => `<code>${escapeHtml(part.value)}</code>`,
  math: (part) => part.mathml,
  link: (part, scene) => {
    const { url, outside } = authorLink(part.url, scene);
    const rel = outside ? 'noopener' : undefined;
    return `<a${attributes({ href: url, rel })}>${prose(part.children, scene)}</a>`;
  },
  // `alt` stays even when empty: it marks a decoration.
  image: (part, scene) =>
    `<img${attributes({ src: imageSource(part.src, scene) })} alt="${escapeHtml(part.alt)}" loading="lazy">`,
  break: () => '<br>',
  footnote: (part, scene) => {
    const first = !scene.noted.has(part.number);
    scene.noted.add(part.number);
    const link = attributes({
      id: first ? `fnref-${part.number}` : undefined,
      href: `#fn-${part.number}`,
      role: 'doc-noteref',
      'aria-label': scene.words.footnote(part.number),
    });
    return `<sup class="noteref"><a${link}>${part.number}</a></sup>`;
  },
  value: (part, scene) => {
    const link = attributes({
      // An interval is too long to be kept on one line.
      class: part.text.length > 16 ? 'value long' : 'value',
      id: part.anchor,
      href: ledger(part.name, scene),
      title: scene.words.ledger.from(part.name),
    });
    return `<a${link}>${escapeHtml(part.text)}</a>`;
  },
  verdict: (part, scene) => {
    const link = attributes({
      class: `verdict ${part.tone}`,
      id: part.anchor,
      href: ledger(part.name, scene),
      title: part.basis,
    });
    return `<a${link}>${escapeHtml(part.text)}</a>`;
  },
  ref: (part, scene) => `<a class="ref" href="${to(scene, part.target)}">${escapeHtml(part.text)}</a>`,
  cite: (part, scene) => {
    const target = { chapter: 'references', anchor: `ref-${part.numbers[0] ?? ''}` };
    return `<sup class="cite"><a href="${to(scene, target)}">${escapeHtml(part.text)}</a></sup>`;
  },
  term: (part) =>
    `<dfn${attributes({ class: 'term', tabindex: 0, title: part.definition })}>${escapeHtml(part.text)}</dfn>`,
};

/** A run of inline text as HTML. */
export function prose(parts: BookInline[], scene: Scene): string {
  // The record is total and each entry takes its own kind; TypeScript cannot pair the two by itself.
  return parts.map((part) => (inline[part.type] as Print<Kind>)(part, scene)).join('');
}

const ledger = (name: string, scene: Scene): string =>
  to(scene, { chapter: 'numbers', anchor: valueAnchor(name) });
