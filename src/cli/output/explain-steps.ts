import type { AskedStep } from '../../files/cache.ts';
import type { CommandWords } from '../../words/command-words.ts';

/** Steps of which a report has hundreds: they are counted. */
const counted = new Set(['drawings', 'items', 'page', 'queries']);

/** Of each step whether it was made again and why, a line each, in the order of a build. */
export function explainSteps(steps: readonly AskedStep[], { steps: words }: CommandWords): string {
  const order = Object.keys(words.names);
  const rank = ({ step }: AskedStep) => order.indexOf(step);
  const known = steps.filter((one) => rank(one) >= 0).toSorted((a, b) => rank(a) - rank(b));
  const lines = [...Map.groupBy(known, ({ step }) => step)].flatMap(([step, of]) => {
    const name = words.names[step as keyof typeof words.names];
    if (!counted.has(step)) return of.map((one) => `${name} ${one.of}${words.colon}${explain(one, words)}`);
    const kept = of.filter(({ found }) => found === 'kept').length;
    return [`${name}${words.colon}${words.counts(kept, of.length - kept)}`];
  });
  return lines.join('\n');
}

function explain({ found }: AskedStep, words: CommandWords['steps']): string {
  if (found === 'kept') return words.kept;
  if (found === 'nothing') return words.nothing;
  const parts = found.map((part) => words.parts[part as keyof typeof words.parts] ?? part);
  return words.changed(parts);
}
