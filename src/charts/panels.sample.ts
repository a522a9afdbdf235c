/** Small multiples of every form, over weeks, channels and numbers. */
import type { Language } from '../base/language.ts';
import { exampleInput } from './example.ts';
import type { ChartInput, PanelForm } from './input.ts';
import type { Sample } from './inputs.sample.ts';
import { kinds } from './kinds/index.ts';

const byWeek = (language: Language) => kinds.multiples.example.input(language);

const groups = {
  zh: ['搜索广告', '短视频', '自然搜索', '老用户邀请'],
  en: ['Search ads', 'Short video', 'Organic', 'Referral'],
};
const parts = { zh: ['手机', '平板', '电脑'], en: ['Phone', 'Tablet', 'Desktop'] };

/** Up and down without chance: the golden ratio spreads. */
const spread = (i: number) => (i * 0.618034) % 1;

function grouped(
  language: Language,
  count: number,
  label: (i: number) => string,
  key: (i: number) => string,
): ChartInput {
  return exampleInput(language, {
    name: { zh: '订单金额', en: 'Order amounts' },
    unit: '元',
    points: groups[language].flatMap((group, g) =>
      Array.from({ length: count }, (_, i) => ({
        key: key(i),
        label: label(i),
        group,
        value: g === 1 && i === 2 ? null : Math.round(20 + 900 * (g + 1) * spread(i * 4 + g) ** 3),
      })),
    ),
  });
}

const byPart = (language: Language) =>
  grouped(
    language,
    3,
    (i) => parts[language][i]!,
    (i) => `p${i}`,
  );
const many = (language: Language) =>
  grouped(
    language,
    60,
    (i) => `#${i}`,
    (i) => `user-${i}`,
  );
const byNumber = (language: Language) =>
  grouped(
    language,
    12,
    (i) => String(i * 5),
    (i) => String(i * 5),
  );

const inputs: Record<PanelForm, (language: Language) => ChartInput> = {
  line: byWeek,
  sum: byWeek,
  area: byWeek,
  bars: byPart,
  sorted: byPart,
  share: byPart,
  histogram: many,
  ecdf: many,
  lorenz: many,
  ranked: many,
  dots: byNumber,
};

export const panelSamples: Sample[] = (['zh', 'en'] as const).flatMap((language) =>
  (Object.keys(inputs) as PanelForm[]).map((panel) => ({
    name: `${panel}, ${language}`,
    kind: 'multiples',
    input: { ...inputs[panel](language), panel },
  })),
);
