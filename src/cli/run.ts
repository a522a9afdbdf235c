import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { commandWords } from '../words/commands.ts';
import { type Context, type ExitCode, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { help } from './help.ts';
import type { Format } from './options.ts';
import { languageOf, type Parsed, parse } from './parse.ts';
import { openTerminal, type Terminal, type World } from './terminal.ts';

/** Runs one command line. Never throws and never shows a stack, unless `--debug` asks for it. */
export async function run(args: string[], world: World): Promise<ExitCode> {
  const terminal = openTerminal(world);
  try {
    return await dispatch(parse(args), terminal);
  } catch (error) {
    return complain(error, args, world, terminal);
  }
}

async function dispatch(parsed: Parsed, terminal: Terminal): Promise<ExitCode> {
  if (parsed.flags.help || !parsed.command) {
    terminal.print(help(parsed.language, parsed.command));
    return 0;
  }
  const command = commands[parsed.command];
  const context = contextOf({ ...parsed, command: parsed.command }, terminal);
  if (!command.anywhere) await needCourse(context);
  const { run } = await command.load();
  return run(context);
}

function contextOf(parsed: Parsed & Pick<Context, 'command'>, terminal: Terminal): Context {
  const { command, flags, language, report } = parsed;
  const words = commandWords[language];
  return {
    command,
    root: resolve(typeof flags.root === 'string' ? flags.root : '.'),
    language,
    words,
    ...(report !== undefined && { report }),
    draft: flags.draft === true,
    identity: flags.identity === true,
    format: (flags.format ?? 'text') as Format,
    port: wholeNumber('--port', flags.port, words) ?? 4321,
    files: parsed.files ?? [],
    ...(typeof flags.as === 'string' && { as: flags.as }),
    ...(typeof flags.encoding === 'string' && { encoding: flags.encoding }),
    ...(flags['date-order'] && { dateOrder: flags['date-order'] as Context['dateOrder'] & string }),
    force: flags.force === true,
    seed: wholeNumber('--seed', flags.seed, words),
    scale: positive('--scale', flags.scale, words),
    set: typeof flags.set === 'string' ? flags.set : undefined,
    world: typeof flags.world === 'string' ? flags.world : undefined,
    terminal,
  };
}

function wholeNumber(flag: string, value: string | true | undefined, words: Context['words']) {
  if (typeof value !== 'string') return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(words.badValue(flag, value, '0, 1, 2 …'));
  return Number(value);
}

function positive(flag: string, value: string | true | undefined, words: Context['words']) {
  if (typeof value !== 'string') return undefined;
  const number = Number(value);
  if (!/^\d{1,4}(\.\d{1,3})?$/.test(value) || number < 0.1 || number > 1100) {
    throw new UsageError(words.badValue(flag, value, '0.1 … 1100'));
  }
  return number;
}

async function needCourse({ root, words }: Context): Promise<void> {
  if (!(await isFolder(root))) throw new UsageError(words.noRoot(root), words.noContentCure);
  if (!(await isFolder(resolve(root, 'content')))) {
    throw new UsageError(words.noContent(root), words.noContentCure);
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Tells a failure in one line and a hint; gives the exit code. */
export function complain(
  error: unknown,
  args: string[],
  world: World,
  terminal = openTerminal(world),
): ExitCode {
  const words = commandWords[languageOf(args)];
  if (error instanceof UsageError) {
    terminal.complain([error.message, error.hint].filter(Boolean).join('\n'));
    return 2;
  }
  const message = error instanceof Error ? error.message : String(error);
  terminal.complain(words.unexpected(message.split('\n')[0] ?? ''));
  if (!args.includes('--debug')) terminal.complain(words.debugHint);
  else if (error instanceof Error) terminal.complain(`${error.stack}\n${causes(error)}`);
  return 1;
}

function causes(error: Error): string {
  return error.cause instanceof Error ? `${error.cause.stack}\n${causes(error.cause)}` : '';
}
