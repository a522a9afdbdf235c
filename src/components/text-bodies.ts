import { findBody } from 'virtual:fupan/texts';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

/** The compiled text `name`: `reports/growth-lab/background`. */
export async function getTextBody(name: string): Promise<AstroComponentFactory> {
  const load = findBody(name);
  if (!load) throw new Error(`There is no text ${name}`);
  return (await load()).Content;
}
