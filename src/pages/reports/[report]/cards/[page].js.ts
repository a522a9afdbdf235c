import type { APIRoute } from 'astro';
import { renderCardFile } from '../../../../components/ledger/card-file.ts';
import { loadBooks } from '../../../../components/site-data.ts';
import type { Book } from '../../../../report/book.ts';

export async function getStaticPaths() {
  return (await loadBooks()).flatMap((book) =>
    ['', ...book.chapters.map(({ slug }) => slug)].map((slug) => ({
      params: { report: book.report, page: slug || 'index' },
      props: { book, slug },
    })),
  );
}

export const GET: APIRoute<{ book: Book; slug: string }> = ({ props }) =>
  new Response(renderCardFile(props.book, props.slug), { headers: { 'Content-Type': 'text/javascript' } });
