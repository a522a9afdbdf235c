import type { Engine } from '../data/engine.ts';
import type { BookFront } from './book.ts';
import { quote } from './tables.ts';

/** The team, from the table `members`; empty when the report has none. */
export async function readMembers(engine: Engine): Promise<BookFront['members']> {
  const table = engine.tables.find((one) => one.name === 'members');
  const has = (name: string) => table?.columns.some((column) => column.name === name);
  if (!table || !has('name')) return [];
  const column = (name: string) => (has(name) ? `coalesce(${quote(name)}::VARCHAR, '')` : "''");
  const result = await engine.query(
    `SELECT ${column('name')} AS name, ${column('role')} AS role, ${column('duties')} AS duty FROM members`,
  );
  return result.rows.map((row) => ({
    name: String(row.name),
    role: String(row.role),
    duty: String(row.duty),
  }));
}
