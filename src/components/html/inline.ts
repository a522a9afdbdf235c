/** Inline text as HTML. One entry for each kind of inline; everything an author wrote is escaped. */
import type { BookInline } from '../../report/book.ts';
import { resolveAuthorLink, resolveImageSource } from './author-link.ts';
import { escapeHtml, renderAttributes } from './escape-html.ts';
import { linkTo, linkToLedger, type PageContext } from './page-context.ts';

type InlineType = BookInline['type'];
type InlineRenderer<K extends InlineType> = (
  part: Extract<BookInline, { type: K }>,
  context: PageContext,
) => string;

const wrap =
  (tag: string) =>
  (part: { children: BookInline[] }, context: PageContext): string =>
    `<${tag}>${renderInline(part.children, context)}</${tag}>`;

const inlineRenderers: { [K in InlineType]: InlineRenderer<K> } = {
  text: (part) => escapeHtml(part.value),
  emphasis: wrap('em'),
  strong: wrap('strong'),
  delete: wrap('del'),
  code: (part) => `<code>${escapeHtml(part.value)}</code>`,
  math: (part) => part.mathml,
  link: (part, context) => {
    const { url, outside } = resolveAuthorLink(part.url, context);
    const rel = outside ? 'noopener' : undefined;
    return `<a${renderAttributes({ href: url, rel })}>${renderInline(part.children, context)}</a>`;
  },
  // `alt` stays even when empty: it marks a decoration.
  image: (part, context) =>
    `<img${renderAttributes({ src: resolveImageSource(part.src, context) })} alt="${escapeHtml(part.alt)}" loading="lazy">`,
  break: () => '<br>',
  footnote: (part, context) => {
    const first = !context.referencedFootnotes.has(part.number);
    context.referencedFootnotes.add(part.number);
    const link = renderAttributes({
      id: first ? `fnref-${part.number}` : undefined,
      href: `#fn-${part.number}`,
      role: 'doc-noteref',
      'aria-label': context.words.footnote(part.number),
    });
    return `<sup class="noteref"><a${link}>${part.number}</a></sup>`;
  },
  value: (part, context) => {
    const link = renderAttributes({
      // An interval is too long to be kept on one line.
      class: part.text.length > 16 ? 'value long' : 'value',
      id: part.anchor,
      href: linkToLedger(context, part.name),
      title: context.words.ledger.from(part.name),
    });
    return `<a${link}>${escapeHtml(part.text)}</a>`;
  },
  verdict: (part, context) => {
    const link = renderAttributes({
      class: `verdict ${part.tone}`,
      id: part.anchor,
      href: linkToLedger(context, part.name),
      title: part.basis,
    });
    return `<a${link}>${escapeHtml(part.text)}</a>`;
  },
  ref: (part, context) =>
    `<a class="ref" href="${linkTo(context, part.target)}">${escapeHtml(part.text)}</a>`,
  cite: (part, context) => {
    const target = { chapter: 'references', anchor: `ref-${part.numbers[0] ?? ''}` };
    return `<sup class="cite"><a href="${linkTo(context, target)}">${escapeHtml(part.text)}</a></sup>`;
  },
  term: (part) =>
    `<dfn${renderAttributes({ class: 'term', tabindex: 0, title: part.definition })}>${escapeHtml(part.text)}</dfn>`,
};

/** A run of inline text as HTML. */
export function renderInline(parts: BookInline[], context: PageContext): string {
  // The record is total and each entry takes its own kind; TypeScript cannot pair the two by itself.
  return parts
    .map((part) => (inlineRenderers[part.type] as InlineRenderer<InlineType>)(part, context))
    .join('');
}
