import type { Bilingual } from '../../base/language.ts';
import type { findAddressFault } from '../../base/safety/file-name.ts';
import { defineProblem } from '../define-problem.ts';

type Fault = NonNullable<ReturnType<typeof findAddressFault>>;

/** What a name has that not every system can carry. */
const faults: Record<Fault, Bilingual> = {
  empty: { zh: '是空的', en: 'is empty' },
  path: { zh: '里有 / 或 \\，会写到别的文件夹里', en: 'has / or \\ in it and would lead to another folder' },
  dot: { zh: '以点开头', en: 'begins with a dot' },
  signs: {
    zh: '里有 < > : " | ? * 或看不见的字符',
    en: 'has < > : " | ? * or a sign in it that nobody sees',
  },
  end: { zh: '以点或空格结尾', en: 'ends in a dot or a space' },
  device: { zh: '在 Windows 上是设备名', en: 'is the name of a device to Windows' },
  long: { zh: '太长了', en: 'is too long' },
  address: {
    zh: '里有 # 或 %，在网址里另有含义',
    en: 'has # or % in it, which mean something else in an address',
  },
};

/** Names that become files of the site, and that some system cannot carry. */
export const nameProblems = {
  'report-folder-name': defineProblem<{ name: string; fault: Fault }>({
    severity: 'error',
    what: {
      zh: (p) => `报告文件夹的名字“${p.name}”${faults[p.fault].zh}，不能用作网址和文件名。`,
      en: (p) =>
        `The name of the report folder “${p.name}” ${faults[p.fault].en}: it can be no address and no file.`,
    },
    cure: {
      zh: () => '在 content/reports 和 data 里都改名，只用文字、数字、连字符和下划线，例如 team-1。',
      en: () =>
        'Rename it in content/reports and in data, with letters, digits, hyphens and underscores only, such as team-1.',
    },
  }),
  'report-folder-reserved': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `报告文件夹不能叫“${p.name}”：这是另一份报告的输出文件会用的名字。`,
      en: (p) =>
        `No report folder can be called “${p.name}”: a file that is made of another report would be, too.`,
    },
    cure: {
      zh: () => '在 content/reports 和 data 里都改名，名字不以 .pdf 或 .key 结尾。',
      en: () => 'Rename it in content/reports and in data, without .pdf or .key at its end.',
    },
  }),
  'report-folder-twice': defineProblem<{ name: string; other: string }>({
    severity: 'error',
    what: {
      zh: (p) => `报告文件夹“${p.name}”和“${p.other}”只差大小写，在 Windows 和 macOS 上是同一个文件夹。`,
      en: (p) =>
        `The report folders “${p.name}” and “${p.other}” differ by case only: one folder on Windows and macOS.`,
    },
    cure: {
      zh: () => '给其中一个改名；data 里的文件夹也一起改。',
      en: () => 'Rename one of them, and its folder in data.',
    },
  }),
  'chapter-file-name': defineProblem<{ slug: string; fault: Fault }>({
    severity: 'error',
    what: {
      zh: (p) => `这一章的网址会是“${p.slug}.html”，它${faults[p.fault].zh}，有的系统放不下这个文件。`,
      en: (p) =>
        `The page would be called “${p.slug}.html”, which ${faults[p.fault].en}: not every system carries it.`,
    },
    cure: {
      zh: () => '给文件改名，只用文字、数字、连字符和下划线，例如 02-渠道.mdx。',
      en: () =>
        'Rename the file, with letters, digits, hyphens and underscores only, such as 02-channels.mdx.',
    },
  }),
  'table-file-name': defineProblem<{ table: string; fault: Fault; safe: string }>({
    severity: 'error',
    what: {
      zh: (p) => `表名“${p.table}”${faults[p.fault].zh}，不能用作下载文件的名字；这张表没有读取。`,
      en: (p) =>
        `The table name “${p.table}” ${faults[p.fault].en}: no download can be called so. It was not read.`,
    },
    cure: {
      zh: (p) => `给这个文件（或工作表）改名，例如“${p.safe}”。`,
      en: (p) => `Rename the file or the sheet, for example “${p.safe}”.`,
    },
  }),
};
