/**
 * BG/NBD, repeat buying of customers who leave unseen: Fader, Hardie & Lee, “Counting Your Customers” the
 * Easy Way, Marketing Science 24(2), 2005. Purchases of a customer are Poisson with a rate from a gamma(r, α);
 * after each purchase the customer leaves with a probability from a beta(a, b).
 */
import { hypergeometric } from '../../statistics/numeric/hypergeometric.ts';
import { minimise } from '../../statistics/numeric/minimise.ts';
import type { Customer } from './repeat-customer.ts';

export interface BgNbd {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

export interface BgNbdFit extends BgNbd {
  logLikelihood: number;
  customers: number;
}

/** Undefined where the data cannot tell: nobody came back, or the likelihood has no highest point. */
export function fitBgNbd(customers: readonly Customer[]): BgNbdFit | undefined {
  const total = customers.reduce((sum, { alike = 1 }) => sum + alike, 0);
  if (!customers.some(({ repeats }) => repeats > 0)) return undefined;
  const age = customers.reduce((sum, one) => sum + one.age * (one.alike ?? 1), 0) / total;
  // Per customer: the stop of the search is then the same for many customers and for few.
  const height = (at: number[]) => -computeLogLikelihood(toParameters(at), customers) / total;
  const { at, found, height: low } = minimise(height, [0, Math.log(Math.max(age, 1e-6) / 4), 0, 0]);
  const far = at.some((log) => Math.abs(log) > 15);
  if (!found || far || !Number.isFinite(low)) return undefined;
  return { ...toParameters(at), logLikelihood: -low * total, customers: total };
}

function toParameters([r = 0, alpha = 0, a = 0, b = 0]: number[]): BgNbd {
  return { r: Math.exp(r), alpha: Math.exp(alpha), a: Math.exp(a), b: Math.exp(b) };
}

/** Equation 7. Gamma and beta functions only meet whole numbers of purchases, so they are products. */
export function computeLogLikelihood({ r, alpha, a, b }: BgNbd, customers: readonly Customer[]): number {
  const most = customers.reduce((high, { repeats }) => Math.max(high, repeats), 0);
  const heads = [r * Math.log(alpha)];
  for (let x = 0; x < most; x += 1) heads.push(heads[x]! + Math.log(((r + x) * (b + x)) / (a + b + x)));
  let sum = 0;
  for (const { repeats: x, recency, age, alike = 1 } of customers) {
    const stayed = -(r + x) * Math.log(alpha + age);
    const left = x > 0 ? Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + recency) : -Infinity;
    const high = Math.max(stayed, left);
    sum += alike * (heads[x]! + high + Math.log(Math.exp(stayed - high) + Math.exp(left - high)));
  }
  return sum;
}

/** Probability that the customer has not left. Always 1 without repeats: the model lets nobody go before. */
export function estimateAliveProbability(
  { r, alpha, a, b }: BgNbd,
  { repeats: x, recency, age }: Customer,
): number {
  if (x === 0) return 1;
  return 1 / (1 + (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x));
}

/** Equation 9: purchases expected of a new customer in `time` after the first one. */
export function estimateRepeats({ r, alpha, a: given, b }: BgNbd, time: number): number {
  const a = avoidOne(given);
  const z = time / (alpha + time);
  return ((a + b - 1) / (a - 1)) * (1 - (1 - z) ** r * hypergeometric(r, b, a + b - 1, z));
}

/** Equation 10: purchases expected of this customer in the `time` to come. */
export function estimatePurchases(model: BgNbd, customer: Customer, time: number): number {
  const { r, alpha, b } = model;
  const a = avoidOne(model.a);
  const { repeats: x, age } = customer;
  const z = time / (alpha + age + time);
  const f = hypergeometric(r + x, b + x, a + b + x - 1, z);
  const whileStaying = ((a + b + x - 1) / (a - 1)) * (1 - (1 - z) ** (r + x) * f);
  return whileStaying * estimateAliveProbability(model, customer);
}

/** The expectations go on through a = 1, their formula does not. */
function avoidOne(a: number): number {
  return Math.abs(a - 1) < 1e-7 ? 1 + 1e-7 : a;
}
