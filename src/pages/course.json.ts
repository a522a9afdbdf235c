import type { APIRoute } from 'astro';
import { buildCourseJson } from '../components/report/json-downloads.ts';
import { hasPdfs, loadCourse, loadSummaries } from '../components/site-data.ts';

export const GET: APIRoute = async () =>
  new Response(
    `${JSON.stringify(buildCourseJson(await loadCourse(), await loadSummaries(), hasPdfs()), null, 2)}\n`,
  );
