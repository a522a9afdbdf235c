import type { Context, ExitCode } from './command.ts';
import { addProofs } from './pdfs.ts';
import { count } from './problem-group.ts';
import { groupsOf, settle } from './settled.ts';
import { tellProblems } from './tell.ts';

/** Settles every report and tells what is wrong. Writes no output. */
export async function run(context: Context): Promise<ExitCode> {
  const settled = addProofs(await settle(context, false), context.root);
  const groups = groupsOf(settled, context);
  tellProblems(groups, context);
  return count(groups).error > 0 ? 1 : 0;
}
