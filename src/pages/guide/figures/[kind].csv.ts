import type { APIRoute } from 'astro';
import { formatCsv } from '../../../components/html/csv-text.ts';
import { listSpecimenPaths } from '../../../components/site-data.ts';
import type { Specimen } from '../../../report/figures/build-gallery.ts';

export const getStaticPaths = listSpecimenPaths;

export const GET: APIRoute<{ specimen: Specimen }> = ({ props }) =>
  new Response(formatCsv(props.specimen.data), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
