import type { APIRoute } from 'astro';
import { buildReportJson } from '../../../components/report/json-downloads.ts';
import { listBookPaths } from '../../../components/site-data.ts';
import type { Book } from '../../../report/book.ts';

export const getStaticPaths = () => listBookPaths();

export const GET: APIRoute<{ book: Book }> = ({ props }) =>
  new Response(`${JSON.stringify(buildReportJson(props.book), null, 2)}\n`);
