import type { Problem } from '../../base/problem.ts';
import { remember, type StepMemory } from '../../files/step-memory.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';

export interface ItemMemory {
  memory?: StepMemory | undefined;
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

/** A figure or a table, made again where its tag says another thing. */
export async function rememberItem<T extends { problems: Problem[] }>(
  { name, props }: BlockTagUse,
  id: string,
  { memory, key = '' }: ItemMemory,
  make: () => Promise<T>,
): Promise<T> {
  return rememberSound(memory, `${name} ${id}`, JSON.stringify([props, key]), make);
}
