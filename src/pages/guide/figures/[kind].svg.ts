import type { APIRoute } from 'astro';
import { toStandaloneSvg } from '../../../components/html/standalone-svg.ts';
import { listSpecimenPaths } from '../../../components/site-data.ts';
import type { Specimen } from '../../../report/figures/build-gallery.ts';

export const getStaticPaths = listSpecimenPaths;

export const GET: APIRoute<{ specimen: Specimen }> = ({ props }) =>
  new Response(toStandaloneSvg(props.specimen.svg), { headers: { 'Content-Type': 'image/svg+xml' } });
