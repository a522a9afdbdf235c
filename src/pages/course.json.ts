import type { APIRoute } from 'astro';
import { courseJson } from '../components/machine.ts';
import { allReports, theCourse } from '../components/shelf.ts';

export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(courseJson(await theCourse(), await allReports()), null, 2)}\n`);
