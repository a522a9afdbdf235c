import type { Problem } from '../base/problem.ts';
import type { Book } from '../report/book.ts';
import type { CourseFile } from '../schema/course-file.ts';
import type { ReportSource } from '../source/read-course.ts';

/** A rule looks at a settled report and the files it came from; it changes and prints nothing. */
export type TextRule = (subject: TextRuleInput) => Problem[];

interface TextRuleInput {
  source: ReportSource;
  book: Book;
  course: CourseFile;
}
