import process from 'node:process';
import { expect, test } from 'vitest';
import { measureCommand } from './measure-command.ts';
import { compareSteps, formatSteps } from './usage-table.ts';

test('each step beside the measure, and a question mark where a system tells nothing', () => {
  const steps = compareSteps(
    { plain: { wall: 2, cpu: 4, memory: 100 }, ours: { wall: 3, cpu: null, memory: null } },
    'plain',
  );
  expect(steps.ours).toEqual({ wall: 3, cpu: null, memory: null, wallRatio: 1.5, cpuRatio: null });
  expect(formatSteps(steps).split('\n')).toEqual([
    'plain                      2.00 s    1.00×    4.00 s cpu    1.00×    100 MB',
    'ours                       3.00 s    1.50×             ?                  ?',
  ]);
});

test.runIf(process.platform === 'linux')('a command is measured with what it starts', async () => {
  const work = 'const end = process.cpuUsage().user + 4e5; while (process.cpuUsage().user < end);';
  const start = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(work)}])`;
  const { wall, cpu, memory } = await measureCommand(['-e', start]);
  expect(wall).toBeGreaterThan(0.4);
  expect(cpu).toBeGreaterThan(0.4);
  expect(cpu).toBeLessThan(3);
  expect(memory).toBeGreaterThan(20);
  await expect(measureCommand(['-e', 'throw new Error("so it was")'])).rejects.toThrow('so it was');
});
