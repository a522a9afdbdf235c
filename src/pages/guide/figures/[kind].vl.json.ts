import type { APIRoute } from 'astro';

import { listSpecimenPaths } from '../../../components/site-data.ts';
import type { Specimen } from '../../../report/figures/build-gallery.ts';

export const getStaticPaths = listSpecimenPaths;

export const GET: APIRoute<{ specimen: Specimen }> = ({ props }) =>
  new Response(props.specimen.spec, { headers: { 'Content-Type': 'application/json' } });
