import type { APIRoute } from 'astro';
import { formatCsv } from '../../../../components/html/csv-text.ts';
import { listFigurePaths } from '../../../../components/site-data.ts';
import type { BookFigure } from '../../../../report/book.ts';

export const getStaticPaths = listFigurePaths;

export const GET: APIRoute<{ figure: BookFigure }> = ({ props }) =>
  new Response(formatCsv(props.figure.data), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
