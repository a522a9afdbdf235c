import type { APIRoute } from 'astro';
import { listGuideDocs, renderSearchFile } from '../../components/search/search-docs.ts';
import { loadCourse } from '../../components/site-data.ts';
import { siteWords } from '../../words/site/site-words.ts';

export const GET: APIRoute = async () => {
  const { language } = await loadCourse();
  const { manuals } = siteWords[language].course;
  return new Response(
    renderSearchFile({ path: 'guide/search.js', title: manuals, docs: listGuideDocs(language) }),
  );
};
