import { z } from 'zod';

/** A share of the values as a percentage, and the rule for what lies between two of them. */
export interface QuantileParams {
  percentile: number;
  rule: 'inclusive' | 'exclusive' | 'nearest';
}

export const quantileParams = {
  percentile: z
    .number()
    .gt(0)
    .lt(100)
    .default(50)
    .meta({ description: '第几百分位，默认 50 即中位数；常看 90、95（percentile）' }),
  rule: z.enum(['inclusive', 'exclusive', 'nearest']).default('inclusive').meta({
    description:
      '分位数取法：inclusive 线性、含端点（Excel PERCENTILE.INC），exclusive 线性、不含端点（PERCENTILE.EXC），nearest 最近秩（linear inclusive, linear exclusive, or nearest rank）',
  }),
};

/** Sample quantiles by their rule. `exclusive` is between the places p·(n + 1), held at both ends. */
export function buildQuantileSql(values: string, { percentile, rule }: QuantileParams): string {
  const p = percentile / 100;
  if (rule === 'inclusive') return `quantile_cont(${values}, ${p})`;
  if (rule === 'nearest') return `quantile_disc(${values}, ${p})`;
  const all = `list_sort(list(${values}))`;
  const place = `least(greatest(${p} * (count(${values}) + 1), 1), count(${values}))`;
  const at = (round: string) => `${all}[CAST(${round}(${place}) AS BIGINT)]`;
  return `${at('floor')} + (${place} - floor(${place})) * (${at('ceil')} - ${at('floor')})`;
}
