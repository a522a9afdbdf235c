/** Line and column of offsets of a text, both from 1; lines end in `\n`, `\r\n` or `\r`. Lines are looked for when first asked. */
export function createLineFinder(text: string): (offset: number) => { line: number; column: number } {
  let starts: Uint32Array | undefined;
  return (offset) => {
    starts ??= listLineStarts(text);
    const at = findLastAtMost(starts, offset);
    return { line: at + 1, column: offset - starts[at]! + 1 };
  };
}

function listLineStarts(text: string): Uint32Array {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return Uint32Array.from(starts);
}

/** Index of the last number that is at most `wanted`, in numbers that rise. */
function findLastAtMost(numbers: Uint32Array, wanted: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
