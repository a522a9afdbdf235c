/** How the members of a column are shown, wherever they stand. */
import type { Bilingual, Language } from '../language.ts';

/** What members of a column are to one another, and so how they are coloured. */
export const scales = ['names', 'order', 'sides'] as const;
export type Scale = (typeof scales)[number];

/** What a code is called: in the language of the report, or in both. */
export type CodeName = string | Bilingual;

/** Names by code, or names that need no other, in the order of their colours. */
export type CodeNames = Readonly<Record<string, CodeName>> | readonly string[];

export interface ColumnDisplay {
  codes?: CodeNames;
  scale?: Scale;
  /** Decimals of its numbers. */
  digits?: number;
}

/** Codes with their names, in order. */
export function listCodes(codes: CodeNames | undefined, language: Language): [code: string, name: string][] {
  if (codes === undefined) return [];
  if (isList(codes)) return codes.map((name) => [name, name]);
  return Object.entries(codes).map(([code, name]) => [
    code,
    typeof name === 'string' ? name : name[language],
  ]);
}

const isList = (codes: CodeNames): codes is readonly string[] => Array.isArray(codes);
