import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { commandWords } from '../words/command-words.ts';
import { type Context, type ExitCode, UsageError } from './command.ts';
import { formatCommandLine, getTypedFrom } from './command-line.ts';
import { commands } from './command-registry.ts';
import { createContext } from './context.ts';
import { tellFailure } from './failure.ts';
import { formatHelp } from './help.ts';
import type { Format } from './options.ts';
import { type ParsedCommandLine, parseCommandLine, parseLanguage } from './parse.ts';
import { assertNothingSwallowed } from './swallowed-options.ts';
import { type HostProcess, openTerminal, type Terminal } from './terminal.ts';
import { restoreOutput } from './workspace/build-lock.ts';

/** Runs one command line. Never throws and never shows a stack, unless `--debug` asks for it. */
export async function run(args: string[], host: HostProcess): Promise<ExitCode> {
  const terminal = openTerminal(host);
  try {
    assertNothingSwallowed(args, host.env);
    return await runCommand(parseCommandLine(args), terminal, getTypedFrom(host.env));
  } catch (error) {
    return reportFailure(error, args, host, terminal);
  }
}

async function runCommand(parsed: ParsedCommandLine, terminal: Terminal, from: string): Promise<ExitCode> {
  if (parsed.flags.help || !parsed.command) {
    terminal.print(formatHelp(parsed.language, parsed.command));
    return 0;
  }
  const command = commands[parsed.command];
  const context = buildContext({ ...parsed, command: parsed.command }, terminal, from);
  if (!command.anywhere) {
    await assertCourse(context);
    await restoreOutput(context.root);
  }
  const { run } = await command.load();
  return run(context);
}

function buildContext(
  parsed: ParsedCommandLine & Pick<Context, 'command'>,
  terminal: Terminal,
  from: string,
): Context {
  const { command, flags, language, report } = parsed;
  const words = commandWords[language];
  const root = typeof flags.root === 'string' ? resolve(from, flags.root) : process.cwd();
  const context = createContext(command, root, { terminal, language });
  return {
    ...context,
    from,
    ...(typeof flags.root === 'string' && { typedRoot: flags.root }),
    ...(report !== undefined && { report }),
    draft: flags.draft === true,
    skipBroken: flags['skip-broken'] === true,
    identity: flags.identity === true,
    verbose: flags.verbose === true,
    explain: flags.explain === true,
    format: (flags.format ?? context.format) as Format,
    port: parseWholeNumber('--port', flags.port, words) ?? context.port,
    files: parsed.files ?? [],
    ...(typeof flags.as === 'string' && { as: flags.as }),
    ...(typeof flags.encoding === 'string' && { encoding: flags.encoding }),
    ...(flags['date-order'] && { dateOrder: flags['date-order'] as Context['dateOrder'] & string }),
    ...(typeof flags.names === 'string' && { names: splitNames(flags.names) }),
    ...(typeof flags.sheet === 'string' && { sheets: splitNames(flags.sheet) }),
    force: flags.force === true,
    seed: parseWholeNumber('--seed', flags.seed, words),
    scale: parseScale('--scale', flags.scale, words),
    set: typeof flags.set === 'string' ? flags.set : undefined,
    ...(typeof flags.since === 'string' && { since: flags.since }),
    ...(typeof flags.ask === 'string' && { ask: flags.ask }),
    world: typeof flags.world === 'string' ? flags.world : undefined,
  };
}

/** Names with commas between, those of a Chinese keyboard too. */
function splitNames(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function parseWholeNumber(flag: string, value: string | true | undefined, words: Context['words']) {
  if (typeof value !== 'string') return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(words.badValue(flag, value, '0, 1, 2 …'));
  return Number(value);
}

function parseScale(flag: string, value: string | true | undefined, words: Context['words']) {
  if (typeof value !== 'string') return undefined;
  const number = Number(value);
  if (!/^\d{1,4}(\.\d{1,3})?$/.test(value) || number < 0.1 || number > 1100) {
    throw new UsageError(words.badValue(flag, value, '0.1 … 1100'));
  }
  return number;
}

async function assertCourse(context: Context): Promise<void> {
  const { root, words } = context;
  const cure = words.noContentCure(formatCommandLine(context, 'new', words.name));
  if (!(await isFolder(root))) throw new UsageError(words.noRoot(root), cure);
  if (!(await isFolder(resolve(root, 'content')))) throw new UsageError(words.noContent(root), cure);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Tells a failure in the language that was asked for; gives the exit code. */
export function reportFailure(
  error: unknown,
  args: string[],
  host: HostProcess,
  terminal = openTerminal(host),
): ExitCode {
  const words = commandWords[parseLanguage(args)];
  return tellFailure(error, { words, terminal, debug: args.includes('--debug') });
}
