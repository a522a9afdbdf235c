import type { APIRoute } from 'astro';
import { allFigures } from '../../../../components/shelf.ts';
import type { BookFigure } from '../../../../report/book.ts';

export const getStaticPaths = allFigures;

export const GET: APIRoute<{ figure: BookFigure }> = ({ props }) =>
  new Response(props.figure.spec, { headers: { 'Content-Type': 'application/json' } });
