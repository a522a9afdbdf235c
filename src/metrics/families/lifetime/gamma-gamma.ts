/**
 * Gamma-Gamma, what a purchase of a customer is worth: Fader & Hardie, The Gamma-Gamma Model of Monetary Value
 * (note 025, 2013). It supposes that value and number of purchases do not hang together.
 */
import { logGamma } from '../../statistics/numeric/log-gamma.ts';
import { minimise } from '../../statistics/numeric/minimise.ts';
import type { Customer } from './repeat-customer.ts';

interface GammaGamma {
  p: number;
  q: number;
  v: number;
}

export interface GammaGammaFit extends GammaGamma {
  logLikelihood: number;
  /** Customers with repeats, who alone tell. */
  customers: number;
  /** Correlation of number and value; null where one of them never changes. */
  correlation: number | null;
}

/** Undefined where the data cannot tell: fewer than two customers with repeats, or no highest point. */
export function fitGammaGamma(customers: readonly Customer[]): GammaGammaFit | undefined {
  const telling = customers.filter(({ repeats, spend = 0 }) => repeats > 0 && spend > 0);
  const total = telling.reduce((sum, { alike = 1 }) => sum + alike, 0);
  if (total < 2) return undefined;
  const mean = telling.reduce((sum, { spend = 0, alike = 1 }) => sum + spend * alike, 0) / total;
  const height = (at: number[]) => -computeSpendLogLikelihood(toParameters(at), telling) / total;
  const { at, found, height: low } = minimise(height, [1, 1, Math.log(mean)]);
  const far = at.some((log, i) => Math.abs(log - (i === 2 ? Math.log(mean) : 0)) > 15);
  if (!found || far || !Number.isFinite(low)) return undefined;
  return {
    ...toParameters(at),
    logLikelihood: -low * total,
    customers: total,
    correlation: computeCorrelation(telling),
  };
}

function toParameters([p = 0, q = 0, v = 0]: number[]): GammaGamma {
  return { p: Math.exp(p), q: Math.exp(q), v: Math.exp(v) };
}

/** Equation 1a, of customers with repeats. */
export function computeSpendLogLikelihood({ p, q, v }: GammaGamma, customers: readonly Customer[]): number {
  const heads = new Map<number, number>();
  const computeHead = (x: number) => {
    const known = heads.get(x);
    if (known !== undefined) return known;
    const head = logGamma(p * x + q) - logGamma(p * x) - logGamma(q) + q * Math.log(v) + p * x * Math.log(x);
    heads.set(x, head);
    return head;
  };
  let sum = 0;
  for (const { repeats: x, spend = 0, alike = 1 } of customers) {
    sum += alike * (computeHead(x) + (p * x - 1) * Math.log(spend) - (p * x + q) * Math.log(v + x * spend));
  }
  return sum;
}

/** Equation 5: mean value expected of the purchases of this customer. Null where the model has no mean. */
export function estimateSpend({ p, q, v }: GammaGamma, { repeats: x, spend = 0 }: Customer): number | null {
  const under = p * x + q - 1;
  return under > 0 ? (p * (v + x * spend)) / under : null;
}

function computeCorrelation(customers: readonly Customer[]): number | null {
  let [n, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
  for (const { repeats: x, spend: y = 0, alike = 1 } of customers) {
    n += alike;
    sx += alike * x;
    sy += alike * y;
    sxx += alike * x * x;
    syy += alike * y * y;
    sxy += alike * x * y;
  }
  const under = Math.sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
  return under > 0 ? (n * sxy - sx * sy) / under : null;
}
