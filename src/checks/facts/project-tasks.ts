import type { Cell } from '../../base/source-table.ts';
import type { Facts } from './facts.ts';
import { splitList } from './split-list.ts';

/** A task as the rules read it. */
interface Task {
  row: Cell | undefined;
  id: string;
  name: string;
  phase: string;
  start: string;
  end: string;
  /** Empty while it is not done. */
  actualEnd: string;
  done: number | undefined;
  cause: string;
  /** Ids of the tasks before it. */
  before: string[];
}

export async function readTasks({ rows }: Facts): Promise<Task[]> {
  return (await rows('tasks')).map((row) => ({
    row: row.row_no,
    id: String(row.task_id),
    name: String(row.name ?? row.task_id),
    phase: String(row.phase ?? ''),
    start: String(row.start_date ?? ''),
    end: String(row.end_date ?? ''),
    actualEnd: String(row.actual_end ?? ''),
    done: typeof row.done === 'number' ? row.done : undefined,
    cause: String(row.delay_cause ?? ''),
    before: splitList(row.depends_on),
  }));
}
