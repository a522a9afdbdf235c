import process from 'node:process';
import { describeOldNode } from './node-version.ts';

const refusal = describeOldNode(process.versions.node);
if (refusal) {
  process.stderr.write(`${refusal}\n`);
  process.exit(2);
}

// Only now: what an old Node does not know must not be loaded before it is told.
const { reportFailure, run } = await import('./run.ts');
const args = process.argv.slice(2);

// What escapes from a worker or a callback is told like every other failure.
process.on('uncaughtException', (error) => process.exit(reportFailure(error, args, process)));
// `fupan … | head` closes the pipe early; that is no failure.
process.stdout.on('error', () => process.exit(process.exitCode));

process.exitCode = await run(args, process);
