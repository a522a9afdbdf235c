/** Numbers on top of each other. */

/** Where each of the numbers begins and ends when they stand one on the other, from `start` on. */
export function stackNumbers(numbers: readonly number[], start = 0): { from: number; to: number }[] {
  let at = start;
  return numbers.map((number) => {
    const from = at;
    at += number;
    return { from, to: at };
  });
}
