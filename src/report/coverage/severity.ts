import type { Problem } from '../../base/problem.ts';
import { isRuleId } from '../../problems/rule-problems.ts';
import type { CourseFile } from '../../schema/course-file.ts';

/** Problems with the severities that the course sets; those set to `off` are gone. What cannot be shown stays an error, what breaks a rule between tables may be made less. */
export function withSeverities(problems: readonly Problem[], { severities }: CourseFile): Problem[] {
  return problems.flatMap((one) => {
    const wanted = one.severity === 'error' && !isRuleId(one.id) ? undefined : severities[one.id];
    if (wanted === 'off') return [];
    return [wanted ? { ...one, severity: wanted } : one];
  });
}
