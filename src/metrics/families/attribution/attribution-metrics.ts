/** Attribution as metrics: conversions credited to channels by ten rules. */
import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import type { Cell } from '../../../base/source-table.ts';
import { defineFamily } from '../../define-family.ts';
import {
  type ExampleDefinition,
  type MetricDefinition,
  ParameterError,
  type Solution,
} from '../../metric.ts';
import { channel as channelColumn, createOptionalNeed, event, time, user } from '../../shared-columns.ts';
import { days, eventName } from '../../shared-params.ts';
import { creditByMarkov, solveMarkovChain } from './markov.ts';
import {
  type ConversionPath,
  type Credits,
  creditByPosition,
  creditByShapley,
  creditByTimeDecay,
  creditFirstTouch,
  creditLastNonDirect,
  creditLastTouch,
  creditLinearly,
  creditParticipants,
  NO_TOUCH,
} from './path-credits.ts';
import { type AttributionParams, buildPathSql, toPaths } from './path-sql.ts';

const columns = {
  user: { ...user, optional: true },
  event_column: { ...event, optional: true },
  channel_column: { ...channelColumn, optional: true },
  value: createOptionalNeed(['value', 'amount', 'revenue'], '转化带来的金额', 'money a conversion brings'),
  time,
  path: createOptionalNeed(['path'], '路径：按先后写出的渠道', 'path: channels in order'),
  conversions: createOptionalNeed(
    ['conversions', 'total_conversions'],
    '该路径的转化数',
    'conversions of the path',
  ),
  lost: createOptionalNeed(
    ['lost', 'nulls', 'total_null'],
    '该路径未转化的人次',
    'users of the path who did not convert',
  ),
};

const shape = {
  finish: eventName.optional().meta({
    description:
      '算作转化的事件；表中有 path 列时不用写（event that is the conversion; not with a column path）',
  }),
  touch: eventName.optional().meta({
    description: '算作触点的事件，默认凡有渠道的事件（event that is a touch; by default any with a channel）',
  }),
  days: days.min(1).default(30).meta({
    description:
      '回溯期：转化前多少天内的触点算数（look-back: days before the conversion in which touches count）',
  }),
  channel: z.string().trim().min(1).optional().meta({
    description: '只取这一个渠道的转化；默认是全部，各渠道为序列（only what this channel is credited with）',
  }),
  credit: z.enum(['count', 'value']).default('count').meta({
    description:
      '分配什么：count 转化数，value 转化带来的金额，这时另写 unit: 元（what is shared: conversions or the money they bring）',
  }),
  separator: z.string().min(1).default('>').meta({
    description: 'path 列中渠道之间的记号（sign between the channels of a path）',
  }),
};

interface AttributionRule extends Pick<MetricDefinition, 'names' | 'source'> {
  definition: Bilingual;
  tex: string;
  credit(paths: readonly ConversionPath[], params: AttributionParams): Credits;
  /** More parameters than all rules have. */
  more?: Record<string, z.ZodType>;
  note?(paths: readonly ConversionPath[]): Bilingual;
  example: ExampleDefinition;
}

const caveat: Bilingual = {
  zh: '归因只说明转化前出现过哪些渠道，不等于渠道带来的增量。',
  en: 'Attribution tells which channels came before a conversion, not what they added.',
};

function createAttributionMetric(rule: AttributionRule): MetricDefinition<AttributionParams> {
  const { credit, more = {}, note, tex, ...rest } = rule;
  return {
    ...rest,
    unit: '次',
    digits: 2,
    direction: 'higher',
    edgeCases: {
      zh: '没有转化时为 0；转化前没有触点的，记在“无触点”名下，各渠道之和仍等于转化数。',
      en: 'Without conversions it is 0; those without a touch go to “no touch”, so that credits still add up.',
    },
    table: 'events',
    columns,
    params: z.strictObject({ ...shape, ...more }) as z.ZodType<AttributionParams>,
    proportion: false,
    empty: 0,
    formulaText: () => ({ numerator: { zh: '各渠道分得的转化数', en: 'conversions credited' }, tex }),
    sql: buildPathSql,
    solve: (rows, params) => solveAttribution(rule, rows, params),
  };
}

function solveAttribution(
  rule: AttributionRule,
  rows: readonly Record<string, Cell>[],
  params: AttributionParams,
): Solution {
  const { paths, n } = toPaths(rows);
  const credits = rule.credit(paths, params);
  const all = paths.reduce((sum, path) => sum + path.credit, 0);
  const points = [...credits].sort(([, one], [, other]) => other - one);
  const own = rule.note?.(paths);
  const solution: Solution = {
    value: all,
    n,
    points: points.map(([key, value]) => ({ key, label: getChannelLabel(key), value })),
    note: own ? { zh: `${own.zh}${caveat.zh}`, en: `${own.en} ${caveat.en}` } : caveat,
  };
  if (params.channel === undefined || n === 0) return solution;
  const value = credits.get(params.channel);
  if (value !== undefined) return { ...solution, value };
  const known = points.map(([key]) => key);
  throw new ParameterError('channel', {
    zh: `没有路径经过“${params.channel}”，有：${known.join('、')}`,
    en: `No path has “${params.channel}”; there are: ${known.join(', ')}`,
  });
}

function getChannelLabel(channel: string): Bilingual {
  return channel === NO_TOUCH ? { zh: '无触点', en: 'no touch' } : { zh: channel, en: channel };
}

/** A table of paths, and what `only` of its channels is credited with. */
function buildPathsExample(lines: string, only: string, answer: string, source: string): ExampleDefinition {
  return {
    files: { 'paths.csv': `path,conversions,lost\n${lines}\n` },
    query: `from: paths, with: { channel: ${only} }`,
    answer,
    source,
  };
}

const google = 'Google Ads API, AttributionModel';
const amplitude = 'Amplitude, Attribute credit to touch points';
const u = { first: 0.4, last: 0.4 };

const attributionFirst = createAttributionMetric({
  names: { zh: '首次触点归因转化', en: 'Conversions, first touch' },
  definition: {
    zh: '每次转化全部归于路径上的第一个触点。它看重带来认知的渠道。',
    en: 'Each conversion goes to the first touch of its path. It favours channels that bring people in.',
  },
  source: google,
  tex: '\\sum_{p} k_p \\, [c = c_{p,1}]',
  credit: creditFirstTouch,
  example: buildPathsExample('a > b > c,3,0\nb,2,0', 'b', '2.00 次', google),
});

const attributionLast = createAttributionMetric({
  names: { zh: '末次触点归因转化', en: 'Conversions, last touch' },
  definition: {
    zh: '每次转化全部归于路径上的最后一个触点。它看重临门一脚的渠道。',
    en: 'Each conversion goes to the last touch of its path. It favours channels close to the conversion.',
  },
  source: google,
  tex: '\\sum_{p} k_p \\, [c = c_{p,n}]',
  credit: creditLastTouch,
  example: buildPathsExample('a > b > c,3,0\nb,2,0', 'c', '3.00 次', google),
});

const attributionLastNonDirect = createAttributionMetric({
  names: { zh: '末次非直接归因转化', en: 'Conversions, last non-direct touch' },
  definition: {
    zh: '每次转化归于最后一个不是直接访问的触点。路径上只有直接访问时归于直接访问。',
    en: 'Each conversion goes to the last touch that is not a direct visit. Paths of direct visits only go to direct.',
  },
  source: 'Google Analytics, Multi-Channel Funnels',
  tex: '\\sum_{p} k_p \\, [c = c_{p,\\max\\{i : c_{p,i} \\ne \\mathrm{direct}\\}}]',
  more: {
    direct: z
      .array(z.string().min(1))
      .default(['direct', '(direct)', '直接', '直接访问'])
      .meta({ description: '哪些渠道算直接访问（channels that are direct visits）' }),
  },
  credit: (all, { direct = [] }) => creditLastNonDirect(all, direct),
  example: buildPathsExample(
    'a > b > direct,3,0\ndirect,2,0',
    'b',
    '3.00 次',
    'Google Analytics, Multi-Channel Funnels',
  ),
});

const attributionLinear = createAttributionMetric({
  names: { zh: '线性归因转化', en: 'Conversions, linear' },
  definition: {
    zh: '每次转化由路径上的触点平分。同一渠道出现几次就得几份。',
    en: 'Each conversion is shared equally by the touches of its path. A channel that comes twice has two parts.',
  },
  source: google,
  tex: '\\sum_{p} k_p \\, \\frac{\\#\\{i : c_{p,i} = c\\}}{n_p}',
  credit: creditLinearly,
  example: buildPathsExample('a > a > b,6,0', 'a', '4.00 次', 'eeghor/mta, tests'),
});

const attributionTimeDecay = createAttributionMetric({
  names: { zh: '时间衰减归因转化', en: 'Conversions, time decay' },
  definition: {
    zh: '触点离转化越近分得越多，每早一个半衰期（默认 7 天）权重减半。天数按实际经过的时间计，可有小数。',
    en: 'Touches nearer to the conversion get more: each half-life (7 days) earlier halves the weight. Days are elapsed time and may have fractions.',
  },
  source: google,
  tex: '\\sum_{p} k_p \\, \\frac{\\sum_{i : c_{p,i} = c} 2^{-\\Delta t_i / h}}{\\sum_i 2^{-\\Delta t_i / h}}',
  more: {
    half_life: z.number().positive().default(7).meta({ description: '半衰期，天（half-life in days）' }),
  },
  credit: (all, { half_life: halfLife = 7 }) => creditByTimeDecay(all, halfLife),
  example: {
    files: {
      'events.csv':
        'user_id,event,ts,channel\nu,visit,2026-03-02T10:00:00+08:00,a\nu,visit,2026-03-09T10:00:00+08:00,b\nu,pay,2026-03-10T10:00:00+08:00,\n',
    },
    query: 'with: { finish: pay, channel: a }',
    answer: '0.33 次',
    source: 'Google Ads Help: 8 days before counts half of 1 day before',
  },
});

const attributionPosition = createAttributionMetric({
  names: { zh: '位置归因转化', en: 'Conversions, position based' },
  definition: {
    zh: '首末触点各得 40%，中间的触点平分 20%。只有两个触点时各得一半。',
    en: 'First and last touch get 40% each, those between share 20%. Two touches get a half each.',
  },
  source: google,
  tex: '\\sum_{p} k_p \\, w_p(c), \\quad w = (0.4, \\tfrac{0.2}{n-2}, \\dots, 0.4)',
  credit: (all) => creditByPosition(all, u),
  example: buildPathsExample('a > b > c > d,100,0', 'b', '10.00 次', amplitude),
});

const attributionJ = createAttributionMetric({
  names: { zh: 'J 形归因转化', en: 'Conversions, J-shaped' },
  definition: {
    zh: '首个触点得 20%，末个得 60%，中间的平分 20%。只有两个触点时按 1 比 3 分。',
    en: 'The first touch gets 20%, the last 60%, those between share 20%. Two touches share 1 to 3.',
  },
  source: amplitude,
  tex: '\\sum_{p} k_p \\, w_p(c), \\quad w = (0.2, \\tfrac{0.2}{n-2}, \\dots, 0.6)',
  credit: (all) => creditByPosition(all, { first: 0.2, last: 0.6 }),
  example: buildPathsExample('a > b > c > d,100,0', 'd', '60.00 次', amplitude),
});

const attributionInverseJ = createAttributionMetric({
  names: { zh: '倒 J 形归因转化', en: 'Conversions, inverse J-shaped' },
  definition: {
    zh: '首个触点得 60%，末个得 20%，中间的平分 20%。只有两个触点时按 3 比 1 分。',
    en: 'The first touch gets 60%, the last 20%, those between share 20%. Two touches share 3 to 1.',
  },
  source: amplitude,
  tex: '\\sum_{p} k_p \\, w_p(c), \\quad w = (0.6, \\tfrac{0.2}{n-2}, \\dots, 0.2)',
  credit: (all) => creditByPosition(all, { first: 0.6, last: 0.2 }),
  example: buildPathsExample('a > b > c > d,100,0', 'a', '60.00 次', amplitude),
});

const attributionParticipation = createAttributionMetric({
  names: { zh: '参与归因转化', en: 'Conversions, participation' },
  definition: {
    zh: '路径上的每个渠道都得到整次转化，同一路径只计一次。各渠道之和大于转化数。',
    en: 'Each channel on the path gets the whole conversion, once a path. Channels add up to more than there were.',
  },
  source: amplitude,
  tex: '\\sum_{p} k_p \\, [c \\in p]',
  credit: creditParticipants,
  example: buildPathsExample('a > b > a,5,0\nb,1,0', 'b', '6.00 次', amplitude),
});

const attributionMarkov = createAttributionMetric({
  names: { zh: '马尔可夫归因转化', en: 'Conversions, Markov removal' },
  definition: {
    zh: '把路径看作一阶马尔可夫链，按移除一个渠道后转化率下降的幅度分配转化。未转化的路径也要算入，否则各渠道难分高下。',
    en: 'Takes paths as a Markov chain of first order and shares conversions by how much removing a channel lowers the rate. Paths that did not convert count too.',
  },
  source: 'Anderl, Becker, von Wangenheim & Schumann 2016',
  tex: 'K \\, \\frac{RE_c}{\\sum_j RE_j}, \\quad RE_c = 1 - \\frac{P_{-c}(\\mathrm{conv})}{P(\\mathrm{conv})}',
  credit: creditByMarkov,
  note: (all) => {
    const { channels, removal } = solveMarkovChain(all);
    const told = channels.map((channel, i) => [getChannelLabel(channel), removal[i]!.toFixed(3)] as const);
    return {
      zh: `移除效应：${told.map(([{ zh }, effect]) => `${zh} ${effect}`).join('、')}。`,
      en: `Removal effects: ${told.map(([{ en }, effect]) => `${en} ${effect}`).join(', ')}.`,
    };
  },
  example: buildPathsExample(
    'C1 > C2 > C3,1,0\nC1,0,1\nC2 > C3,0,1',
    'C1',
    '0.20 次',
    'analyzecore 2016; ChannelAttribution 2.2.4',
  ),
});

const attributionShapley = createAttributionMetric({
  names: { zh: '沙普利归因转化', en: 'Conversions, Shapley value' },
  definition: {
    zh: '一组渠道的价值是只经过它们的路径的转化数，每个渠道得它的平均边际贡献。精确计算，与触点的次数和先后无关。',
    en: 'A set of channels is worth the conversions of paths through them alone; each channel gets its mean marginal worth. Exact; number and order of touches play no part.',
  },
  source: 'Shapley 1953; Zhao et al. 2018',
  tex: '\\sum_{S \\not\\ni c} \\frac{|S|!\\,(n-|S|-1)!}{n!}\\,\\bigl(v(S \\cup c) - v(S)\\bigr)',
  credit: creditByShapley,
  example: buildPathsExample('a,4,0\na > b,6,0', 'a', '7.00 次', 'eeghor/mta, tests'),
});

export const attributionMetrics = defineFamily('attribution', {
  attribution_first: attributionFirst,
  attribution_last: attributionLast,
  attribution_last_non_direct: attributionLastNonDirect,
  attribution_linear: attributionLinear,
  attribution_time_decay: attributionTimeDecay,
  attribution_position: attributionPosition,
  attribution_j: attributionJ,
  attribution_inverse_j: attributionInverseJ,
  attribution_participation: attributionParticipation,
  attribution_markov: attributionMarkov,
  attribution_shapley: attributionShapley,
});
