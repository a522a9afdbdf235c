import type { Problem } from '../../base/problem.ts';
import { type KeptSteps, keepStep } from '../../files/kept-steps.ts';
import { remember, type StepMemory } from '../../files/step-memory.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';

export interface ItemMemory {
  memory?: StepMemory | undefined;
  /** What the last build made. */
  steps?: KeptSteps | undefined;
  /** Of all that figures and tables are made of, but for their tags. */
  key?: string;
}

/** Remembers only what has no problem: problems have places, and lines move. */
export async function rememberSound<T extends { problems: Problem[] }>(
  memory: StepMemory | undefined,
  step: string,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const made = await remember(memory, step, key, make);
  if (made.problems.length > 0) memory?.forget(step);
  return made;
}

const isSound = ({ problems }: { problems: Problem[] }): boolean => problems.length === 0;

/** A figure or a table, made again where its tag says another thing. */
export async function rememberItem<T extends { problems: Problem[] }>(
  { name, props }: BlockTagUse,
  id: string,
  { memory, steps, key = '' }: ItemMemory,
  make: () => Promise<T>,
): Promise<T> {
  const step = `${name} ${id}`;
  const whole = JSON.stringify([props, key]);
  return rememberSound(memory, step, whole, () => keepStep(steps, step, whole, make, isSound));
}
