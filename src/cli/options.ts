import type { Bilingual } from '../base/language.ts';
import { worldNames } from '../simulate/reports/world-names.ts';
import { optionAbout } from '../words/command-words.ts';

export type OptionName = keyof typeof optionAbout;

/** How problems and results are printed. */
export type Format = 'text' | 'json' | 'github' | 'gitlab';

interface Option {
  about: Bilingual;
  /** What stands for the value in the help; an option without it is a switch. */
  placeholder?: string;
  /** The only values allowed. */
  among?: readonly string[];
}

/** Every option of every command. */
export const options: Record<OptionName, Option> = {
  root: { about: optionAbout.root, placeholder: 'DIR' },
  report: { about: optionAbout.report, placeholder: 'REPORT' },
  draft: { about: optionAbout.draft },
  'skip-broken': { about: optionAbout['skip-broken'] },
  identity: { about: optionAbout.identity },
  format: { about: optionAbout.format, placeholder: 'FORMAT', among: ['text', 'json', 'github', 'gitlab'] },
  port: { about: optionAbout.port, placeholder: 'PORT' },
  seed: { about: optionAbout.seed, placeholder: 'N' },
  as: { about: optionAbout.as, placeholder: 'TABLE' },
  encoding: { about: optionAbout.encoding, placeholder: 'ENCODING' },
  'date-order': { about: optionAbout['date-order'], placeholder: 'ORDER', among: ['ymd', 'mdy', 'dmy'] },
  names: { about: optionAbout.names, placeholder: 'NAMES' },
  sheet: { about: optionAbout.sheet, placeholder: 'SHEETS' },
  force: { about: optionAbout.force },
  scale: { about: optionAbout.scale, placeholder: 'S' },
  set: { about: optionAbout.set, placeholder: 'SIGNS' },
  world: { about: optionAbout.world, placeholder: 'WORLD', among: worldNames },
  since: { about: optionAbout.since, placeholder: 'PATH' },
  ask: { about: optionAbout.ask, placeholder: 'WORDS' },
  lang: { about: optionAbout.lang, placeholder: 'LANG', among: ['zh', 'en'] },
  verbose: { about: optionAbout.verbose },
  explain: { about: optionAbout.explain },
  debug: { about: optionAbout.debug },
  help: { about: optionAbout.help },
};
