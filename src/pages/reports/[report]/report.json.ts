import type { APIRoute } from 'astro';
import { buildReportJson } from '../../../components/report/json-downloads.ts';
import { loadBooks } from '../../../components/site-data.ts';
import type { Book } from '../../../report/book.ts';

export async function getStaticPaths() {
  return (await loadBooks()).map((book) => ({ params: { report: book.report }, props: { book } }));
}

export const GET: APIRoute<{ book: Book }> = ({ props }) =>
  new Response(`${JSON.stringify(buildReportJson(props.book), null, 2)}\n`);
