import { expect, test } from 'vitest';
import type { z } from 'zod';
import { entryKinds } from './metrics-file-schema.ts';

test.each(Object.entries(entryKinds))('%s: every key is described in both languages', (_kind, schema) => {
  for (const [key, part] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
    expect(part.meta()?.description, key).toMatch(/\p{Script=Han}.*[a-z]/u);
  }
});
