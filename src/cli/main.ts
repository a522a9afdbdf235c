import process from 'node:process';
import { reportFailure, run } from './run.ts';

const args = process.argv.slice(2);

// What escapes from a worker or a callback is told like every other failure.
process.on('uncaughtException', (error) => process.exit(reportFailure(error, args, process)));
// `fupan … | head` closes the pipe early; that is no failure.
process.stdout.on('error', () => process.exit(process.exitCode));

process.exitCode = await run(args, process);
