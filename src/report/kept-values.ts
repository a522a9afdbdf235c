import { type KeptSteps, keepStep } from '../files/kept-steps.ts';
import { isLasting } from './passing-problems.ts';
import { type BuiltValues, buildValues } from './values/build-values.ts';

type PlainValues = Omit<BuiltValues, 'filterValue'>;

/**
 * The values of a report, those of the last build where `key` is the same. Built anew they are only where a figure asks for
 * one that nobody asked for before.
 */
export async function buildKeptValues(
  input: Parameters<typeof buildValues>[0],
  key: string,
  steps: KeptSteps | undefined,
): Promise<BuiltValues> {
  let built: Promise<BuiltValues> | undefined;
  const build = () => {
    built ??= buildValues(input);
    return built;
  };
  const makePlain = async (): Promise<PlainValues> => {
    const { filterValue: _, ...plain } = await build();
    return plain;
  };
  const plain = await keepStep(steps, 'values', key, makePlain, ({ problems }) => isLasting(problems));
  if (built) return built;
  return {
    ...plain,
    values: toRecord(plain.values),
    queries: toRecord(plain.queries),
    dimensions: toRecord(plain.dimensions),
    filterValue: async (...asked) => (await build()).filterValue(...asked),
  };
}

/** Without a prototype, as it was built: a tag may name a value `constructor`. */
const toRecord = <T>(kept: Record<string, T>): Record<string, T> =>
  Object.assign(Object.create(null) as Record<string, T>, kept);
