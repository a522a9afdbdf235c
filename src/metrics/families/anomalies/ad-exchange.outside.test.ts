/** Numenta Anomaly Benchmark, realAdExchange/exchange-2_cpc_results.csv: labelled 2011-07-14 13:00:01. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findSeasonalEsdOutliers } from '../../statistics/time-series/esd.ts';
import { findOutliers } from '../../statistics/time-series/robust-z.ts';
import { decomposeStl } from '../../statistics/time-series/stl.ts';

const file = fileURLToPath(new URL('../../../../../shared/data/ad-exchange-cpc.csv', import.meta.url));
const text = await readFile(file, 'utf8').catch(() => undefined);
if (text === undefined) console.warn(`SKIPPED: no ${file}`);

describe.skipIf(text === undefined)('cost per click of an ad exchange', () => {
  const rows = (text ?? '')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const numbers = rows.map(([, value]) => Number(value));
  const labelled = rows.findIndex(([at]) => at === '2011-07-14 13:00:01');
  // In hindsight later months are wilder; a team watches as it happens.
  const known = numbers.slice(0, labelled + 1);
  test('seasonal hybrid ESD calls the labelled hour as it happens', () => {
    expect(labelled).toBe(325);
    expect(findSeasonalEsdOutliers(known, { period: 24, share: 0.05 })).toContain(labelled);
  });
  test('STL and robust z call it too', () => {
    const { remainder } = decomposeStl(known, { period: 24, season: 'periodic', robust: true })!;
    expect(findOutliers(remainder)).toContain(labelled);
  });
});
