import type { Language } from '../base/language.ts';
import type { CommandWords, commandAbout } from '../words/command-words.ts';
import type { Format, OptionName } from './options.ts';
import type { Terminal } from './terminal.ts';

export type CommandName = keyof typeof commandAbout;

/** What a command is run with; defaults are filled. */
export interface Context {
  command: CommandName;
  /** Absolute folder of the course. */
  root: string;
  /** Absolute folder that the person stands in, and the course's folder as typed there. */
  from: string;
  typedRoot?: string;
  language: Language;
  words: CommandWords;
  report?: string;
  draft: boolean;
  /** Whether reports with errors are left out, and the others published. */
  skipBroken: boolean;
  /** Whether members are written with their numbers. */
  identity: boolean;
  format: Format;
  /** Whether to tell what else was noticed on the way. */
  verbose: boolean;
  /** Whether to tell what was made again, and why. */
  explain: boolean;
  port: number;
  seed?: number;
  /** To import, as they were typed. */
  files: readonly string[];
  /** The known table that the file imported is, as typed. */
  as?: string;
  encoding?: string;
  dateOrder?: 'ymd' | 'mdy' | 'dmy';
  /** Of the columns of the file imported. */
  names?: readonly string[];
  /** Of the workbook imported, the only ones to be read. */
  sheets?: readonly string[];
  /** Whether files of the report may be overwritten. */
  force: boolean;
  /** Times as many people as planned. */
  scale?: number;
  /** Changes of the plan, with commas between. */
  set?: string;
  world?: string;
  /** An older build that the text is held against, as typed. */
  since?: string;
  /** Words for what a person wants to compute. */
  ask?: string;
  terminal: Terminal;
}

/** Exit code: 0 done (findings or not), 1 errors in the course, 2 wrong use of the command. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  options: readonly OptionName[];
  /** Takes the name of a report after the options. */
  takesReport: boolean;
  /** Takes names of files after the options; the report is an option then. */
  takesFiles?: true;
  /** Works where there is no course yet. */
  anywhere?: boolean;
  /** Loaded only when run: the help must not wait for DuckDB and Typst. */
  load: () => Promise<{ run: (context: Context) => Promise<ExitCode> }>;
}

/** The command cannot be done as written; the text is for the person who typed it. */
export class UsageError extends Error {
  readonly hint: string;

  constructor(text: string, hint = '') {
    super(text);
    this.hint = hint;
  }
}
