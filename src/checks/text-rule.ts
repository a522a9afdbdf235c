import type { Book } from '../report/book.ts';
import type { CourseFile } from '../schema/course-file.ts';
import type { ReportSource } from '../source/read-course.ts';
import type { Rule } from './contract.ts';

/** A built report and the files it came from. */
export interface TextRuleInput {
  source: ReportSource;
  book: Book;
  course: CourseFile;
}

/** A rule of the text. */
export interface TextRule extends Rule<TextRuleInput> {}
