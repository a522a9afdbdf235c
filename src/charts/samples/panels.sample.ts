/** Small multiples of every form, over weeks, channels and numbers. */
import type { Language } from '../../base/language.ts';
import { buildExampleInput } from '../example.ts';
import type { ChartInput, PanelForm } from '../input.ts';
import { kinds } from '../kinds/kinds.ts';
import type { Sample } from './inputs.sample.ts';

const buildByWeek = (language: Language) => kinds.multiples.example.input(language);

const groups = {
  zh: ['搜索广告', '短视频', '自然搜索', '老用户邀请'],
  en: ['Search ads', 'Short video', 'Organic', 'Referral'],
};
const parts = { zh: ['手机', '平板', '电脑'], en: ['Phone', 'Tablet', 'Desktop'] };

/** Up and down without chance: the golden ratio spreads. */
const computeSpread = (i: number) => (i * 0.618034) % 1;

function buildGrouped(
  language: Language,
  count: number,
  label: (i: number) => string,
  key: (i: number) => string,
): ChartInput {
  return buildExampleInput(language, {
    name: { zh: '订单金额', en: 'Order amounts' },
    unit: '元',
    points: groups[language].flatMap((group, g) =>
      Array.from({ length: count }, (_, i) => ({
        key: key(i),
        label: label(i),
        group,
        value: g === 1 && i === 2 ? null : Math.round(20 + 900 * (g + 1) * computeSpread(i * 4 + g) ** 3),
      })),
    ),
  });
}

const buildByPart = (language: Language) =>
  buildGrouped(
    language,
    3,
    (i) => parts[language][i]!,
    (i) => `p${i}`,
  );
const buildMany = (language: Language) =>
  buildGrouped(
    language,
    60,
    (i) => `#${i}`,
    (i) => `user-${i}`,
  );
const buildByNumber = (language: Language) =>
  buildGrouped(
    language,
    12,
    (i) => String(i * 5),
    (i) => String(i * 5),
  );

const inputs: Record<PanelForm, (language: Language) => ChartInput> = {
  line: buildByWeek,
  sum: buildByWeek,
  area: buildByWeek,
  bars: buildByPart,
  sorted: buildByPart,
  share: buildByPart,
  histogram: buildMany,
  ecdf: buildMany,
  lorenz: buildMany,
  ranked: buildMany,
  dots: buildByNumber,
};

export const panelSamples: Sample[] = (['zh', 'en'] as const).flatMap((language) =>
  (Object.keys(inputs) as PanelForm[]).map((panel) => ({
    name: `${panel}, ${language}`,
    kind: 'multiples',
    input: { ...inputs[panel](language), panel },
  })),
);
