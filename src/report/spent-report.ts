/** The processor time that a report takes, and what is told of one that takes more than it may. */

import { type Purpose, Spending } from '../base/limits/spending.ts';
import type { Problem } from '../base/problem.ts';
import type { BlockTagUse } from '../markdown/markdown-chapter.ts';
import { createProblem } from '../problems/catalog.ts';
import type { CourseFile } from '../schema/course-file.ts';
import type { ReportSource } from '../source/read-course.ts';

/** As many as are told. */
const mostTold = 3;

/** `seconds` as the course allows. What no value, figure or table takes is taken by the rules. */
export function createSpending({ folder }: ReportSource, { limits }: CourseFile): Spending {
  const place = { file: `${folder}/index.mdx` };
  return new Spending(limits.reportSeconds, {
    name: { zh: '检查与数据页', en: 'checks and data page' },
    place,
  });
}

/** A figure or a table by its caption, or by what it shows. */
export function describeUse({ name, props, place }: BlockTagUse): Purpose {
  const text = props.caption ?? props.of ?? props.spec ?? `<${name}>`;
  return { name: { zh: text, en: text }, place };
}

/** At the place of the dearest. */
export function createSpentProblem(spending: Spending, { folder }: ReportSource): Problem {
  // What prints as 0.0 is none of them.
  const dearest = spending.listDearest(mostTold).filter(({ seconds }, at) => at === 0 || seconds >= 0.05);
  const place = dearest[0]?.place ?? { file: `${folder}/index.mdx` };
  return createProblem('report-too-slow', place, { limit: spending.limit, dearest });
}
