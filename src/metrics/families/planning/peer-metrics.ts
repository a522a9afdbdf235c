/** What members of a team think each did: WebPA (Loughborough University). */
import { z } from 'zod';
import type { Cell } from '../../../base/source-table.ts';
import { type MetricDefinition, ParameterError, type Solution } from '../../metric.ts';
import { buildConditions, buildWhere } from '../../sql/select.ts';

interface Rating {
  rater: string;
  member: string;
  score: number;
}

/**
 * Each rater shares one cake among the members in proportion to the scores; the cakes are then put together.
 * Member → part of them all, in order of appearance; they add up to 1. Raters who gave nothing are left out.
 */
export function computePeerContributions(ratings: readonly Rating[]): Map<string, number> {
  const given = new Map<string, number>();
  for (const { rater, score } of ratings) given.set(rater, (given.get(rater) ?? 0) + score);
  const raters = [...given.values()].filter((sum) => sum > 0).length;
  const parts = new Map<string, number>();
  for (const { rater, member, score } of ratings) {
    const cake = given.get(rater) ?? 0;
    parts.set(member, (parts.get(member) ?? 0) + (cake > 0 ? score / cake / raters : 0));
  }
  return raters > 0 ? parts : new Map();
}

interface PeerParams {
  member?: string | undefined;
}

const marks = { Alice: '44321', Bob: '35320', Claire: '44444', David: '35431' };
const example = Object.entries(marks).flatMap(([rater, scores]) =>
  Object.keys({ ...marks, Elaine: '' }).map((member, i) => `${rater},${member},${scores[i]}`),
);

function createPeerMetric(
  given: Pick<MetricDefinition, 'names' | 'unit' | 'definition'> & {
    factor: boolean;
    answer: string;
    tex: string;
  },
): MetricDefinition<PeerParams> {
  const { factor, answer, tex, ...rest } = given;
  const scale = (members: number) => (factor ? members : 100);
  return {
    ...rest,
    direction: 'higher',
    edgeCases: {
      zh: '没有评分时为“—”；没有交评分的成员不作评分人，其余人的份额按比例放大。自评计在内，要去掉用 where: rater <> member。',
      en: 'Without ratings it is "—"; who gave none is no rater and the others count for more. Own ratings count; leave them out with `where: rater <> member`.',
    },
    source: 'Loughborough University, WebPA scoring algorithm',
    example: {
      files: { 'peer_ratings.csv': `rater,member,score\n${example.join('\n')}\n` },
      query: 'with: { member: Bob }',
      answer,
      source: 'WebPA, A worked example of the scoring algorithm: (4/14 + 5/13 + 4/20 + 5/16) of 4 cakes',
    },
    table: 'peer_ratings',
    columns: {
      rater: { names: ['rater', 'from_member'], meaning: { zh: '评分人', en: 'who rates' } },
      member_column: {
        names: ['member', 'ratee', 'to_member'],
        meaning: { zh: '被评成员', en: 'who is rated' },
      },
      score: { names: ['score', 'rating'], meaning: { zh: '评分', en: 'score' } },
    },
    params: z.strictObject({
      member: z.string().trim().min(1).optional().meta({
        description: '只取这一位成员；默认各成员为序列（only this member; by default all as a series）',
      }),
    }),
    proportion: false,
    empty: null,
    formulaText: () => ({
      numerator: { zh: '各评分人给他的份额之和', en: 'parts given by the raters' },
      denominator: { zh: '评分人数', en: 'raters' },
      tex,
    }),
    sql: (query) => {
      const { rater, member_column: member, score } = query.columns;
      const chosen = [
        ...query.keys.map((key) => `${key.text} AS ${key.alias}`),
        `CAST(${rater} AS VARCHAR) AS rater`,
        `CAST(${member} AS VARCHAR) AS member`,
        `greatest(${score}, 0) AS score`,
      ];
      const where = buildWhere([
        ...buildConditions(query),
        `${rater} IS NOT NULL`,
        `${member} IS NOT NULL`,
        `${score} IS NOT NULL`,
      ]);
      return `SELECT ${chosen.join(', ')}\nFROM ${query.from}${where}`;
    },
    solve: (rows, params) => solvePeers(rows, params, scale),
  };
}

function solvePeers(
  rows: readonly Record<string, Cell>[],
  { member }: PeerParams,
  scale: (members: number) => number,
): Solution {
  const ratings = rows.map((row) => ({
    rater: String(row.rater),
    member: String(row.member),
    score: Number(row.score),
  }));
  const parts = computePeerContributions(ratings);
  const points = [...parts].map(([name, part]) => ({
    key: name,
    label: { zh: name, en: name },
    value: part * scale(parts.size),
    n: ratings.filter((rating) => rating.member === name).length,
  }));
  const n = ratings.length;
  // Of all members together: all of the work, or a factor of 1 on average.
  const whole = points.length > 0 ? scale(parts.size) / (scale(parts.size) === 100 ? 1 : parts.size) : null;
  if (member === undefined || n === 0) return { value: whole, points, n };
  const own = points.find(({ key }) => key === member);
  if (own) return { value: own.value, points, n };
  const all = points.map(({ key }) => key);
  throw new ParameterError('member', {
    zh: `没有人给“${member}”评分，有：${all.join('、')}`,
    en: `Nobody rated “${member}”; there are: ${all.join(', ')}`,
  });
}

export const peerContribution = createPeerMetric({
  names: { zh: '互评贡献占比', en: 'Contribution by peers' },
  unit: '%',
  definition: {
    zh: '每位评分人把一份蛋糕按评分分给各成员，成员所得份额的平均，各成员之和为 100%。评分人松紧不同不影响结果。',
    en: 'Each rater shares one cake by the scores given; the mean part of a member. Parts add up to 100%, and a strict rater weighs as much as a mild one.',
  },
  factor: false,
  answer: '29.57%',
  tex: '\\frac{100\\%}{R}\\sum_r \\frac{s_{r,i}}{\\sum_j s_{r,j}}',
});

export const peerFactor = createPeerMetric({
  names: { zh: '互评系数', en: 'Peer factor' },
  unit: '倍',
  definition: {
    zh: '互评贡献占比乘以成员人数，平均为 1；小组分数乘它得个人分数。高于 1 表示组员认为他做得比平均多。',
    en: 'Contribution by peers times members, 1 on average; the mark of the team times it is that of the member. Above 1 peers think the member did more than most.',
  },
  factor: true,
  answer: '1.48 倍',
  tex: '\\frac{N}{R}\\sum_r \\frac{s_{r,i}}{\\sum_j s_{r,j}}',
});
