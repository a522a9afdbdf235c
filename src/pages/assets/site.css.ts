import type { APIRoute } from 'astro';
import { buildStyleSheet } from '../../styles/style-sheet.ts';

export const GET: APIRoute = () =>
  new Response(buildStyleSheet(), { headers: { 'Content-Type': 'text/css' } });
