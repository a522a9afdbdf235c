import type { Bilingual } from '../base/language.ts';
import { type GroupKey, ParameterError } from './metric.ts';

/** Days, weeks and months make no sense of a metric that looks at time itself. Throws ParameterError. */
export function refuseTimedKeys(keys: readonly GroupKey[], texts: Bilingual): void {
  if (keys.some((key) => key.timed)) throw new ParameterError('by', texts);
}
