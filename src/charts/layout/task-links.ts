/** Which task goes before which: arrows from the end of one plan to the beginning of the next. */

import { toDayNumber } from '../../base/calendar-days.ts';
import type { Task } from '../data/tasks.ts';
import type { Layer } from '../kind.ts';
import { getColour } from '../theme.ts';

interface Link {
  /** Rows of the task before and of the one after it, and the days where the one ends and the other begins. */
  row: string;
  next: string;
  from: number;
  to: number;
  /** The plan lets the later task begin before the earlier one ends. */
  early: boolean;
}

/** One a task and each that goes before it; `names` say the rows the tasks stand in. */
export function collectLinks(tasks: readonly Task[], names: readonly { row: string }[]): Link[] {
  const places = new Map(tasks.map((task, i) => [task.id, i]));
  return tasks.flatMap((task, i) =>
    task.after.flatMap((id) => {
      const before = places.get(id);
      if (id === '' || before === undefined || before === i) return [];
      const from = toDayNumber(tasks[before]!.end) + 1;
      const to = toDayNumber(task.start);
      return [{ row: names[before]!.row, next: names[i]!.row, from, to, early: to < from }];
    }),
  );
}

/** From the end of the plan before down to the row of the next, and on to its beginning; dashed where it runs back. */
export function buildLinkLayers(values: readonly Link[], y: object, x: object): Layer[] {
  if (values.length === 0) return [];
  const stroke = { condition: { test: 'datum.early', value: getColour('bad') }, value: getColour('ink-3') };
  const strokeDash = { condition: { test: 'datum.early', value: [3, 2] }, value: [1, 0] };
  const rule = { type: 'rule', strokeWidth: 1, yOffset: 9, y2Offset: 9 };
  const next = { ...y, field: 'next' };
  const down = { y: { ...y, field: 'row' }, y2: { field: 'next' }, x: { ...x, field: 'from' } };
  const along = { y: next, x: { ...x, field: 'from' }, x2: { field: 'to' } };
  const tip = { type: 'point', shape: 'triangle-right', size: 34, opacity: 1, yOffset: 9, xOffset: -3 };
  return [
    { data: { values }, mark: rule, encoding: { ...down, stroke, strokeDash } },
    { data: { values }, mark: rule, encoding: { ...along, stroke, strokeDash } },
    {
      data: { values },
      mark: tip,
      encoding: { y: next, x: { ...x, field: 'to' }, fill: stroke, stroke: { value: null } },
    },
  ] as Layer[];
}
