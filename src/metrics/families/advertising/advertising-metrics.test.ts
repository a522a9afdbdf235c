import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const head = 'day,impressions,clicks,cost,conversions,revenue,new_users,ltv,arpu,lost_users\n';

async function texts(lines: string, ids: readonly string[]) {
  const yaml = ids.map((id) => `${id}: { metric: ${id}, from: ads }`).join('\n');
  const { values, problems } = await evaluateMetrics({ 'ads.csv': `${head}${lines}\n` }, yaml);
  expect(problems.map(({ what }) => what.zh)).toEqual([]);
  return ids.map((id) => values[id]?.text);
}

const ratios = ['ctr', 'cpc', 'cpm', 'cpa', 'roi', 'roas', 'cac', 'simple_ltv', 'ltv_cac', 'cac_payback'];

describe('costs and returns', () => {
  test('ROI: (1500 − 1200) / 1200 = 25% (Google Ads Help, Return on investment)', async () => {
    expect(await texts('2026-03-02,1,1,1200,1,1500,1,1,1,1', ['roi'])).toEqual(['25%']);
  });

  test('KAG_conversion_data: CTR 0.0179%, CPC 1.538, CPA of sales 54.41 (metrics.md §9)', async () => {
    const files = { 'ads.csv': 'impressions,clicks,cost,conversions\n213434828,38165,58705.23,1079\n' };
    const { values } = await evaluateMetrics(
      files,
      'ctr: { metric: ctr, from: ads }\ncpc: { metric: cpc, from: ads }\ncpa: { metric: cpa, from: ads }',
    );
    expect(values.ctr?.value).toBeCloseTo(0.0179, 4);
    expect(values.cpc?.value).toBeCloseTo(1.538, 3);
    expect(values.cpa?.value).toBeCloseTo(54.41, 2);
  });

  test('no denominator is 0%, infinite or NaN: all are not available', async () => {
    expect(await texts('2026-03-02,0,0,0,0,0,0,0,0,0', ratios)).toEqual(ratios.map(() => '—'));
  });

  test('totals are recomputed, ratios never averaged', async () => {
    const lines = '2026-03-02,100,10,30,1,60,1,40,10,1\n2026-03-03,900,10,90,5,60,5,40,10,1';
    expect(await texts(lines, ['ctr', 'cac', 'ltv_cac', 'cac_payback'])).toEqual([
      '2%',
      '20.00 元/人',
      '2 倍',
      '2.0 个月',
    ]);
  });
});
