import type { Bilingual } from '../../base/language.ts';
import { defineProblem } from '../define-problem.ts';

/** Problems of a data file as a whole: its kind, its encoding, and how it came to be. */
export const fileProblems = {
  'file-in-use': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `打不开“${p.name}”：它正被别的程序占用，或者没有读取权限。`,
      en: (p) => `“${p.name}” cannot be opened: another program holds it, or it may not be read.`,
    },
    cure: {
      zh: () => '在 Excel、WPS 等程序里关闭它，再运行一次；还是打不开，就检查它的读取权限。',
      en: () => 'Close it in Excel, WPS or wherever it is open and run again; else check its permissions.',
    },
  }),
  'office-lock-file': defineProblem<{ name: string | undefined; lock: string }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `${p.name === undefined ? '这个文件夹里有文件' : `“${p.name}”`}正在 Excel 或 WPS 里打开，没有保存的修改不在报告里。`,
      en: (p) =>
        `${p.name === undefined ? 'A file of this folder' : `“${p.name}”`} is open in an office program; changes that are not saved are not in the report.`,
    },
    cure: {
      zh: (p) => `保存并关闭，再运行一次；其实没有打开的话，删掉留下的“${p.lock}”。`,
      en: (p) =>
        `Save and close it, then run again; if nobody has it open, delete what was left, “${p.lock}”.`,
    },
  }),
  'windows-file-name': defineProblem<{ name: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `Windows 不接受“${p.name}”这个文件名，用 Windows 的组员拿不到这个文件。`,
      en: (p) => `Windows allows no file called “${p.name}”: members who use it cannot have it.`,
    },
    cure: {
      zh: () =>
        '换个名字：不用 con、prn、aux、nul、com1、lpt1 这类名字，不带 < > : " | ? * \\，也不以点或空格结尾。',
      en: () =>
        'Call it otherwise: not con, prn, aux, nul, com1 or lpt1, without < > : " | ? * \\, and no dot or space at the end.',
    },
  }),
  'file-name-case': defineProblem<{ name: string; other: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.name}”和“${p.other}”只差大小写，Windows 和 macOS 上只能留下一个。`,
      en: (p) => `“${p.name}” and “${p.other}” differ by case only: Windows and macOS keep one of them.`,
    },
    cure: { zh: () => '给其中一个改名。', en: () => 'Rename one of them.' },
  }),
  'misspelt-file-name': defineProblem<{ name: string; wanted: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.name}”的大小写不对：在有的系统上读不到它。`,
      en: (p) => `“${p.name}” is in the wrong case: some systems do not find it.`,
    },
    cure: { zh: (p) => `改名为 ${p.wanted}。`, en: (p) => `Rename it ${p.wanted}.` },
  }),
  'unclear-encoding': defineProblem<{ first: string; second: string; firstText: string; secondText: string }>(
    {
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
    },
  ),
  'disguised-file': defineProblem<{ kind: Bilingual; extension: string; cure: Bilingual }>({
    severity: 'error',
    what: {
      zh: (p) => `扩展名是 ${p.extension}，内容却是${p.kind.zh}。`,
      en: (p) => `The file is called ${p.extension} but is ${p.kind.en}.`,
    },
    cure: { zh: (p) => p.cure.zh, en: (p) => p.cure.en },
  }),
  'unpacked-size': defineProblem<{ limit: number }>({
    severity: 'error',
    what: {
      zh: (p) => `文件解压后超过 ${p.limit} MB，没有读取。`,
      en: (p) => `The file unpacks to more than ${p.limit} MB; it was not read.`,
    },
    cure: {
      zh: () => '只留需要的列和日期，或存为 .parquet；若来历不明，不要打开它。',
      en: () =>
        'Keep the columns and days you need, or save it as .parquet; do not open it if you do not know it.',
    },
  }),
  'damaged-archive': defineProblem({
    severity: 'error',
    what: {
      zh: () => '文件解不开：它不完整，或已经损坏。',
      en: () => 'The file cannot be unpacked: it is cut off or damaged.',
    },
    cure: { zh: () => '重新下载或重新导出。', en: () => 'Download or export it again.' },
  }),
  'hidden-rows': defineProblem<{ count: number }>({
    severity: 'warning',
    what: {
      zh: (p) => `工作表里有 ${p.count} 行被隐藏（这是第一行），它们也计入了。`,
      en: (p) => `${p.count} rows of the sheet are hidden (this is the first); they are counted too.`,
    },
    cure: {
      zh: () => '取消隐藏后核对；不要的行请删除。',
      en: () => 'Show and check them; delete those that do not belong.',
    },
  }),
  'left-out-rows': defineProblem<{ kind: Bilingual; count: number }>({
    severity: 'warning',
    what: {
      zh: (p) => `从这里起有 ${p.count} 行是${p.kind.zh}，不是数据，没有计入。`,
      en: (p) => `${p.count} rows, this one first, are ${p.kind.en} and no data; they are not counted.`,
    },
    cure: {
      zh: () => '不必改；若它们是数据，请改掉其中的说明文字。删去这些行，这条提示就不再出现。',
      en: () => 'Nothing needs to be done; delete them and this is not said again.',
    },
  }),
  'total-differs': defineProblem<{ column: string; stated: string; sum: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `合计行里“${p.column}”写的是 ${p.stated}，各行相加是 ${p.sum}。`,
      en: (p) => `The total of “${p.column}” is given as ${p.stated}; the rows add up to ${p.sum}.`,
    },
    cure: {
      zh: () => '核对是否少了行、多了行或改过数；报告只用各行的数。',
      en: () => 'Check for rows that are missing, doubled or changed; only the rows are used.',
    },
  }),
  'other-unit': defineProblem<{ column: string; found: string; wanted: string }>({
    severity: 'error',
    what: {
      zh: (p) => `单位行说“${p.column}”的单位是“${p.found}”，这一列应当用“${p.wanted}”。`,
      en: (p) => `The row of units says “${p.column}” is in “${p.found}”; it must be in “${p.wanted}”.`,
    },
    cure: {
      zh: (p) => `把这一列换算成${p.wanted}，再改单位行。`,
      en: (p) => `Convert the column to ${p.wanted} and correct the row of units.`,
    },
  }),
  'cut-row': defineProblem<{ expected: number; found: number }>({
    severity: 'error',
    what: {
      zh: (p) => `文件在最后一行中断：只有 ${p.found} 个单元格（应为 ${p.expected} 个），行末也没有换行。`,
      en: (p) => `The file breaks off in its last row: ${p.found} of ${p.expected} cells and no line end.`,
    },
    cure: {
      zh: () => '文件很可能没有下载或复制完整，请重新导出。',
      en: () => 'It was probably not downloaded in full: export it again.',
    },
  }),
  'huge-cell': defineProblem<{ length: number; limit: number }>({
    severity: 'error',
    what: {
      zh: (p) => `这个单元格有 ${p.length} 个字，最多 ${p.limit} 个。`,
      en: (p) => `This cell has ${p.length} signs; ${p.limit} are allowed.`,
    },
    cure: {
      zh: () => '很可能是双引号没有成对，或文件不是表格；请检查这一行。',
      en: () => 'Probably a double quote is missing, or the file is no table: check this row.',
    },
  }),
  'date-order': defineProblem<{ found: string }>({
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
