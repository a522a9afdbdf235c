import type { APIRoute } from 'astro';
import { z } from 'zod';
import { numbersFile } from '../../schema/numbers-file.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(z.toJSONSchema(numbersFile), null, 2)}\n`);
