import { quoteSqlName } from '../../base/quoting.ts';
import type { Engine } from '../../data/engine.ts';
import type { BookFront } from '../book.ts';

/** The team, from the table `members`; empty when the report has none. Names are as the table has them: masked before, where they are masked. */
export async function readMembers(engine: Engine, withNumbers: boolean): Promise<BookFront['members']> {
  const table = engine.tables.find((one) => one.name === 'members');
  const has = (name: string) => table?.columns.some((column) => column.name === name);
  if (!table || !has('name')) return [];
  const column = (name: string) => (has(name) ? `coalesce(${quoteSqlName(name)}::VARCHAR, '')` : "''");
  const result = await engine.query(
    `SELECT ${column('name')} AS name, ${column('role')} AS role, ${column('duties')} AS duty, ${column('student_no')} AS number FROM members`,
    { isOwn: true },
  );
  return result.rows.map((row) => ({
    name: String(row.name),
    role: String(row.role),
    duty: String(row.duty),
    ...(withNumbers && row.number !== '' && { number: String(row.number) }),
  }));
}
