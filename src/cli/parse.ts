import { parseArgs } from 'node:util';
import type { Language } from '../base/language.ts';
import { nearest } from '../base/nearest.ts';
import { type CommandWords, commandWords } from '../words/commands.ts';
import { type CommandName, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { type OptionName, options } from './options.ts';

export interface Parsed {
  language: Language;
  /** Absent when only help is asked for. */
  command?: CommandName;
  flags: Partial<Record<OptionName, string | true>>;
  report?: string;
  /** Of a command that takes files. */
  files?: string[];
}

const everywhere: readonly OptionName[] = ['root', 'lang', 'debug', 'help'];

/** The language wanted, found before anything else so that mistakes are told in it. */
export function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at] === '--lang' ? args[at + 1] : args[at]?.slice('--lang='.length);
  return at >= 0 && value === 'en' ? 'en' : 'zh';
}

/** Options a command knows. */
export function optionsOf(command: CommandName): OptionName[] {
  return [...commands[command].options, ...everywhere];
}

/** Reads the command line. Throws UsageError with a suggestion. */
export function parse(args: string[]): Parsed {
  const language = languageOf(args);
  const words = commandWords[language];
  const [first, ...rest] = args;
  if (first === undefined) throw new UsageError(words.noCommand, words.helpHint);
  if (first.startsWith('-')) return { language, ...withoutCommand(args, words) };
  if (!isCommand(first)) throw new UsageError(words.unknownCommand(first), suggest(words, first, names()));
  const { flags, positionals } = readFlags(rest, first, optionsOf(first), words);
  if (commands[first].takesFiles) {
    const { report } = flags;
    return {
      language,
      command: first,
      flags,
      files: positionals,
      ...(typeof report === 'string' && { report }),
    };
  }
  const report = reportOf(flags.report, positionals, first, words);
  return { language, command: first, flags, ...(report !== undefined && { report }) };
}

function withoutCommand(args: string[], words: CommandWords): Pick<Parsed, 'flags'> {
  const { flags } = readFlags(args, '', everywhere, words);
  if (!flags.help) throw new UsageError(words.noCommand, words.helpHint);
  return { flags };
}

function readFlags(args: string[], command: string, known: readonly OptionName[], words: CommandWords) {
  const config = Object.fromEntries(
    known.map((name) => [name, { type: options[name].placeholder ? 'string' : 'boolean' } as const]),
  );
  const { tokens } = parseArgs({
    args,
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags: Parsed['flags'] = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const name = known.find((option) => option === token.name && token.rawName === `--${option}`);
    if (!name) {
      const near = nearest(token.name, known);
      const cure = near ? words.didYouMean(`--${near}`) : words.helpHint;
      throw new UsageError(words.unknownOption(token.rawName, command), cure);
    }
    flags[name] = checkValue(name, token.value, words);
  }
  return { flags, positionals };
}

function checkValue(name: OptionName, value: string | undefined, words: CommandWords): string | true {
  const { placeholder, among } = options[name];
  const flag = `--${name}`;
  if (!placeholder) {
    if (value !== undefined) throw new UsageError(words.noValue(flag));
    return true;
  }
  if (value === undefined || value === '' || value.startsWith('--')) {
    throw new UsageError(words.missingValue(flag), words.helpHint);
  }
  if (among && !among.includes(value)) {
    throw new UsageError(words.badValue(flag, value, among.join(' / ')), suggest(words, value, among));
  }
  return value;
}

function reportOf(
  flag: string | true | undefined,
  positionals: string[],
  command: CommandName,
  words: CommandWords,
): string | undefined {
  const [first, second] = positionals;
  const extra = commands[command].takesReport ? second : first;
  if (extra !== undefined) throw new UsageError(words.extraArgument(extra), words.helpHint);
  if (typeof flag === 'string' && first !== undefined && first !== flag) {
    throw new UsageError(words.twoReports(flag, first));
  }
  return typeof flag === 'string' ? flag : first;
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function names(): string[] {
  return Object.keys(commands);
}

function suggest(words: CommandWords, written: string, known: readonly string[]): string {
  const near = nearest(written, known);
  return near ? words.didYouMean(near) : words.helpHint;
}
