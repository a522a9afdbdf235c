/**
 * Logistic regression by iteratively reweighted least squares (P. McCullagh & J. A. Nelder 1989, Generalized Linear
 * Models, 2.5): p = 1 / (1 + exp(−(β₀ + Σ βᵢxᵢ))). Inputs are standardised inside; what comes out is in their own units.
 */
import { invertPositiveMatrix } from '../numeric/positive-matrix.ts';

export interface LogisticFit {
  /** Constant first. */
  coefficients: number[];
  /** Standard errors, in the same order. */
  errors: number[];
  logLikelihood: number;
  /** McFadden's: 1 − LL / LL of the constant alone. */
  pseudoR2: number;
  /** Probability of each row. */
  fitted: number[];
  /** A line between the groups has no error: coefficients were held finite by `ridge`. */
  separated: boolean;
}

/** Penalty on standardised coefficients where the groups are separated. */
const RIDGE = 1;

/**
 * `inputs[i]` are the features of row i, `outcomes[i]` 0 or 1. Undefined where both outcomes do not occur, where a
 * feature is constant, or where features depend on each other.
 */
export function fitLogistic(
  inputs: readonly (readonly number[])[],
  outcomes: readonly number[],
): LogisticFit | undefined {
  const positives = outcomes.reduce((a, b) => a + b, 0);
  if (positives === 0 || positives === outcomes.length) return undefined;
  const scales = computeScales(inputs);
  if (scales.some(({ sd }) => !(sd > 0))) return undefined;
  const rows = inputs.map((row) => [1, ...row.map((x, i) => (x - scales[i]!.mean) / scales[i]!.sd)]);
  const free = iterateWeights(rows, outcomes, 0);
  const found = free?.separated ? iterateWeights(rows, outcomes, RIDGE) : free;
  if (!found) return undefined;
  const own = unscaleFit(found, scales);
  const base = positives / outcomes.length;
  const alone = positives * Math.log(base) + (outcomes.length - positives) * Math.log(1 - base);
  const logLikelihood = computeLogLikelihood(found.fitted, outcomes);
  return {
    ...own,
    logLikelihood,
    pseudoR2: 1 - logLikelihood / alone,
    fitted: found.fitted,
    separated: found !== free || found.separated,
  };
}

interface Scale {
  mean: number;
  sd: number;
}

function computeScales(inputs: readonly (readonly number[])[]): Scale[] {
  return (inputs[0] ?? []).map((_, i) => {
    const mean = inputs.reduce((sum, row) => sum + row[i]!, 0) / inputs.length;
    const squares = inputs.reduce((sum, row) => sum + (row[i]! - mean) ** 2, 0);
    return { mean, sd: Math.sqrt(squares / inputs.length) };
  });
}

interface WeightIteration {
  beta: number[];
  covariance: number[][];
  fitted: number[];
  separated: boolean;
}

function iterateWeights(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  ridge: number,
): WeightIteration | undefined {
  let beta = rows[0]!.map(() => 0);
  for (let round = 0; round < 100; round++) {
    const fitted = rows.map((row) => computeProbability(row, beta));
    const covariance = invertPositiveMatrix(computeInformation(rows, fitted, ridge));
    const separated = fitted.every((p, i) => Math.abs(p - outcomes[i]!) < 1e-4);
    if (!covariance || (separated && ridge === 0)) {
      return round === 0 ? undefined : { beta, covariance: [], fitted, separated: true };
    }
    const pull = computeGradient(rows, outcomes, fitted).map((g, j) => g - (j === 0 ? 0 : ridge * beta[j]!));
    const step = covariance.map((line) => line.reduce((sum, c, j) => sum + c * pull[j]!, 0));
    if (step.every((s) => Math.abs(s) < 1e-10)) return { beta, covariance, fitted, separated: false };
    beta = beta.map((b, j) => b + step[j]!);
  }
  if (ridge > 0) return undefined;
  return { beta, covariance: [], fitted: rows.map((row) => computeProbability(row, beta)), separated: true };
}

/** Chance of the outcome 1; `row` begins with 1 for the constant. */
function computeProbability(row: readonly number[], beta: readonly number[]): number {
  return 1 / (1 + Math.exp(-row.reduce((sum, x, j) => sum + x * beta[j]!, 0)));
}

/** Slope of the log-likelihood: 0 at the optimum. Rows begin with 1. */
export function computeGradient(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  fitted: readonly number[],
): number[] {
  return rows[0]!.map((_, j) => rows.reduce((sum, row, i) => sum + row[j]! * (outcomes[i]! - fitted[i]!), 0));
}

function computeInformation(rows: readonly (readonly number[])[], fitted: readonly number[], ridge: number) {
  const size = rows[0]!.length;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  rows.forEach((row, i) => {
    const weight = fitted[i]! * (1 - fitted[i]!);
    for (let j = 0; j < size; j++) {
      for (let k = 0; k <= j; k++) matrix[j]![k]! += weight * row[j]! * row[k]!;
    }
  });
  for (let j = 0; j < size; j++) {
    if (j > 0) matrix[j]![j]! += ridge;
    for (let k = 0; k < j; k++) matrix[k]![j] = matrix[j]![k]!;
  }
  return matrix;
}

function computeLogLikelihood(fitted: readonly number[], outcomes: readonly number[]): number {
  return fitted.reduce((sum, p, i) => sum + Math.log(outcomes[i] === 1 ? p : 1 - p), 0);
}

/** Back to the units of the inputs: βᵢ/sdᵢ, and the constant takes the means. */
function unscaleFit({ beta, covariance }: WeightIteration, scales: readonly Scale[]) {
  const change = beta.map((_, j) =>
    beta.map((_b, k) => {
      if (j === 0) return k === 0 ? 1 : -scales[k - 1]!.mean / scales[k - 1]!.sd;
      return j === k ? 1 / scales[j - 1]!.sd : 0;
    }),
  );
  const coefficients = change.map((line) => line.reduce((sum, c, k) => sum + c * beta[k]!, 0));
  const errors = change.map((line) =>
    Math.sqrt(
      line.reduce((sum, c, k) => sum + c * line.reduce((s, d, l) => s + d * covariance[k]![l]!, 0), 0),
    ),
  );
  return { coefficients, errors };
}
