/** How members of columns and numbers of metrics are shown: said in course.yaml for all reports, in tables.yaml for one. */
import { z } from 'zod';
import { scales } from '../base/registry/column-display.ts';

const text = z.string().trim().min(1);

const codeName = z.union([
  text,
  z.strictObject({
    zh: text.meta({ description: '中文名（name in Chinese reports）' }),
    en: text.meta({ description: '英文名（name in English reports）' }),
  }),
]);

/** Code → name, or names that need no other. Their order is that of the colours. */
export const codeNames = z.union([z.record(text, codeName), z.array(text).min(1)]);

export const scale = z.enum(scales);

export const decimals = z.int().min(0).max(6);
