import type { APIRoute } from 'astro';
import { buildDataPackage } from '../../../components/report/data-package.ts';
import { listBookPaths } from '../../../components/site-data.ts';
import type { Book } from '../../../report/book.ts';

/** A data package has at least one resource. */
export const getStaticPaths = () => listBookPaths(({ datasets }) => datasets.length > 0);

export const GET: APIRoute<{ book: Book }> = ({ props }) =>
  new Response(`${JSON.stringify(buildDataPackage(props.book), null, 2)}\n`);
