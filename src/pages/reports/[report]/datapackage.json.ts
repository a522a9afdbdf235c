import type { APIRoute } from 'astro';
import { buildDataPackage } from '../../../components/report/data-package.ts';
import { loadBooks } from '../../../components/site-data.ts';
import type { Book } from '../../../report/book.ts';

/** A data package has at least one resource. */
export async function getStaticPaths() {
  const books = (await loadBooks()).filter(({ datasets }) => datasets.length > 0);
  return books.map((book) => ({ params: { report: book.report }, props: { book } }));
}

export const GET: APIRoute<{ book: Book }> = ({ props }) =>
  new Response(`${JSON.stringify(buildDataPackage(props.book), null, 2)}\n`);
