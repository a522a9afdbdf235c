import type { APIRoute } from 'astro';
import { buildGalleryJson } from '../../components/guide/figure-gallery.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(buildGalleryJson(), null, 2)}\n`);
