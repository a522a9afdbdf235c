import process from 'node:process';
import type { Language } from '../base/language.ts';
import { commandWords } from '../words/command-words.ts';
import type { Context } from './command.ts';
import type { Terminal } from './terminal.ts';

/** A command with nothing typed after it but the folder of the course. */
export function createContext(
  command: Context['command'],
  root: string,
  { terminal, language = 'zh' }: { terminal: Terminal; language?: Language },
): Context {
  return {
    command,
    root,
    from: process.cwd(),
    language,
    words: commandWords[language],
    draft: false,
    skipBroken: false,
    identity: false,
    format: 'text',
    verbose: false,
    explain: false,
    port: 4321,
    files: [],
    force: false,
    terminal,
  };
}
