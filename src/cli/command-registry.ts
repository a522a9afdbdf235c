import type { Command, CommandName } from './command.ts';

/** Every command there is; `root`, `lang`, `debug` and `help` go with all of them. */
export const commands: Record<CommandName, Command> = {
  build: {
    options: ['report', 'draft', 'skip-broken', 'format', 'explain', 'verbose'],
    takesReport: true,
    load: () => import('./commands/build.ts'),
  },
  check: {
    options: ['report', 'since', 'format', 'verbose'],
    takesReport: true,
    load: () => import('./commands/check.ts'),
  },
  dev: { options: ['report', 'port', 'verbose'], takesReport: true, load: () => import('./commands/dev.ts') },
  pdf: {
    options: ['report', 'draft', 'identity', 'format', 'verbose'],
    takesReport: true,
    load: () => import('./commands/pdf.ts'),
  },
  new: { options: ['report'], takesReport: true, anywhere: true, load: () => import('./commands/new.ts') },
  import: {
    options: ['report', 'as', 'encoding', 'date-order', 'names', 'sheet', 'force', 'format'],
    takesReport: false,
    takesFiles: true,
    load: () => import('./commands/import.ts'),
  },
  values: {
    options: ['report', 'ask', 'format'],
    takesReport: true,
    load: () => import('./commands/values.ts'),
  },
  simulate: {
    options: ['seed', 'scale', 'set', 'world', 'force', 'report'],
    takesReport: true,
    anywhere: true,
    load: () => import('./commands/simulate.ts'),
  },
  schemas: { options: [], takesReport: false, anywhere: true, load: () => import('./commands/schemas.ts') },
};
