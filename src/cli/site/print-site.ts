import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { workerArguments } from '../../files/worker-arguments.ts';
import {
  type CompiledPages,
  findCompiledPages,
  openCompiledPages,
} from '../../integration/compiled-pages.ts';
import type { KeptPages, MadePart } from '../../integration/render-site.ts';
import type { SitePart } from '../../integration/site-parts.ts';
import { getCacheFolders } from '../workspace/cache-folders.ts';
import { runAstro } from './run-astro.ts';

/** Prints parts of a site into `out`, beside what lies there; `root`: of its course. Gives what their pages were made of. */
export async function printParts(
  parts: readonly SitePart[],
  root: string,
  out: string,
  kept?: KeptPages,
): Promise<Record<string, MadePart>> {
  if (parts.length === 0) return {};
  // Loaded late: with it comes half of Astro.
  const { renderParts } = await import('../../integration/render-site.ts');
  return renderParts(parts, await openPages(root), out, kept);
}

let compiler: ChildProcess | undefined;
/** Pages that were found ahead: to look at all their files again takes as long as the first time. */
let found: { folder: string; pages: CompiledPages } | undefined;

/**
 * Begins to compile the pages, where this version's are not there yet, in a process of its own: meanwhile the course is
 * built. It ends with this one, finished or not.
 */
export async function compilePagesAhead(root: string): Promise<void> {
  const folder = getCacheFolders(root).pages;
  if (compiler) return;
  const pages = await findCompiledPages(folder);
  found = pages && { folder, pages };
  if (pages) return;
  const program = fileURLToPath(new URL('./compile-pages.ts', import.meta.url));
  compiler = fork(program, [folder], {
    execArgv: [...workerArguments],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // What it cannot do is done, and told, where the pages are opened.
  compiler.on('error', () => undefined);
  compiler.unref();
  compiler.channel?.unref();
}

/** The program that makes pages. */
export async function openPages(root: string): Promise<CompiledPages> {
  const folder = getCacheFolders(root).pages;
  const ahead = found;
  // Only for the command that looked: files may change before the next.
  found = undefined;
  if (ahead?.folder === folder) return ahead.pages;
  await awaitCompiler();
  return openCompiledPages(folder, runAstro);
}

async function awaitCompiler(): Promise<void> {
  if (!compiler || compiler.exitCode !== null || compiler.signalCode !== null) return;
  compiler.ref();
  await once(compiler, 'exit');
}
