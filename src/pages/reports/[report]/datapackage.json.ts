import type { APIRoute } from 'astro';
import { dataPackage } from '../../../components/datapackage.ts';
import { allBooks } from '../../../components/shelf.ts';
import type { Book } from '../../../report/book.ts';

/** A data package has at least one resource. */
export async function getStaticPaths() {
  const books = (await allBooks()).filter(({ datasets }) => datasets.length > 0);
  return books.map((book) => ({ params: { report: book.report }, props: { book } }));
}

export const GET: APIRoute<{ book: Book }> = ({ props }) =>
  new Response(`${JSON.stringify(dataPackage(props.book), null, 2)}\n`);
