/** How Node starts a thread or a process of this program: with its types stripped also below `node_modules`. */
export const workerArguments: readonly string[] = [
  '--import',
  new URL('../strip-types.mjs', import.meta.url).href,
  '--disable-warning=ExperimentalWarning',
];
