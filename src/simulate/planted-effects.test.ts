/** One world of many: the long test has other seeds, other worlds, and worlds with nothing planted. */
import { test } from 'vitest';
import { expectPlanted, findPlantedIn } from './planted-effects.sample.ts';

test("what is planted is found by the report's own metrics", { timeout: 60_000 }, async () => {
  expectPlanted(await findPlantedIn('growth-lab', 11));
});
