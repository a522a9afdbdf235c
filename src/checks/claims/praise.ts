import type { BookValue } from '../../report/book.ts';
import { measureMention } from '../typed/mention.ts';
import type { ReadSentence } from '../typed/typed-results.ts';
import { isUnsure } from './told-values.ts';

/** Praise that no number, figure or source stands beside. */
export interface VaguePraise {
  at: number;
  said: string;
  /** The value that it seems to be about. */
  about: string | undefined;
}

const praise =
  /(?:效果|成效|成果|收效)(?:十分|非常|较为|极其|很)?(?:显著|明显|突出|斐然)|(?:大幅度?|显著|明显|极大|大大|快速|迅速|飞速|有效)(?:地|的)?(?:提升|提高|增长|上升|增强|改善|下降|降低)|(?:取得|获得)了?(?:十分|非常|较为)?(?:良好|显著|巨大|优异|不错)的?(?:效果|成效|成绩|成果)|(?:improved|increased|grew|rose|reduced) (?:very )?(?:significantly|dramatically|greatly|substantially)|(?:very|highly|extremely) (?:effective|successful)/i;
const silenced =
  /目标|没有|并未|未能|不|无法|建议|如何|怎样|怎么|可以|可能|能够|有助于|旨在|下一步|下学期|今后|未来|(?<!社)会(?!员|话)|想|以便|从而|理论|一般|通常|往往|文献|研究|认为|例如|\b(?:must|may|might|can|next|often|usually|want)\b/i;
const leastMention = 0.5;

/** 效果显著 in a sentence that tells nothing to bear it out. */
export function findVaguePraise(
  { sentence, results }: ReadSentence,
  values: readonly BookValue[],
): VaguePraise | undefined {
  const { text, tags, isQuoted, isCell, isHeading } = sentence;
  // A heading promises; what is under it tells.
  if (isHeading) return undefined;
  if (tags.length > 0 || results.length > 0 || isQuoted || isCell || /[\d\uFFFC]/.test(text))
    return undefined;
  if (isUnsure(text) || silenced.test(text)) return undefined;
  const match = praise.exec(text.replace(/“[^”]*”/g, (quoted) => '　'.repeat(quoted.length)));
  if (!match) return undefined;
  return { at: match.index, said: match[0], about: findAbout(text, values) };
}

function findAbout(text: string, values: readonly BookValue[]): string | undefined {
  const clause = { own: text, before: text, after: '', next: '', earlier: '', sentence: text, topic: '' };
  const scored = values.map(({ name }) => ({ name, score: measureMention(name, clause) }));
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best && best.score >= leastMention ? best.name : undefined;
}
