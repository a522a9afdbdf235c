import type { APIRoute } from 'astro';
import { dataPackage } from '../../../components/datapackage.ts';
import { allBooks } from '../../../components/shelf.ts';
import type { Book } from '../../../report/book.ts';

export async function getStaticPaths() {
  return (await allBooks()).map((book) => ({ params: { report: book.report }, props: { book } }));
}

export const GET: APIRoute<{ book: Book }> = ({ props }) =>
  new Response(`${JSON.stringify(dataPackage(props.book), null, 2)}\n`);
