import type { Language } from '../base/language.ts';
import { commandAbout, commandWords } from '../words/command-words.ts';
import type { CommandName } from './command.ts';
import { commands } from './command-registry.ts';
import { type OptionName, options } from './options.ts';
import { listOptions } from './parse.ts';

/** The help of one command, or of the whole program; made from the tables that parsing uses. */
export function formatHelp(language: Language, command?: CommandName): string {
  return command ? formatCommandHelp(language, command) : formatProgramHelp(language);
}

function formatProgramHelp(language: Language): string {
  const words = commandWords[language];
  const names = Object.keys(commands) as CommandName[];
  return [
    `${words.usage}: npm run <${words.commands}> -- [${words.options}]`,
    '',
    `${words.commands}:`,
    ...alignColumns(names.map((name) => [name, commandAbout[name][language]])),
    '',
    words.eachHelp,
  ].join('\n');
}

function formatCommandHelp(language: Language, command: CommandName): string {
  const words = commandWords[language];
  const { takesReport, takesFiles } = commands[command];
  const argument = takesFiles ? ` ${words.files}` : takesReport ? ` [${words.name}]` : '';
  return [
    commandAbout[command][language],
    '',
    `${words.usage}: npm run ${command} -- [${words.options}]${argument}`,
    '',
    `${words.options}:`,
    ...alignColumns(listOptions(command).map((name) => [formatFlag(name), options[name].about[language]])),
  ].join('\n');
}

function formatFlag(name: OptionName): string {
  const { placeholder, among } = options[name];
  if (!placeholder) return `--${name}`;
  return `--${name} ${among ? among.join('|') : placeholder}`;
}

function alignColumns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
