import { relative, resolve } from 'node:path';
import process from 'node:process';
import type { CommandName, Context } from './command.ts';
import { packageDir } from './workspace/work-folders.ts';

/** What decides how a command is written: where it is typed, and for which course. */
export type CommandPlace = Pick<Context, 'root' | 'from' | 'typedRoot' | 'language'>;

/** The folder a person stands in: npm runs a script in the folder of its package and says where it was called. */
export function getTypedFrom(env: Record<string, string | undefined>): string {
  const byNpm = env.INIT_CWD !== undefined && relative(process.cwd(), packageDir) === '';
  return byNpm ? resolve(env.INIT_CWD!) : process.cwd();
}

/**
 * A command to paste that works where the last one was typed: for the same course, in the same language.
 * `args` as the command is to get them; quotes are added where a shell needs them.
 */
export function formatCommandLine(place: CommandPlace, command: CommandName, ...args: string[]): string {
  const { root, from, typedRoot, language } = place;
  const elsewhere = relative(root, packageDir) !== '';
  const all = [
    ...args,
    ...(elsewhere ? ['--root', typedRoot ?? (relative(from, root) || '.')] : []),
    ...(language === 'en' ? ['--lang', 'en'] : []),
  ];
  return formatNpmRun(from, command, all);
}

/** `npm run …` with arguments as they stand. */
export function formatNpmRun(from: string, command: string, args: readonly string[]): string {
  const there = relative(packageDir, from);
  const outside = there.startsWith('..') || resolve(there) === there;
  const npm = outside ? `npm --prefix ${quoteArgument(relative(from, packageDir))}` : 'npm';
  const rest = args.length > 0 ? ` -- ${args.map((arg) => quoteArgument(arg)).join(' ')}` : '';
  return `${npm} run ${command}${rest}`;
}

/** Commands that a text names between backticks, as they work where the last one was typed. */
export function completeCommands(text: string, place: CommandPlace): string {
  return text.replaceAll(/`npm run (\w+) -- ([^`]+)`/g, (_, command: CommandName, args: string) => {
    return `\`${formatCommandLine(place, command, ...args.split(' '))}\``;
  });
}

/** An argument for the shell of this machine; a path of Windows keeps its backslashes. */
export function quoteArgument(text: string, platform: string = process.platform): string {
  const plain = platform === 'win32' ? /^[\p{L}\p{N}_./\\:@+,=-]+$/u : /^(?!=)[\p{L}\p{N}_./:@+,=-]+$/u;
  if (plain.test(text)) return text;
  if (platform === 'win32') return `"${text.replaceAll('"', '\\"')}"`;
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", String.raw`'\''`)}'` : `"${text}"`;
}
