/** Inverse of a square matrix by Gauss–Jordan with the largest pivot of each column. Throws RangeError where there is none. */
export function invertMatrix(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let i = column + 1; i < size; i += 1) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    }
    const chosen = rows[pivot]!;
    const by = chosen[column]!;
    if (!(Math.abs(by) > 1e-300)) throw new RangeError('a singular matrix has no inverse');
    rows[pivot] = rows[column]!;
    rows[column] = chosen.map((cell) => cell / by);
    clearColumn(rows, column);
  }
  return rows.map((row) => row.slice(size));
}

/** Takes the pivot's row from all others, so that its column is 0 there. */
function clearColumn(rows: number[][], column: number): void {
  const pivot = rows[column]!;
  for (const [i, row] of rows.entries()) {
    const times = row[column]!;
    if (i === column || times === 0) continue;
    for (let j = column; j < row.length; j += 1) row[j]! -= times * pivot[j]!;
  }
}
