import { z } from 'zod';

const edition = z.literal([2015, 2025]).transform((year): '2015' | '2025' => `${year}`);

const form = z.enum(['numeric', 'author-year']);

const described = {
  edition: '按哪一版 GB/T 7714 著录：2025（默认）或 2015（edition of the standard）',
  form: 'numeric 顺序编码，正文写 [1]；author-year 著者-出版年，正文写（于潇 等，2012）（numbers, or authors and years）',
};

/** How the references of all reports of a course are written. */
export const referenceStyle = z.strictObject({
  edition: edition.default('2025').meta({ description: described.edition }),
  form: form.default('numeric').meta({ description: described.form }),
});

/** What one report does otherwise. */
export const ownReferenceStyle = z.strictObject({
  edition: edition.optional().meta({ description: described.edition }),
  form: form.optional().meta({ description: described.form }),
});

export type ReferenceStyle = z.output<typeof referenceStyle>;
