import type { APIRoute } from 'astro';
import { getSearchPath, listPageDocs, renderSearchFile } from '../components/search/search-docs.ts';
import { loadCourse, loadPages, loadSummaries } from '../components/site-data.ts';

export const GET: APIRoute = async () => {
  const { title } = await loadCourse();
  const reports = (await loadSummaries())
    .filter(({ broken }) => !broken)
    .map(({ report }) => getSearchPath(report));
  return new Response(
    renderSearchFile({ path: 'search.js', title, docs: listPageDocs(await loadPages()), reports }),
  );
};
