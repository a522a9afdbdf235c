import type { APIRoute } from 'astro';
import { toStandaloneSvg } from '../../../../components/html/standalone-svg.ts';
import { listFigurePaths } from '../../../../components/site-data.ts';
import type { BookFigure } from '../../../../report/book.ts';

export const getStaticPaths = listFigurePaths;

export const GET: APIRoute<{ figure: BookFigure }> = ({ props }) =>
  new Response(toStandaloneSvg(props.figure.svg), { headers: { 'Content-Type': 'image/svg+xml' } });
