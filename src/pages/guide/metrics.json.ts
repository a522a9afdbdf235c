import type { APIRoute } from 'astro';
import { handbookJson } from '../../components/handbook.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(handbookJson(), null, 2)}\n`);
