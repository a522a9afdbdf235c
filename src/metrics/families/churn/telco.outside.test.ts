/** IBM telco-customer-churn: 7 043 customers of whom 1 869 left. The file lies beside the repository, never in it. */
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const file = fileURLToPath(new URL('../../../../../shared/data/telco-churn.csv', import.meta.url));
const there = await stat(file).then(
  () => true,
  () => false,
);
if (!there) console.warn(`SKIPPED: no ${file}`);

describe.skipIf(!there)('telco churn', () => {
  test('26.54 % left; who stayed longer leaves less; the model tells them apart', {
    timeout: 120_000,
  }, async () => {
    const { values, problems } = await evaluateMetrics(
      { 'telco.csv': await readFile(file, 'utf8') },
      `流失率: { metric: churn_rate, from: telco, with: { label: "Churn = 'Yes'" }, digits: 2 }
系数: { metric: logistic_coefficient, from: telco, with: { label: "Churn = 'Yes'", features: [tenure, MonthlyCharges, SeniorCitizen] } }
`,
    );
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(values.流失率?.text).toBe('26.54%');
    expect(values.流失率?.lineage.numerator?.value).toBe(1869);
    expect(values.系数!.interval!.high).toBeLessThan(0);
    expect(values.系数!.points.map(({ key }) => key)).toEqual(['tenure', 'MonthlyCharges', 'SeniorCitizen']);
  });
});
