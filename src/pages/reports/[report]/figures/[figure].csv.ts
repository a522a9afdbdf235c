import type { APIRoute } from 'astro';
import { csvOf } from '../../../../components/csv.ts';
import { allFigures } from '../../../../components/shelf.ts';
import type { BookFigure } from '../../../../report/book.ts';

export const getStaticPaths = allFigures;

export const GET: APIRoute<{ figure: BookFigure }> = ({ props }) =>
  new Response(csvOf(props.figure.data), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
