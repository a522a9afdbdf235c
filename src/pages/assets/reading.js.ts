import type { APIRoute } from 'astro';
import { buildReadingScript } from '../../scripts/reading-script.ts';

export const GET: APIRoute = () =>
  new Response(buildReadingScript(), { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
