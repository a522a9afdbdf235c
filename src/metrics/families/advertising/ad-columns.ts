/** The columns of paid traffic, and the ads that the worked examples are about. */
import type { ColumnNeed, ExampleDefinition } from '../../metric.ts';
import {
  clicks,
  conversions,
  cost,
  impressions,
  requireColumns,
  revenue,
  time,
} from '../../shared-columns.ts';

export type AdColumn = 'cost' | 'clicks' | 'impressions' | 'conversions' | 'revenue';

export const adColumns = { cost, clicks, impressions, conversions, revenue };
/** The columns of a metric that needs these. */
export function requireAdColumns(...needed: AdColumn[]): Record<string, ColumnNeed> {
  return requireColumns({ ...adColumns, time }, ...needed);
}

export const adUnits: Record<AdColumn, string> = {
  cost: '元',
  clicks: '次',
  impressions: '次',
  conversions: '人',
  revenue: '元',
};

/** A worked example on a table of ads. */
export function buildAdsExample(lines: string, answer: string, source: string): ExampleDefinition {
  return { files: { 'ads.csv': `${lines}\n` }, query: 'from: ads', answer, source };
}

/** Totals of the 1 143 ads of KAG_conversion_data. */
export const KAG_TOTALS = 'impressions,clicks,cost,conversions\n213434828,38165,58705.23,1079';
export const kaggle = 'totals of KAG_conversion_data.csv (Kaggle, Sales Conversion Optimization)';
