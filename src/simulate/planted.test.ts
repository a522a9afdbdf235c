/** One world of many: the long test has other seeds, other worlds, and worlds with nothing planted. */
import { test } from 'vitest';
import { expectPlanted, foundIn } from './planted.sample.ts';

test("what is planted is found by the report's own metrics", { timeout: 60_000 }, async () => {
  expectPlanted(await foundIn('growth-lab', 11));
});
