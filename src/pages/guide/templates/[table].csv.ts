import type { APIRoute } from 'astro';
import { templateHeaders } from '../../../components/column-rules.ts';
import { csvOf } from '../../../components/csv.ts';
import { theCourse } from '../../../components/shelf.ts';
import { tablesById } from '../../../components/tables-by-id.ts';
import type { TableSchema } from '../../../schema/tables/column.ts';

export function getStaticPaths() {
  return tablesById.map(({ name, schema }) => ({ params: { table: name }, props: { schema } }));
}

export const GET: APIRoute<{ schema: TableSchema }> = async ({ props }) => {
  const { language } = await theCourse();
  const columns = templateHeaders(props.schema, language).map((label) => ({
    name: label,
    label,
    unit: '',
    align: 'left' as const,
  }));
  return new Response(csvOf({ columns, rows: [] }));
};
