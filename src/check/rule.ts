import type { Problem } from '../base/problem.ts';
import type { Book } from '../report/book.ts';
import type { CourseFile } from '../schema/course.ts';
import type { ReportSource } from '../source/course.ts';

/** A rule looks at a settled report and the files it came from; it changes and prints nothing. */
export type Rule = (subject: Subject) => Problem[];

export interface Subject {
  source: ReportSource;
  book: Book;
  course: CourseFile;
}
