import { expect, test } from 'vitest';
import { z } from 'zod';
import { courseFile } from './course-file.ts';
import { chapterFront, pageFront, reportFront } from './front-matter.ts';

/** Paths of the keys without a description. */
function bare(schema: z.ZodType, path = ''): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return bare(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return bare(schema.element as z.ZodType, `${path}[]`);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, value]) => [
    ...(value.meta()?.description ? [] : [`${path}.${key}`]),
    ...bare(value, `${path}.${key}`),
  ]);
}

test.each(Object.entries({ courseFile, reportFront, chapterFront, pageFront }))(
  '%s: every key is described',
  (_name, schema) => {
    expect(bare(schema)).toEqual([]);
  },
);
