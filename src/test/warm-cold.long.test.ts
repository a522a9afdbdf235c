import { testEdits } from './warm-cold.sample.ts';

testEdits(60);
