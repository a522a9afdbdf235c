import type { APIRoute } from 'astro';

import { specimenPaths } from '../../../components/shelf.ts';
import type { Specimen } from '../../../report/gallery.ts';

export const getStaticPaths = specimenPaths;

export const GET: APIRoute<{ specimen: Specimen }> = ({ props }) =>
  new Response(props.specimen.spec, { headers: { 'Content-Type': 'application/json' } });
