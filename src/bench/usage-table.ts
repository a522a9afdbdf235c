import { round, type Usage } from './measure-command.ts';

/** Beside what a step took, how many times as much that is as the step which is the measure of the run. */
export interface Compared extends Usage {
  wallRatio: number | null;
  cpuRatio: number | null;
}

export type Steps = Readonly<Record<string, Usage>>;

export function compareSteps(steps: Steps, measure: string): Record<string, Compared> {
  const { [measure]: unit } = steps;
  const divide = (value: number | null, by: number | null | undefined) =>
    value === null || !by ? null : round(value / by);
  const compare = (usage: Usage): Compared => ({
    ...usage,
    wallRatio: divide(usage.wall, unit?.wall),
    cpuRatio: divide(usage.cpu, unit?.cpu),
  });
  return Object.fromEntries(Object.entries(steps).map(([name, usage]) => [name, compare(usage)]));
}

export function formatSteps(steps: Readonly<Record<string, Compared>>): string {
  const formatRatio = (ratio: number | null) => (ratio === null ? '' : `${ratio.toFixed(2)}×`);
  const lines = Object.entries(steps).map(([name, { wall, cpu, memory, wallRatio, cpuRatio }]) =>
    [
      name.padEnd(22),
      `${wall.toFixed(2)} s`.padStart(10),
      formatRatio(wallRatio).padStart(8),
      (cpu === null ? '?' : `${cpu.toFixed(2)} s cpu`).padStart(13),
      formatRatio(cpuRatio).padStart(8),
      (memory === null ? '?' : `${memory} MB`).padStart(9),
    ].join(' '),
  );
  return lines.join('\n');
}
