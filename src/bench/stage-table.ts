/** Stages of one run in order. */
export type Round = readonly { name: string; seconds: number }[];

/** Median seconds of each stage, its share of the median sum, and the spread over the rounds. */
export function formatStageTable(rounds: readonly Round[]): string {
  const names = rounds[0]?.map(({ name }) => name) ?? [];
  const stages = names.map((name, index) => ({
    name,
    seconds: rounds.map((round) => round[index]?.seconds ?? 0).sort((a, b) => a - b),
  }));
  const total = stages.reduce((sum, { seconds }) => sum + getMiddle(seconds), 0);
  const lines = stages.map(({ name, seconds }) => {
    const middle = getMiddle(seconds);
    const share = `${((100 * middle) / total).toFixed(0)}%`;
    const spread = `${seconds[0]!.toFixed(2)}–${seconds.at(-1)!.toFixed(2)} s`;
    return [
      name.padEnd(14),
      `${middle.toFixed(2)} s`.padStart(9),
      share.padStart(5),
      spread.padStart(16),
    ].join(' ');
  });
  return [...lines, `${'sum'.padEnd(14)} ${`${total.toFixed(2)} s`.padStart(9)}`].join('\n');
}

/** Of sorted numbers. */
function getMiddle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
