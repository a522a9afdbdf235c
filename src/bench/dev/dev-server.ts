/** The preview as who writes a report meets it: a command that says an address, and pages over HTTP. */
import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readTreeMemory } from '../process-tree.ts';

const fupan = fileURLToPath(new URL('../../cli/fupan.mjs', import.meta.url));
/** Seconds after which a page will never come. */
const patience = 600;
/** Milliseconds between two questions: each costs the server a page. */
const pause = 20;

export class DevServer {
  readonly #child: ChildProcess;
  readonly #closed: Promise<void>;
  #said = '';

  constructor(root: string, cache: string) {
    this.#child = spawn(process.execPath, [fupan, 'dev', '--root', root, '--port', '0'], {
      env: { ...process.env, NO_COLOR: '1', FUPAN_CACHE_DIR: cache },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout!, this.#child.stderr!])
      stream.setEncoding('utf8').on('data', (text: string) => {
        // The address comes first; of what it says later the end will do.
        this.#said = this.#url ? (this.#said + text).slice(-20_000) : this.#said + text;
        this.#url ??= /http:\/\/[\w.[\]:]+\//.exec(this.#said)?.[0];
      });
    this.#closed = new Promise((resolve) => this.#child.once('close', () => resolve()));
  }

  #url: string | undefined;

  /** Megabytes, with all processes that it has started. */
  get memory(): number {
    return Math.round(readTreeMemory(this.#child.pid!) ?? 0);
  }

  /** Seconds until the page is served with the text in it. */
  async waitForText(page: string, text: string): Promise<number> {
    const begun = performance.now();
    for (;;) {
      if ((await this.#readPage(page)).includes(text)) return (performance.now() - begun) / 1000;
      if (this.#child.exitCode !== null) throw new Error(`the preview has ended:\n${this.#said}`);
      if (performance.now() - begun > patience * 1000) throw new Error(`${page} never said ${text}`);
      await setTimeout(pause);
    }
  }

  /** Nothing while it cannot be had. */
  async #readPage(page: string): Promise<string> {
    if (this.#url === undefined) return '';
    return fetch(this.#url + page).then(
      (answer) => answer.text(),
      () => '',
    );
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null) this.#child.kill('SIGINT');
    await this.#closed;
  }
}
