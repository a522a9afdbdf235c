import type { APIRoute } from 'astro';
import { buildCourseJson } from '../components/report/json-downloads.ts';
import { hasPdfs, loadCourse, loadReports } from '../components/site-data.ts';

export const GET: APIRoute = async () =>
  new Response(
    `${JSON.stringify(buildCourseJson(await loadCourse(), await loadReports(), hasPdfs()), null, 2)}\n`,
  );
