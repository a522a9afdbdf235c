/**
 * `npm run check --root x` without `--` before the options: npm takes them for its own settings, and only their values
 * arrive. What npm took stands in the environment.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandWords } from '../words/command-words.ts';
import { type CommandName, UsageError } from './command.ts';
import { formatNpmRun, getTypedFrom } from './command-line.ts';
import { type OptionName, options } from './options.ts';
import { isCommand, listOptions, parseLanguage } from './parse.ts';

type Environment = Record<string, string | undefined>;

/** Names of npm's own that a setting file may hold: alone they tell nothing of the command line. */
const ownOfNpm: readonly OptionName[] = ['force', 'help'];

/** Throws UsageError with the command as it should have been typed. */
export function assertNothingSwallowed(args: readonly string[], env: Environment): void {
  const [command, ...rest] = args;
  if (!command || !isCommand(command) || env.npm_lifecycle_event !== command) return;
  const values = rest.filter((arg, at) => !arg.startsWith('-') && !isValue(rest, at));
  const taken = findSwallowed(command, rest, values, env);
  if (taken.length === 0) return;
  const language = values.includes('en') && taken.includes('lang') ? 'en' : parseLanguage(rest);
  const words = commandWords[language];
  const kept = rest.filter((arg, at) => arg.startsWith('-') || isValue(rest, at));
  const repaired = pairWithValues(taken, values, env);
  const corrected = formatNpmRun(getTypedFrom(env), command, [...repaired, ...kept]);
  const names = taken.map((name) => `--${name}`).join(' ');
  throw new UsageError(words.swallowed(names), words.swallowedCure(corrected));
}

/** Whether an argument belongs to the option before it. */
function isValue(args: readonly string[], at: number): boolean {
  const before = args[at - 1];
  if (before === undefined || !before.startsWith('--') || before.includes('=')) return false;
  const name = before.slice(2);
  return Object.hasOwn(options, name) && options[name as OptionName].placeholder !== undefined;
}

/** Options of the command that npm took, in the order of the help. */
function findSwallowed(
  command: CommandName,
  args: readonly string[],
  values: readonly string[],
  env: Environment,
): OptionName[] {
  const missing = listOptions(command).filter(
    (name) => !args.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
  );
  const taken = missing.filter((name) => readSetting(name, env) || wasShortened(name, values, env));
  return taken.some((name) => !ownOfNpm.includes(name)) ? taken : [];
}

function readSetting(name: OptionName, env: Environment): string {
  return env[`npm_config_${name.replaceAll('-', '_')}`] ?? '';
}

/**
 * npm reads three of our names as short forms of its own: `--lang` as `-l -a -n -g`, `--as` as `-a -s`, and `--format`
 * as a setting whose standard it is, which leaves no trace but the value.
 */
function wasShortened(name: OptionName, values: readonly string[], env: Environment): boolean {
  const isOn = (...settings: string[]) =>
    settings.every((setting) => env[`npm_config_${setting}`] === 'true');
  if (name === 'lang') return isOn('long', 'all', 'global') && values.some((value) => isAmong('lang', value));
  if (name === 'as') return isOn('all') && env.npm_config_loglevel === 'silent' && values.length > 0;
  return name === 'format' && values.some((value) => isAmong(name, value) && !isThere(value, env));
}

function isAmong(name: OptionName, value: string): boolean {
  return options[name].among?.includes(value) ?? false;
}

/** A report or a file may have such a name. */
function isThere(name: string, env: Environment): boolean {
  return existsSync(join('content/reports', name)) || existsSync(resolve(getTypedFrom(env), name));
}

/** What the values of an option look like, the surest first; other options take what is left. */
const looks: Partial<Record<OptionName, RegExp>> = {
  port: /^\d+$/,
  seed: /^\d+$/,
  scale: /^\d+(\.\d+)?$/,
  set: /=/,
  encoding: /^(utf|gb|big5|iso|latin|windows|cp\d)/i,
  root: /^\.{1,2}$|[\\/]/,
  as: /^[a-z]+(_[a-z]+)*$/,
  report: /^[a-z][a-z0-9-]*$/,
};

/** The arguments as they should have been: what is no option's value first, then the options with theirs. */
function pairWithValues(taken: readonly OptionName[], values: readonly string[], env: Environment): string[] {
  const left = [...values];
  const given = new Map<OptionName, string>();
  const valued = taken.filter((name) => options[name].placeholder !== undefined);
  const take = (name: OptionName, fits: (value: string) => boolean) => {
    const at = left.findIndex(fits);
    if (at >= 0) given.set(name, left.splice(at, 1)[0]!);
  };
  for (const name of valued)
    if (!['', 'true'].includes(readSetting(name, env))) given.set(name, readSetting(name, env));
  const open = () => valued.filter((name) => !given.has(name));
  for (const name of open()) if (options[name].among) take(name, (value) => isAmong(name, value));
  const names = Object.keys(looks) as OptionName[];
  for (const name of names) if (open().includes(name)) take(name, (value) => looks[name]!.test(value));
  for (const name of open()) take(name, () => true);
  const flags = taken.flatMap((name) =>
    options[name].placeholder ? [`--${name}`, given.get(name) ?? options[name].placeholder] : [`--${name}`],
  );
  return [...left, ...flags];
}
