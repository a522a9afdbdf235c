import type { APIRoute } from 'astro';
import { allFigures } from '../../../../components/shelf.ts';
import { standaloneSvg } from '../../../../components/standalone.ts';
import type { BookFigure } from '../../../../report/book.ts';

export const getStaticPaths = allFigures;

export const GET: APIRoute<{ figure: BookFigure }> = ({ props }) =>
  new Response(standaloneSvg(props.figure.svg), { headers: { 'Content-Type': 'image/svg+xml' } });
