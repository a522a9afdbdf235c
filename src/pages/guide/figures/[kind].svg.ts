import type { APIRoute } from 'astro';
import { specimenPaths } from '../../../components/shelf.ts';
import { standaloneSvg } from '../../../components/standalone.ts';
import type { Specimen } from '../../../report/gallery.ts';

export const getStaticPaths = specimenPaths;

export const GET: APIRoute<{ specimen: Specimen }> = ({ props }) =>
  new Response(standaloneSvg(props.specimen.svg), { headers: { 'Content-Type': 'image/svg+xml' } });
