import type { CardCheck, CardLine } from '../base/card/report-card.ts';
import type { Language } from '../base/language.ts';
import { formatNumber } from '../base/number-format.ts';

interface CardWords {
  title: string;
  /** What each line counts. */
  checks: Record<CardCheck, string>;
  share: (count: string, of: string, percent: string) => string;
  /** There is nothing that could hold. */
  nothing: string;
}

export const cardWords: Record<Language, CardWords> = {
  zh: {
    title: '体检单',
    checks: {
      parts: '必写部分已写',
      values: '结果引自数据',
      claims: '论断经数据证实',
      figures: '图表在正文提到',
      sources: '数据表写明来源',
      references: '文献著录无疑问',
      data: '数据核对通过',
      typed: '手写的结果',
      contradicted: '与数据矛盾的论断',
      access: '读屏障碍',
    },
    share: (count, of, percent) => `${count}/${of}（${percent}）`,
    nothing: '没有可查的',
  },
  en: {
    title: 'Report card',
    checks: {
      parts: 'required parts written',
      values: 'results cited from the data',
      claims: 'claims borne out by the data',
      figures: 'figures and tables mentioned',
      sources: 'tables that say their source',
      references: 'references without a doubt',
      data: 'data checks kept',
      typed: 'results typed by hand',
      contradicted: 'claims that the data deny',
      access: 'barriers for screen readers',
    },
    share: (count, of, percent) => `${count}/${of} (${percent})`,
    nothing: 'nothing to check',
  },
};

/** What a line came to: `12/14（85.7%）`, `3`. */
export function formatCardCount({ count, of }: CardLine, language: Language): string {
  const words = cardWords[language];
  const show = (value: number, unit: string) => formatNumber(value, { unit, language });
  if (of === undefined) return show(count, '');
  if (of === 0) return words.nothing;
  return words.share(show(count, ''), show(of, ''), show((100 * count) / of, '%'));
}
