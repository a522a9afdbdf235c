/** The words of judgements. Verdicts, goals and the sentences of figures take them from here, so that all say the same. */
import type { AttainmentClaim, Gap, Significance, Way } from '../../base/claims/claim.ts';
import type { Language } from '../../base/language.ts';

export interface JudgementWords {
  /** A target, standing alone. */
  outcome: Record<AttainmentClaim['outcome'], string>;
  /** Before the target in a sentence. */
  towards: Record<AttainmentClaim['outcome'], string>;
  /** Two things at one time. */
  gap: Record<Gap['way'], string>;
  /** One thing at two times. */
  change: Record<Way, string>;
  /** Before the later number. */
  changeTo: Record<Exclude<Way, 'even'>, string>;
  /** Where all of an interval lies, or that it holds the other number. */
  interval: Record<Significance['side'], string>;
}

const zhOutcomes = { exceeded: '超额完成', met: '达到', missed: '未达到' };

export const judgementWords: Record<Language, JudgementWords> = {
  zh: {
    outcome: zhOutcomes,
    towards: zhOutcomes,
    gap: { above: '高于', below: '低于', level: '持平' },
    change: { up: '上升', down: '下降', even: '持平' },
    changeTo: { up: '升至', down: '降至' },
    interval: { above: '全部高于', below: '全部低于', across: '含有' },
  },
  en: {
    outcome: { exceeded: 'exceeded', met: 'met', missed: 'missed' },
    towards: { exceeded: 'exceeding', met: 'meeting', missed: 'missing' },
    gap: { above: 'above', below: 'below', level: 'level with' },
    change: { up: 'rose', down: 'fell', even: 'was unchanged' },
    changeTo: { up: 'rose', down: 'fell' },
    interval: { above: 'lies above', below: 'lies below', across: 'includes' },
  },
};
