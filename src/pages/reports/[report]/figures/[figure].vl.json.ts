import type { APIRoute } from 'astro';
import { listFigurePaths } from '../../../../components/site-data.ts';
import type { BookFigure } from '../../../../report/book.ts';

export const getStaticPaths = listFigurePaths;

export const GET: APIRoute<{ figure: BookFigure }> = ({ props }) =>
  new Response(props.figure.spec, { headers: { 'Content-Type': 'application/json' } });
