import type { CardCheck, CardLine } from '../base/card/report-card.ts';
import type { Language } from '../base/language.ts';
import { formatNumber } from '../base/number-format.ts';

interface CardWords {
  title: string;
  /** What its page is for, and what stands below. */
  lead: string;
  places: string;
  /** What each line counts. */
  checks: Record<CardCheck, string>;
  share: (count: string, of: string, percent: string) => string;
  /** There is nothing that could hold. */
  nothing: string;
  /** What brings each line up. */
  cures: Record<CardCheck, string>;
  atLeast: (limit: string) => string;
  atMost: (limit: string) => string;
  outcomes: Record<NonNullable<CardLine['outcome']>, string>;
  waived: (reason: string, until: string) => string;
}

export const cardWords: Record<Language, CardWords> = {
  zh: {
    title: '体检单',
    lead: '只在预览里有，发布的网站没有这一页。保存之后刷新即可看到变化。',
    places: '查出的问题',
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
    cures: {
      parts: '补写还缺的部分（见 missing-part、thin-part）。',
      values: '把手写的结果换成 <Value>（见 typed-result）。',
      claims: '逐句改正或给出数值（见 bound-claim、typed-claim、vague-praise）。',
      figures: '在正文里用 <Ref> 提到（见 unreferenced-figure）。',
      sources: '在 tables.yaml 里给每张数据表写 source。',
      references: '补全、核实文献（见 doubtful-reference、reference-missing-field）。',
      data: '核对数据，或在正文说明原因（见报告首页列出的发现）。',
      typed: '把手写的结果换成 <Value>（见 typed-result）。',
      contradicted: '改正与数据不符的句子（见 bound-claim、typed-claim）。',
      access: '补上替代文字，标题逐级往下（见 image-without-text、picture-unseen、heading-jump）。',
    },
    atLeast: (limit) => `不低于 ${limit}`,
    atMost: (limit) => `不多于 ${limit}`,
    outcomes: { kept: '达到', missed: '没有达到', waived: '豁免' },
    waived: (reason, until) => `豁免到 ${until}：${reason}`,
  },
  en: {
    title: 'Report card',
    lead: 'Only the preview has this page, the published site has none. Save and reload to see what has changed.',
    places: 'What was found',
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
    cures: {
      parts: 'Write the parts that are missing (see missing-part, thin-part).',
      values: 'Put <Value> where results are typed (see typed-result).',
      claims: 'Mend each sentence or cite its value (see bound-claim, typed-claim, vague-praise).',
      figures: 'Mention each in the text with <Ref> (see unreferenced-figure).',
      sources: 'Write the source of every table in tables.yaml.',
      references: 'Complete and check the entries (see doubtful-reference, reference-missing-field).',
      data: 'Check the data, or give the reason in the text (see the findings on the home of the report).',
      typed: 'Put <Value> where results are typed (see typed-result).',
      contradicted: 'Mend the sentences that the data deny (see bound-claim, typed-claim).',
      access:
        'Add alternative texts, let headings go down level by level (see image-without-text, picture-unseen, heading-jump).',
    },
    atLeast: (limit) => `at least ${limit}`,
    atMost: (limit) => `at most ${limit}`,
    outcomes: { kept: 'kept', missed: 'missed', waived: 'waived' },
    waived: (reason, until) => `waived until ${until}: ${reason}`,
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

/** What the course asks of a line that it asks something of. */
export function formatCardLimit({ limit = 0, of }: CardLine, language: Language): string {
  const words = cardWords[language];
  const show = (unit: string) => formatNumber(limit, { unit, language });
  return of === undefined ? words.atMost(show('')) : words.atLeast(show('%'));
}

/** `达到：不低于 80%`, `豁免到 2026-06-21：…`; empty where nothing is asked for. */
export function formatCardOutcome(line: CardLine, language: Language): string {
  const { outcomes, waived } = cardWords[language];
  if (line.outcome === undefined) return '';
  if (line.waiver) return waived(line.waiver.reason, line.waiver.until);
  const colon = language === 'zh' ? '：' : ': ';
  return `${outcomes[line.outcome]}${colon}${formatCardLimit(line, language)}`;
}
