import type { APIRoute } from 'astro';
import { sheet } from '../../styles/sheet.ts';

export const GET: APIRoute = () => new Response(sheet(), { headers: { 'Content-Type': 'text/css' } });
