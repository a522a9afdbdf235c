import process from 'node:process';
import type { Context } from '../command.ts';
import type { ProblemGroup } from '../problem-group.ts';
import { problemFormatters } from './problem-formatters.ts';

/** Prints the problems of a run in the form asked for. */
export function printProblems(groups: readonly ProblemGroup[], context: Context): void {
  const { format, language, terminal, root } = context;
  const printing = { language, colours: terminal.colours, root, from: process.cwd() };
  terminal.print(problemFormatters[format](groups, printing));
}
