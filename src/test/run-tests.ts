/**
 * `npm test`: types and tests side by side, since the types keep only one core busy. What the types say is printed when
 * both have ended; either failing fails the run. Arguments go to vitest.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';

interface Ended {
  code: number;
  output: string;
}

function run(command: string, args: readonly string[], stdout: 'inherit' | 'pipe'): Promise<Ended> {
  return new Promise((resolve) => {
    // npm's scripts are found by the shell: on Windows they are .cmd files.
    const child = spawn([command, ...args].join(' '), { shell: true, stdio: ['ignore', stdout, 'inherit'] });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const [tests, types] = await Promise.all([
  run('npm', ['run', '--silent', 'test:short', '--', ...process.argv.slice(2)], 'inherit'),
  run('npm', ['run', '--silent', 'types'], 'pipe'),
]);
process.stdout.write(types.output);
process.exitCode = Math.max(tests.code, types.code);
