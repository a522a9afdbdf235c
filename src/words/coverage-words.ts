import type { Language } from '../base/language.ts';

/** What a section lacks of what the outline of the course asks for. */
interface CoverageWords {
  few: Record<'prose' | 'figures' | 'tables' | 'values', (have: number, need: number) => string>;
  none: Record<'kind' | 'metric' | 'data', (any: readonly string[]) => string>;
  /** Between several lacks. */
  and: string;
}

export const coverageWords: Record<Language, CoverageWords> = {
  zh: {
    few: {
      prose: (have, need) => `正文 ${have} 字，至少 ${need} 字`,
      figures: (have, need) => `图 ${have} 幅，至少 ${need} 幅（须在正文中提到）`,
      tables: (have, need) => `表 ${have} 张，至少 ${need} 张（须在正文中提到）`,
      values: (have, need) => `引用数值 ${have} 个，至少 ${need} 个`,
    },
    none: {
      kind: (any) => `缺图：kind="${any.join('" 或 "')}"`,
      metric: (any) => `缺指标：${any.join(' 或 ')}`,
      data: (any) => `没有用到数据表：${any.join(' 或 ')}`,
    },
    and: '；',
  },
  en: {
    few: {
      prose: (have, need) => `${have} letters of text, at least ${need} needed`,
      figures: (have, need) => `figures mentioned in the text: ${have} of ${need}`,
      tables: (have, need) => `tables mentioned in the text: ${have} of ${need}`,
      values: (have, need) => `values stated: ${have} of ${need}`,
    },
    none: {
      kind: (any) => `no figure of kind="${any.join('" or "')}"`,
      metric: (any) => `no value of the metric ${any.join(' or ')}`,
      data: (any) => `nothing drawn from the table ${any.join(' or ')}`,
    },
    and: '; ',
  },
};
