import type { APIRoute } from 'astro';
import { getSearchPath, listReportDocs, renderSearchFile } from '../../../components/search/search-docs.ts';
import { listBookPaths } from '../../../components/site-data.ts';
import type { Book } from '../../../report/book.ts';

export const getStaticPaths = () => listBookPaths();

export const GET: APIRoute<{ book: Book }> = ({ props: { book } }) =>
  new Response(
    renderSearchFile({
      path: getSearchPath(book.report),
      title: book.front.team,
      docs: listReportDocs(book),
    }),
  );
