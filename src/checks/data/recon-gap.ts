import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';
import { type Gap, readGaps } from '../facts/source-gaps.ts';

export const reconGap: DataRule = {
  title: { zh: '多来源数据一致', en: 'Sources agree' },
  why: {
    zh: '与基准来源之差不超过允许偏差；默认 10%（IAB UK 的建议），自有系统之间宜为 1%。',
    en: 'No source differs from the reference by more than the tolerance: 10% by default (IAB UK), 1% between own systems.',
  },
  needs: { recon: ['date', 'metric', 'source', 'value', 'reference'] },
  async find(facts) {
    return (await readGaps(facts))
      .filter(({ passed }) => !passed)
      .map((gap) =>
        createProblem('recon-gap', facts.getPlace('recon', gap.row, 'value'), buildGapParams(gap)),
      );
  },
};

function buildGapParams({ metric, date, source, difference, tolerance }: Gap) {
  const formatPercent = (share: number) => `${Math.round(share * 1000) / 10}%`;
  return {
    metric,
    date,
    source,
    difference: difference === null ? '—' : formatPercent(Math.abs(difference)),
    tolerance: formatPercent(tolerance),
  };
}
