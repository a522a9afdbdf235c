/** Small dense symmetric positive definite systems, by Cholesky's way. */

/** Lower triangle L with L·Lᵀ = matrix; undefined where the matrix is not positive definite. */
function factorCholesky(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const n = matrix.length;
  const lower = matrix.map(() => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
      if (i === j && !(rest > 1e-12 * matrix[i]![i]!)) return undefined;
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!;
    }
  }
  return lower;
}

/** The inverse; undefined where columns depend on each other. */
export function invertPositiveMatrix(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const lower = factorCholesky(matrix);
  return lower && matrix.map((_, column) => solveColumn(lower, column));
}

/** Column of the inverse: forward for L·y = e, backward for Lᵀ·x = y. */
function solveColumn(lower: readonly (readonly number[])[], column: number): number[] {
  const n = lower.length;
  const x = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) {
    let rest = i === column ? 1 : 0;
    for (let k = 0; k < i; k++) rest -= lower[i]![k]! * x[k]!;
    x[i] = rest / lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = x[i]!;
    for (let k = i + 1; k < n; k++) rest -= lower[k]![i]! * x[k]!;
    x[i] = rest / lower[i]![i]!;
  }
  return x;
}
