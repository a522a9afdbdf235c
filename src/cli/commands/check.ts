import type { Context, ExitCode } from '../command.ts';
import { printProblems } from '../output/print-problems.ts';
import { withProofreadProblems } from '../output/report-pdfs.ts';
import { countBySeverity, groupProblems, withCards } from '../problem-groups.ts';
import { buildCheckedCourse } from '../workspace/checked-course.ts';

/**
 * Builds every report and tells what is wrong, what of its text is no longer so since it was published, and the card of
 * each. Writes no output.
 */
export async function run(context: Context): Promise<ExitCode> {
  const built = withProofreadProblems(
    await buildCheckedCourse(context, false, { isCompared: true }),
    context.root,
  );
  const groups = withCards(groupProblems(built, context), built);
  printProblems(groups, context);
  return countBySeverity(groups).error > 0 ? 1 : 0;
}
