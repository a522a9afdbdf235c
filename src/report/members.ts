import type { Engine } from '../data/engine.ts';
import { quoteName } from '../data/names.ts';
import type { BookFront } from './book.ts';

/** Who may be named: `identity` in the hand-in PDF with student numbers, `shown` by name, `masked` by the first sign of it. */
export type Naming = 'identity' | 'shown' | 'masked';

/** The team, from the table `members`; empty when the report has none. */
export async function readMembers(engine: Engine, naming: Naming): Promise<BookFront['members']> {
  const table = engine.tables.find((one) => one.name === 'members');
  const has = (name: string) => table?.columns.some((column) => column.name === name);
  if (!table || !has('name')) return [];
  const column = (name: string) => (has(name) ? `coalesce(${quoteName(name)}::VARCHAR, '')` : "''");
  const result = await engine.query(
    `SELECT ${column('name')} AS name, ${column('role')} AS role, ${column('duties')} AS duty, ${column('student_no')} AS number FROM members`,
  );
  return result.rows.map((row) => ({
    name: naming === 'masked' ? maskedName(String(row.name)) : String(row.name),
    role: String(row.role),
    duty: String(row.duty),
    ...(naming === 'identity' && row.number !== '' && { number: String(row.number) }),
  }));
}

/** 林知遥 → 林××; Ann Lee → A. */
function maskedName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  return /\p{Script=Han}/u.test(first) ? `${first}${'×'.repeat(rest.length)}` : `${first}.`;
}
