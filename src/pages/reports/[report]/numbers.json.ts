import type { APIRoute } from 'astro';
import { buildNumbersJson } from '../../../components/report/numbers-json.ts';
import { listBookPaths } from '../../../components/site-data.ts';
import type { Book } from '../../../report/book.ts';

export const getStaticPaths = () => listBookPaths();

export const GET: APIRoute<{ book: Book }> = ({ props }) =>
  new Response(`${JSON.stringify(buildNumbersJson(props.book), null, 2)}\n`);
