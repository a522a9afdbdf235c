import type { APIRoute } from 'astro';
import { buildHandbookJson } from '../../components/guide/metrics-handbook.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(buildHandbookJson(), null, 2)}\n`);
