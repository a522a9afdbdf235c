import type { Command, CommandName } from './command.ts';

/** Every command there is; `root`, `lang`, `debug` and `help` go with all of them. */
export const commands: Record<CommandName, Command> = {
  build: { options: ['report', 'draft', 'format'], takesReport: true, load: () => import('./build.ts') },
  check: { options: ['report', 'format'], takesReport: true, load: () => import('./check.ts') },
  dev: { options: ['report', 'port'], takesReport: true, load: () => import('./dev.ts') },
  pdf: {
    options: ['report', 'draft', 'identity', 'format'],
    takesReport: true,
    load: () => import('./pdf.ts'),
  },
  new: { options: ['report'], takesReport: true, anywhere: true, load: () => import('./new.ts') },
  import: {
    options: ['report', 'as', 'encoding', 'date-order', 'force', 'format'],
    takesReport: false,
    takesFiles: true,
    load: () => import('./import.ts'),
  },
  values: { options: ['report', 'format'], takesReport: true, load: () => import('./values.ts') },
  simulate: {
    options: ['seed', 'scale', 'set', 'world', 'force', 'report'],
    takesReport: true,
    anywhere: true,
    load: () => import('./simulate.ts'),
  },
  schemas: { options: [], takesReport: false, anywhere: true, load: () => import('./schemas.ts') },
};
