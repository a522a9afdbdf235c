import type { APIRoute } from 'astro';
import { galleryJson } from '../../components/gallery.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(galleryJson(), null, 2)}\n`);
