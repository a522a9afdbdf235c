import { script } from 'virtual:fupan/reading-script';
import type { APIRoute } from 'astro';

export const GET: APIRoute = () =>
  new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
