import type { Book } from '../report/book.ts';
import type { CourseFile } from '../schema/course-file.ts';
import type { ReportSource } from '../source/read-course.ts';
import type { Rule } from './contract.ts';
import type { FormerValue } from './typed/former-values.ts';

/** A built report and the files it came from. */
export interface TextRuleInput {
  source: ReportSource;
  book: Book;
  course: CourseFile;
  /** Its values as an older build had them, where it is held against one. */
  former?: readonly FormerValue[] | undefined;
}

/** A rule of the text. */
export interface TextRule extends Rule<TextRuleInput> {}
