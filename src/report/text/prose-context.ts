import type { Language } from '../../base/language.ts';
import type { Target } from '../book.ts';
import type { Numbering } from '../manuscript/numbering.ts';
import type { Citations } from './citations.ts';
import type { KnownValues } from './value-names.ts';

/** What the text of a report may refer to. */
export interface ProseContext extends KnownValues {
  numbering: Numbering;
  citations: Citations;
  /** Terms and their definitions. */
  glossary: Map<string, string>;
  language: Language;
  /** Called for each value and numbered item that the text mentions; feeds the ledger. */
  cite: (kind: 'value' | 'part', name: string, at: Target & { label: string }) => void;
}
