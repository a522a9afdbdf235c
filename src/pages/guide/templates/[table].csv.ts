import type { APIRoute } from 'astro';
import { listTemplateHeaders, tablesById } from '../../../components/guide/table-reference.ts';
import { formatCsv } from '../../../components/html/csv-text.ts';
import { loadCourse } from '../../../components/site-data.ts';
import type { TableSchema } from '../../../schema/tables/table-schema.ts';

export function getStaticPaths() {
  return tablesById.map(({ name, schema }) => ({ params: { table: name }, props: { schema } }));
}

export const GET: APIRoute<{ schema: TableSchema }> = async ({ props }) => {
  const { language } = await loadCourse();
  const columns = listTemplateHeaders(props.schema, language).map((label) => ({
    name: label,
    label,
    unit: '',
    align: 'left' as const,
  }));
  return new Response(formatCsv({ columns, rows: [] }));
};
