import type { APIRoute } from 'astro';
import { z } from 'zod';
import { checkFile } from '../../schema/check-file.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(z.toJSONSchema(checkFile), null, 2)}\n`);
