/** Where transforms of SVG move a point, computed apart from Vega: for tests. */

/** a c e / b d f, as in SVG. */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

export function multiplyMatrices([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function parseMatrix(transform = ''): Matrix {
  let matrix = identity;
  for (const [, name, list] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [x = 0, y = 0] = list!.split(/[ ,]+/).map(Number);
    const angle = (x * Math.PI) / 180;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    if (name === 'translate') matrix = multiplyMatrices(matrix, [1, 0, 0, 1, x, y]);
    else if (name === 'rotate') matrix = multiplyMatrices(matrix, [cos, sin, -sin, cos, 0, 0]);
    else if (name === 'scale') matrix = multiplyMatrices(matrix, [x, 0, 0, y || x, 0, 0]);
    else throw new Error(`unknown transform: ${name}`);
  }
  return matrix;
}
