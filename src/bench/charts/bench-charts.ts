/**
 * `npm run bench -- charts [COUNT]`: charts of six kinds at each width that a page may have, drawn as a build draws them, with
 * no drawing kept (cold) and with all of them kept (warm), beside the plain loop compile → parse → toSVG over the same
 * specifications in as many processes. The loop runs before and after, so that both meet the same machine.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeScratch, removeScratch } from '../../files/door.ts';
import { measureCommand, type Usage } from '../measure-command.ts';
import { keepResult } from '../results.ts';
import { compareSteps, formatSteps } from '../usage-table.ts';

const side = fileURLToPath(new URL('./draw-side.ts', import.meta.url));

/** Lines to print. */
export async function benchCharts(count: number): Promise<string> {
  const scratch = makeScratch();
  const env = { NODE_COMPILE_CACHE: join(scratch, 'code') };
  const draw = (who: 'plain' | 'ours') =>
    measureCommand(
      ['--disable-warning=ExperimentalWarning', side, who, String(count), join(scratch, 'drawings')],
      env,
    );
  try {
    const before = await draw('plain');
    const cold = await draw('ours');
    const warm = await draw('ours');
    const plain = findMean(before, await draw('plain'));
    const steps = compareSteps({ plain, cold, warm }, 'plain');
    await keepResult('charts', { count, measure: 'plain', steps });
    return formatSteps(steps);
  } finally {
    removeScratch(scratch);
  }
}

function findMean(a: Usage, b: Usage): Usage {
  const mean = (one: number | null, other: number | null) =>
    one === null || other === null ? null : (one + other) / 2;
  return { wall: mean(a.wall, b.wall)!, cpu: mean(a.cpu, b.cpu), memory: mean(a.memory, b.memory) };
}
