import type { Language } from '../../base/language.ts';
import { en } from './site-en.ts';
import { type SiteWords, zh } from './site-zh.ts';

export type { SiteWords };
export const siteWords: Record<Language, SiteWords> = { zh, en };
