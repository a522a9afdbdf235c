import type { Writable } from 'node:stream';

export interface Colours {
  red: (text: string) => string;
  yellow: (text: string) => string;
  blue: (text: string) => string;
  green: (text: string) => string;
  dim: (text: string) => string;
  bold: (text: string) => string;
}

/** Where a command speaks: results on stdout, progress and failures on stderr. */
export interface Terminal {
  colours: Colours;
  print: (text: string) => void;
  printError: (text: string) => void;
  /** What is being done now: one line rewritten in place on a terminal, else a line for each new `stage`. */
  progress: (stage: string, detail?: string) => void;
}

type Stream = Writable & { isTTY?: boolean; columns?: number };

export interface HostProcess {
  stdout: Stream;
  stderr: Stream;
  env: Record<string, string | undefined>;
}

const clearLine = '\r\u001b[2K';

export function openTerminal({ stdout, stderr, env }: HostProcess): Terminal {
  const live = Boolean(stderr.isTTY) && env.TERM !== 'dumb' && !env.CI;
  let stageShown = '';
  let drawn = false;
  const clear = () => {
    if (drawn) stderr.write(clearLine);
    drawn = false;
  };
  return {
    colours: createColours(shouldUseColour(stdout, env)),
    print(text) {
      clear();
      stdout.write(`${text}\n`);
    },
    printError(text) {
      clear();
      stderr.write(`${text}\n`);
    },
    progress(stage, detail = '') {
      if (live) {
        stderr.write(clearLine + truncateText(`${stage} ${detail}`, stderr.columns ?? 80));
        drawn = true;
      } else if (stage !== stageShown) {
        stderr.write(`${stage} …\n`);
      }
      stageShown = stage;
    },
  };
}

function shouldUseColour(stream: Stream, env: HostProcess['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return Boolean(stream.isTTY) && env.TERM !== 'dumb';
}

function createColours(on: boolean): Colours {
  const paint = (code: number, end: number) => (text: string) =>
    on ? `\u001b[${code}m${text}\u001b[${end}m` : text;
  return {
    red: paint(31, 39),
    yellow: paint(33, 39),
    blue: paint(34, 39),
    green: paint(32, 39),
    dim: paint(2, 22),
    bold: paint(1, 22),
  };
}

/** Cuts to `columns` cells, Chinese counted as two: a wrapped line could not be rewritten. */
function truncateText(text: string, columns: number): string {
  let room = columns - 1;
  let kept = '';
  for (const char of text) {
    room -= measureCharWidth(char);
    if (room < 0) break;
    kept += char;
  }
  return kept;
}

/** Cells a text takes in a terminal. */
export function measureTextWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + measureCharWidth(char), 0);
}

/** Filled up with spaces to so many cells. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - measureTextWidth(text)));
}

function measureCharWidth(char: string): number {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{3fffd}]/u.test(
    char,
  )
    ? 2
    : 1;
}
