/** The long test at length; it needs nothing from outside, only a quarter of an hour: once for a change of what is kept. */
import { testEdits } from './warm-cold.sample.ts';

testEdits(200);
