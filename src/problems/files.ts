import type { Bilingual } from '../base/language.ts';
import { entry } from './entry.ts';

/** Problems of a data file as a whole: its kind, its encoding, and how it came to be. */
export const fileProblems = {
  'unclear-encoding': entry<{ first: string; second: string; firstText: string; secondText: string }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `文件的编码看不出来：按 ${p.first} 这里是“${p.firstText}”，按 ${p.second} 是“${p.secondText}”，都说得通。`,
      en: (p) =>
        `The encoding is unclear: in ${p.first} this is “${p.firstText}”, in ${p.second} “${p.secondText}”; both make sense.`,
    },
    cure: {
      zh: (p) => `在 tables.yaml 中给这个文件写明 encoding: ${p.second}（或 ${p.first}）。`,
      en: (p) => `Name it in tables.yaml: encoding: ${p.second} (or ${p.first}).`,
    },
  }),
  'large-encoding': entry<{ megabytes: number; encoding: string; limit: number }>({
    severity: 'error',
    what: {
      zh: (p) => `文件有 ${p.megabytes} MB，编码是 ${p.encoding}；超过 ${p.limit} MB 的 CSV 只读 UTF-8。`,
      en: (p) =>
        `The file has ${p.megabytes} MB in ${p.encoding}; a CSV file above ${p.limit} MB must be UTF-8.`,
    },
    cure: {
      zh: () => '另存为“CSV UTF-8（逗号分隔）”，或存为 .parquet。',
      en: () => 'Save it as “CSV UTF-8” or as .parquet.',
    },
  }),
  'disguised-file': entry<{ kind: Bilingual; extension: string; cure: Bilingual }>({
    severity: 'error',
    what: {
      zh: (p) => `扩展名是 ${p.extension}，内容却是${p.kind.zh}。`,
      en: (p) => `The file is called ${p.extension} but is ${p.kind.en}.`,
    },
    cure: { zh: (p) => p.cure.zh, en: (p) => p.cure.en },
  }),
  'date-order': entry<{ found: string }>({
    severity: 'error',
    what: {
      zh: (p) => `日期“${p.found}”有两种读法：先月后日，或先日后月。`,
      en: (p) => `“${p.found}” can be read as month/day or as day/month.`,
    },
    cure: {
      zh: () => '在 tables.yaml 中给这个文件写明 dateOrder: mdy（先月后日）或 dateOrder: dmy（先日后月）。',
      en: () => 'Say dateOrder: mdy or dateOrder: dmy for this file in tables.yaml.',
    },
  }),
};
