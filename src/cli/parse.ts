import { parseArgs } from 'node:util';
import type { Language } from '../base/language.ts';
import { type CommandWords, commandWords } from '../words/command-words.ts';
import { type CommandName, UsageError } from './command.ts';
import { commands } from './command-registry.ts';
import { type OptionName, options } from './options.ts';
import { suggestNearest } from './suggest-nearest.ts';

export interface ParsedCommandLine {
  language: Language;
  /** Absent when only help is asked for. */
  command?: CommandName;
  flags: Partial<Record<OptionName, string | true>>;
  report?: string;
  /** Of a command that takes files. */
  files?: string[];
}

const commonOptions: readonly OptionName[] = ['root', 'lang', 'debug', 'help'];

/** The language wanted, found before anything else so that mistakes are told in it. */
export function parseLanguage(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at] === '--lang' ? args[at + 1] : args[at]?.slice('--lang='.length);
  return at >= 0 && value === 'en' ? 'en' : 'zh';
}

/** Options a command knows. */
export function listOptions(command: CommandName): OptionName[] {
  return [...commands[command].options, ...commonOptions];
}

/** Reads the command line. Throws UsageError with a suggestion. */
export function parseCommandLine(args: string[]): ParsedCommandLine {
  const language = parseLanguage(args);
  const words = commandWords[language];
  const [first, ...rest] = args;
  if (first === undefined) throw new UsageError(words.noCommand, words.helpHint);
  if (first.startsWith('-')) return { language, ...parseCommonFlags(args, words) };
  if (!isCommand(first))
    throw new UsageError(words.unknownCommand(first), suggestNearest(words, first, listCommandNames()));
  const { flags, positionals } = parseFlags(rest, first, listOptions(first), words);
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
  const report = resolveReport(flags.report, positionals, first, words);
  return { language, command: first, flags, ...(report !== undefined && { report }) };
}

function parseCommonFlags(args: string[], words: CommandWords): Pick<ParsedCommandLine, 'flags'> {
  const { flags } = parseFlags(args, '', commonOptions, words);
  if (!flags.help) throw new UsageError(words.noCommand, words.helpHint);
  return { flags };
}

function parseFlags(args: string[], command: string, known: readonly OptionName[], words: CommandWords) {
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
  const flags: ParsedCommandLine['flags'] = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const name = known.find((option) => option === token.name && token.rawName === `--${option}`);
    if (!name) {
      const cure = suggestNearest(words, token.name, known, { prefix: '--' });
      throw new UsageError(words.unknownOption(token.rawName, command), cure);
    }
    flags[name] = parseFlagValue(name, token.value, words);
  }
  return { flags, positionals };
}

function parseFlagValue(name: OptionName, value: string | undefined, words: CommandWords): string | true {
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
    throw new UsageError(words.badValue(flag, value, among.join(' / ')), suggestNearest(words, value, among));
  }
  return value;
}

function resolveReport(
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

/** Whether there is such a command. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function listCommandNames(): string[] {
  return Object.keys(commands);
}
