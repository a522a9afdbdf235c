import { normaliseDigits } from '../../evidence/parsed-numbers.ts';
import { type Clause, findCue } from './clause-cues.ts';
import { isInPassing } from './in-passing.ts';
import type { Numeral } from './numeral.ts';
import { findNumerals } from './numerals.ts';
import type { OtherKind } from './other-kinds.ts';
import { findOtherSpans, type OtherSpan } from './other-spans.ts';

/** A numeral with the reason why it is no result; undefined: it is one. */
export interface ClassifiedNumeral extends Numeral {
  other: OtherKind | undefined;
  /** The clause it stands in. */
  clause: Clause;
}

/** Of the text of a sentence that no pattern tells. */
export interface SentenceFacts {
  /** Offsets of its citations. */
  cites: readonly number[];
  /** Stands in a block quotation. */
  isQuoted: boolean;
  /** Heading and sentence above. */
  topic: string;
}

/** Every numeral of a sentence. */
export function classifyNumerals(written: string, facts: SentenceFacts): ClassifiedNumeral[] {
  const numerals = findNumerals(written);
  if (numerals.length === 0) return [];
  const text = normaliseDigits(written);
  // Most numbers in words are told in passing: the passages are only looked for where one is left.
  let spans: OtherSpan[] | undefined;
  return numerals.map((numeral, at) => {
    const clause = getClause(text, numeral, numerals[at - 1]?.to ?? 0, numerals[at + 1]?.from, facts.topic);
    const told = findFact(numeral, clause, facts) ?? (isInPassing(numeral, clause) ? 'order' : undefined);
    if (told) return { ...numeral, other: told, clause };
    spans ??= findOtherSpans(text);
    const inside = spans.find(({ from, to }) => from < numeral.to && numeral.from < to);
    return { ...numeral, other: inside?.kind ?? findCue(numeral, clause), clause };
  });
}

/** A citation covers its clause; the whole sentence where that speaks of others. */
function findFact(
  { to }: Numeral,
  clause: Clause,
  { isQuoted, cites }: SentenceFacts,
): OtherKind | undefined {
  if (isQuoted) return 'quote';
  const end = to + clause.after.length;
  const isCited = cites.some((at) => clause.earlier.length <= at && at <= end);
  return isCited || (cites.length > 0 && others.test(clause.sentence)) ? 'fact' : undefined;
}

const others =
  /我国|中国|全国|全球|全行业|网民|市场规模|据[^，。]{1,12}[，,]|报告显示|研究(?:表明|发现|显示)|China|global|worldwide|according to|studies|found that/i;

function getClause(
  text: string,
  { from, to }: Numeral,
  last: number,
  next: number | undefined,
  topic: string,
): Clause {
  const head = text.slice(0, from);
  const start = Math.max(
    ...['，', '；', '。', '：', ': ', '; ', '（', ', ', '|'].map((sign) => head.lastIndexOf(sign)),
  );
  const [after = ''] = /^[^，；。）|]*/.exec(text.slice(to)) ?? [];
  return {
    before: text.slice(start + 1, from),
    after,
    sentence: text,
    earlier: text.slice(0, start + 1),
    own: text.slice(Math.max(start + 1, last), from),
    next: after.slice(0, next === undefined ? undefined : Math.max(0, next - to)),
    topic,
  };
}
