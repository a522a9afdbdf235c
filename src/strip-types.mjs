/**
 * Node runs TypeScript, but refuses to below `node_modules`. Where this package is installed there, its own files are
 * read by this; elsewhere it does nothing. Loaded before any other file: by the command line, and by each thread and
 * process that it starts.
 */
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import process from 'node:process';

const src = new URL('.', import.meta.url).href;

if (src.includes('/node_modules/')) {
  silenceWarning();
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith(src) || !/\.ts(?:\?|$)/.test(url)) return nextLoad(url, context);
      const source = stripTypeScriptTypes(readFileSync(new URL(url), 'utf8'));
      return { format: 'module', shortCircuit: true, source };
    },
  });
}

/** At its first use Node says that the function may change; that is nothing for authors. */
function silenceWarning() {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  stripTypeScriptTypes('');
  process.emitWarning = emitWarning;
}
