import type { APIRoute } from 'astro';
import { csvOf } from '../../../components/csv.ts';
import { specimenPaths } from '../../../components/shelf.ts';
import type { Specimen } from '../../../report/gallery.ts';

export const getStaticPaths = specimenPaths;

export const GET: APIRoute<{ specimen: Specimen }> = ({ props }) =>
  new Response(csvOf(props.specimen.data), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
