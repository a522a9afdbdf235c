/** What an audience does with content: sums of columns over sums of columns. */
import { z } from 'zod';
import { defineFamily } from '../define-family.ts';
import { type ColumnNeed, type MetricDefinition, ParameterError } from '../metric.ts';
import { createRatioMetric, describeZeroDenominator } from '../ratio-metric.ts';
import { time } from '../shared-columns.ts';
import { type NoParams, none } from '../shared-params.ts';
import { buildAggregateSql } from '../sql/select.ts';

const needs = {
  impressions: { names: ['impressions'], meaning: { zh: '曝光量', en: 'impressions' } },
  reach: { names: ['reach'], meaning: { zh: '触达人数', en: 'reach' } },
  reads: { names: ['reads', 'views'], meaning: { zh: '阅读量', en: 'reads' } },
  plays: { names: ['plays'], meaning: { zh: '播放量', en: 'plays' } },
  completed: {
    names: ['completed', 'completed_plays', 'completes', 'completions'],
    meaning: { zh: '完播量', en: 'completed plays' },
  },
  plays_3s: {
    names: ['plays_3s', 'three_second_plays'],
    meaning: { zh: '播放满 3 秒的次数', en: 'plays of 3 seconds and more' },
  },
  read_completed: {
    names: ['read_completed', 'completed_reads'],
    meaning: { zh: '读完的次数', en: 'reads to the end' },
  },
  likes: { names: ['likes'], meaning: { zh: '点赞', en: 'likes' } },
  comments: { names: ['comments'], meaning: { zh: '评论', en: 'comments' } },
  shares: { names: ['shares'], meaning: { zh: '分享', en: 'shares' } },
  saves: { names: ['saves', 'favorites'], meaning: { zh: '收藏', en: 'saves' } },
  follows: { names: ['follows'], meaning: { zh: '新增关注', en: 'follows' } },
  clicks: { names: ['clicks'], meaning: { zh: '点击量', en: 'clicks' } },
} satisfies Record<string, ColumnNeed>;

type ContentColumn = keyof typeof needs;

const template = 'slicenferqin/building-agent-study, performance-snapshot-template.csv';

/** A post as a platform reports it. */
const post = {
  'content_metrics.csv':
    'content_id,platform,date,impressions,reach,plays,plays_3s,completed,reads,read_completed,likes,comments,shares,saves,follows,clicks\nN1,抖音,2026-03-02,1000,800,500,300,150,400,100,30,6,4,10,5,50\n',
};

/** Columns added up, over one column added up; a blank is none. */
function createRateMetric(given: {
  names: { zh: string; en: string };
  over: ContentColumn;
  under: ContentColumn;
  definition: { zh: string; en: string };
  source?: string;
  answer: string;
}): MetricDefinition<NoParams> {
  const { over, under, answer, source = template, ...rest } = given;
  const denominator = needs[under].meaning;
  return createRatioMetric({
    ...rest,
    unit: '%',
    parts: { numerator: '次', denominator: under === 'reach' ? '人' : '次' },
    direction: 'higher',
    edgeCases: describeZeroDenominator(denominator),
    source,
    example: { files: post, answer, source },
    table: 'content_metrics',
    columns: { [over]: needs[over], [under]: needs[under], time },
    paired: () => [over, under],
    params: none,
    formulaText: { numerator: needs[over].meaning, denominator, times: '100%' },
    over: ({ columns }) => `sum(${columns[over]})`,
    under: ({ columns }) => `sum(${columns[under]})`,
  });
}

const acts = ['likes', 'comments', 'shares', 'saves'] as const;

interface InteractionParams {
  of: 'reach' | 'impressions' | 'reads' | 'plays';
}

const interaction: MetricDefinition<InteractionParams> = {
  names: { zh: '互动率', en: 'Interaction rate' },
  unit: '%',
  parts: { numerator: '次', denominator: '次' },
  direction: 'higher',
  definition: {
    zh: '点赞、评论、分享、收藏之和占触达人数（或曝光量、阅读量、播放量，用 of 写明）的百分比。一人可互动多次，所以可能超过 100%。',
    en: 'Likes, comments, shares and saves as a percentage of reach (or impressions, reads or plays, as `of` says). One person may interact more than once, so it may exceed 100 %.',
  },
  edgeCases: {
    zh: '分母为 0 时为“—”。各平台的阅读量含义不同，不要跨平台相加。',
    en: 'With a denominator of 0 it is "—". Platforms count reads differently: do not add them up.',
  },
  source: template,
  example: {
    files: post,
    query: 'with: { of: impressions }',
    answer: '5%',
    source: template,
  },
  table: 'content_metrics',
  columns: Object.fromEntries([
    ...(['reach', 'impressions', 'reads', 'plays', ...acts] as const).map((name) => [
      name,
      { ...needs[name], optional: true },
    ]),
    ['time', time],
  ]),
  params: z.strictObject({
    of: z.enum(['reach', 'impressions', 'reads', 'plays']).default('reach').meta({
      description: '分母：reach 触达、impressions 曝光、reads 阅读、plays 播放（what to divide by）',
    }),
  }),
  proportion: false,
  empty: null,
  formulaText: ({ of }, _found, columns) => {
    const present = acts.filter((act) => columns[act] !== undefined);
    return {
      numerator: {
        zh: `${present.map((act) => needs[act].meaning.zh).join('、')}之和`,
        en: `sum of ${present.join(', ')}`,
      },
      denominator: needs[of].meaning,
      times: '100%',
    };
  },
  paired: ({ of }) => [...acts, of],
  sql: (query) => {
    const under = query.columns[query.params.of];
    const present = acts.flatMap((act) => query.columns[act] ?? []);
    if (under === undefined || present.length === 0) {
      throw new ParameterError('of', {
        zh: `表中没有“${needs[query.params.of].meaning.zh}”一列，或没有任何互动列`,
        en: `the table has no column of ${needs[query.params.of].meaning.en}, or none of interactions`,
      });
    }
    const numerator = present.map((column) => `coalesce(sum(${column}), 0)`).join(' + ');
    return buildAggregateSql(query, {
      numerator: `(${numerator})`,
      denominator: `sum(${under})`,
      scale: 100,
    });
  },
};

const completion = createRateMetric({
  names: { zh: '完播率', en: 'Completion rate' },
  over: 'completed',
  under: 'plays',
  definition: {
    zh: '完整播放次数占播放次数的百分比。两者先各自合计再相除。',
    en: 'Completed plays as a percentage of plays. Both are summed first.',
  },
  answer: '30%',
});

const threeSeconds = createRateMetric({
  names: { zh: '3 秒留存率', en: 'Three-second retention' },
  over: 'plays_3s',
  under: 'plays',
  definition: {
    zh: '播放满 3 秒的次数占播放次数的百分比，看开头留不留得住人。两者先各自合计再相除。',
    en: 'Plays of 3 seconds and more as a percentage of plays: whether the opening holds viewers. Both are summed first.',
  },
  answer: '60%',
});

const readCompletion = createRateMetric({
  names: { zh: '阅读完成率', en: 'Reads to the end' },
  over: 'read_completed',
  under: 'reads',
  definition: {
    zh: '读到结尾的次数占阅读次数的百分比。各篇先合计再相除，不取各篇完成率的平均。',
    en: 'Reads to the end as a percentage of reads. Articles are summed first; their rates are not averaged.',
  },
  source: 'own convention',
  answer: '25%',
});

const followRate = createRateMetric({
  names: { zh: '涨粉转化率', en: 'Follow rate' },
  over: 'follows',
  under: 'plays',
  definition: {
    zh: '新增关注占播放次数的百分比。两者先各自合计再相除。',
    en: 'Follows as a percentage of plays. Both are summed first.',
  },
  answer: '1%',
});

const contentClicks = createRateMetric({
  names: { zh: '内容点击率', en: 'Content click rate' },
  over: 'clicks',
  under: 'impressions',
  definition: {
    zh: '内容的点击量占曝光量的百分比。曝光量按次计，不是触达人数。',
    en: 'Clicks on content as a percentage of impressions. Impressions count times, not people.',
  },
  answer: '5%',
  source: 'Google Ads Help, Clickthrough rate: 50 of 1 000',
});

const shareRate = createRateMetric({
  names: { zh: '分享率', en: 'Share rate' },
  over: 'shares',
  under: 'reads',
  definition: {
    zh: '分享次数占阅读量的百分比。两者先各自合计再相除。',
    en: 'Shares as a percentage of reads. Both are summed first.',
  },
  answer: '1%',
});

export const contentMetrics = defineFamily('content', {
  interaction_rate: interaction,
  completion_rate: completion,
  three_second_rate: threeSeconds,
  read_completion_rate: readCompletion,
  follow_rate: followRate,
  content_ctr: contentClicks,
  share_rate: shareRate,
});
