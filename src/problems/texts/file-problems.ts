import type { Bilingual } from '../../base/language.ts';
import { defineProblem } from '../define-problem.ts';
import { explainMessage } from '../library-messages.ts';
import { suggestEn, suggestZh } from '../unknown-name.ts';

/** Encodings that may be tried in place of one that failed. */
const listOtherEncodings = (failed: string) =>
  ['gb18030', 'big5', 'utf-8']
    .filter((one) => one !== failed.toLowerCase() && !(one === 'gb18030' && /^gb/i.test(failed)))
    .map((one) => `encoding: ${one}`)
    .join(' / ');

type OddKind = 'folder' | 'pipe' | 'device' | 'socket';

const oddKinds: Record<OddKind, Bilingual> = {
  folder: { zh: '文件夹', en: 'a folder' },
  pipe: { zh: '管道', en: 'a pipe' },
  device: { zh: '设备', en: 'a device' },
  socket: { zh: '套接字', en: 'a socket' },
};

/** Problems of a data file as a whole: its kind, its encoding, its name, and what `tables.yaml` says of it. */
export const fileProblems = {
  'unreadable-file': defineProblem<{ reason: string }>({
    severity: 'error',
    what: {
      zh: (p) => `读不了这个文件：${explainMessage('file', p.reason).zh}。`,
      en: (p) => `The file cannot be read: ${explainMessage('file', p.reason).en}.`,
    },
    cure: {
      zh: () => '确认文件没有损坏、没有加密，扩展名与内容一致；可用原软件重新导出。',
      en: () =>
        'Check that it is neither damaged nor encrypted and that its extension fits; export it again.',
    },
  }),
  'not-workbook': defineProblem({
    severity: 'error',
    what: {
      zh: () => '文件的扩展名是 .xlsx，内容却不是工作簿，或加了密码。',
      en: () => 'The file is called .xlsx but is no workbook, or has a password.',
    },
    cure: {
      zh: () => '用 Excel 或 WPS 打开后去掉密码，另存为 .xlsx；若本来是 CSV，把扩展名改成 .csv。',
      en: () => 'Open it, take off the password and save it as .xlsx; if it is CSV, call it .csv.',
    },
  }),
  'unsupported-file': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `不认识的数据文件：“${p.name}”。`,
      en: (p) => `This kind of data file is not known: “${p.name}”.`,
    },
    cure: {
      zh: () =>
        '数据表用 .csv、.tsv、.xlsx、.json、.ndjson、.yaml 或 .parquet，地图用 .geojson（文本可再压成 .gz、.zst）；旧的 .xls 请另存为 .xlsx；其他文件移出 data 文件夹。',
      en: () =>
        'Tables are .csv, .tsv, .xlsx, .json, .ndjson, .yaml or .parquet, maps .geojson (texts also as .gz, .zst); save .xls as .xlsx; move other files elsewhere.',
    },
  }),
  'outside-file': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”是一个链接，没有读取；课程的文件必须就在课程自己的文件夹里。`,
      en: (p) => `“${p.name}” is a link and was not read; the files of a course must lie in its own folders.`,
    },
    cure: {
      zh: () => '把文件本身复制进来，代替这个链接。',
      en: () => 'Copy the file itself in place of the link.',
    },
  }),
  'odd-file': defineProblem<{ name: string; kind: OddKind }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”是${oddKinds[p.kind].zh}，不是文件；没有读取。`,
      en: (p) => `“${p.name}” is ${oddKinds[p.kind].en} and no file; it was not read.`,
    },
    cure: {
      zh: () => '删掉它，换成文件本身；不需要就移到别处。',
      en: () => 'Put the file itself in its place, or move it elsewhere.',
    },
  }),
  'file-name-encoding': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `文件名“${p.name}”不是 UTF-8，读不到这个文件；多半是压缩包解压时弄错了编码。`,
      en: (p) =>
        `The file name “${p.name}” is not UTF-8 and cannot be opened: mostly a badly unpacked archive.`,
    },
    cure: {
      zh: () => '给文件改名，或重新解压：unzip -O GB18030 报告.zip。',
      en: () => 'Rename the file, or unpack it again: unzip -O GB18030 report.zip.',
    },
  }),
  'file-name-signs': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `大文件“${p.name}”的路径里有 [ ] * 或 ?，数据引擎打不开。`,
      en: (p) => `The path of the large file “${p.name}” has [ ] * or ?, which the engine cannot open.`,
    },
    cure: { zh: () => '改名，去掉这些符号。', en: () => 'Rename it without these signs.' },
  }),
  'not-utf8': defineProblem<{ encoding: string; other: string | undefined }>({
    severity: 'error',
    what: {
      zh: (p) => `文件不是 ${p.encoding} 编码，这里开始出现无法识别的字节。`,
      en: (p) => `The file is not ${p.encoding}: bytes that mean nothing begin here.`,
    },
    cure: {
      zh: (p) =>
        p.other
          ? `它像是 ${p.other} 编码：在 tables.yaml 中给这个文件写 encoding: ${p.other}（导入时加 --encoding ${p.other}）；或用 Excel、记事本打开，另存为 UTF-8。`
          : `用 Excel 或记事本打开，看得懂就另存为“CSV UTF-8（逗号分隔）”；知道它的编码，就在 tables.yaml 中给这个文件写，例如 ${listOtherEncodings(p.encoding)}。`,
      en: (p) =>
        p.other
          ? `It looks like ${p.other}: say encoding: ${p.other} for this file in tables.yaml (or --encoding ${p.other} when importing), or save it as UTF-8.`
          : `Open it and, if it reads well, save it as “CSV UTF-8”; or name its encoding in tables.yaml, such as ${listOtherEncodings(p.encoding)}.`,
    },
  }),
  'broken-character': defineProblem<{ encoding: string; before: string; count: number }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `文件是 ${p.encoding} 编码，但有 ${p.count} 处字节坏了，不成字；第一处${p.before ? `在“${p.before}”之后` : '在这一行开头'}。`,
      en: (p) =>
        `The file is ${p.encoding}, but ${p.count} of its characters are broken bytes; the first stands ${p.before ? `behind “${p.before}”` : 'at the beginning of this line'}.`,
    },
    cure: {
      zh: () => '回到平台重新导出；只坏了一两个字时，打开文件改掉这几个字，另存为“CSV UTF-8”。编码不必改。',
      en: () =>
        'Export it again; for one or two characters, correct them in the file and save it as “CSV UTF-8”. Its encoding is right.',
    },
  }),
  'cut-character': defineProblem<{ before: string }>({
    severity: 'error',
    what: {
      zh: (p) => `文件在最后一个字中间断了${p.before ? `（“${p.before}”之后）` : ''}，后面的内容没有了。`,
      en: (p) =>
        `The file breaks off within its last character${p.before ? ` (behind “${p.before}”)` : ''}; what followed is missing.`,
    },
    cure: {
      zh: () => '没有下载或复制完整：重新下载或重新导出。',
      en: () => 'It was not downloaded or copied in full: download or export it again.',
    },
  }),
  'likely-encoding': defineProblem<{ encoding: string; text: string }>({
    severity: 'error',
    what: {
      zh: (p) => `文件不是 UTF-8，多半是 ${p.encoding} 编码：按它读，这里是“${p.text}”。`,
      en: (p) => `The file is not UTF-8 but probably ${p.encoding}: read so, this is “${p.text}”.`,
    },
    cure: {
      zh: (p) =>
        `对的话，在 tables.yaml 中给这个文件写 encoding: ${p.encoding}（导入时加 --encoding ${p.encoding}）；或用 Excel 打开，另存为“CSV UTF-8”。`,
      en: (p) =>
        `If that is right, say encoding: ${p.encoding} for this file in tables.yaml (or --encoding ${p.encoding} when importing), or save it as “CSV UTF-8”.`,
    },
  }),
  'odd-encoding': defineProblem<{ encoding: string; text: string; other: string; otherText: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `按写明的 ${p.encoding} 编码，这里是“${p.text}”；按 ${p.other} 是“${p.otherText}”。`,
      en: (p) =>
        `In the encoding that was named, ${p.encoding}, this is “${p.text}”; in ${p.other} it is “${p.otherText}”.`,
    },
    cure: {
      zh: (p) => `后者才对的话，改成 encoding: ${p.other}（导入时 --encoding ${p.other}）。`,
      en: (p) => `If the latter is right, say encoding: ${p.other} (--encoding ${p.other} when importing).`,
    },
  }),
  'unknown-encoding': defineProblem<{ encoding: string; near: string | undefined }>({
    severity: 'error',
    what: {
      zh: (p) => `没有叫“${p.encoding}”的编码。`,
      en: (p) => `There is no encoding called “${p.encoding}”.`,
    },
    cure: {
      zh: (p) =>
        `${p.near ? `写 ${p.near}` : '简体中文写 gb18030，繁体写 big5，其余多半是 utf-8'}；不写则自动识别。`,
      en: (p) =>
        `Write ${p.near ?? 'gb18030 for simplified Chinese, big5 for traditional, mostly utf-8 otherwise'}; without it the encoding is recognised.`,
    },
  }),
  'text-encoding': defineProblem<{ encoding: string }>({
    severity: 'error',
    what: {
      zh: (p) => `文件不是 UTF-8 编码${p.encoding ? `，看起来是 ${p.encoding}` : ''}，没有读取。`,
      en: (p) => `The file is not UTF-8${p.encoding ? ` but probably ${p.encoding}` : ''}; it was not read.`,
    },
    cure: {
      zh: () => '用编辑器打开，另存为 UTF-8（记事本：另存为 → 编码选 UTF-8）。',
      en: () => 'Open it in an editor and save it as UTF-8.',
    },
  }),
  'merge-conflict': defineProblem<{ written: string; end: number }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `这里有 Git 合并冲突的标记“${p.written}”${p.end ? `，到第 ${p.end} 行为止` : ''}；文件没有读取。`,
      en: (p) =>
        `Git left the mark of a merge conflict here, “${p.written}”${p.end ? `, up to line ${p.end}` : ''}; the file was not read.`,
    },
    cure: {
      zh: () => '比较 ======= 上下两段，留下要的内容，删去 <<<<<<<、=======、>>>>>>> 这三行。',
      en: () =>
        'Keep what you want of the parts above and below =======, and delete the three lines of marks.',
    },
  }),
  'large-file': defineProblem<{ megabytes: number; limit: number }>({
    severity: 'error',
    what: {
      zh: (p) => `文件有 ${p.megabytes} MB；这种格式最多 ${p.limit} MB。`,
      en: (p) => `The file has ${p.megabytes} MB; this format takes ${p.limit} MB at most.`,
    },
    cure: { zh: () => '大表请存为 .csv 或 .parquet。', en: () => 'Save large tables as .csv or .parquet.' },
  }),
  'duplicate-table-name': defineProblem<{ table: string; other: string }>({
    severity: 'error',
    what: {
      zh: (p) => `表名“${p.table}”重复：“${p.other}”已经用了这个名字。`,
      en: (p) => `The table name “${p.table}” is taken by “${p.other}”.`,
    },
    cure: { zh: () => '把其中一个文件（或工作表）改名。', en: () => 'Rename one of the files or sheets.' },
  }),
  'unknown-data-file': defineProblem<{ name: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: {
      zh: (p) => `tables.yaml 提到“${p.name}”，但这里没有这个文件、工作表或列。`,
      en: (p) => `tables.yaml names “${p.name}”, but there is no such file, sheet or column here.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}现有：${p.all}。`,
      en: (p) => `There are: ${p.all}.${suggestEn(p.near)}`,
    },
  }),
  'notes-without-effect': defineProblem<{ key: string; why: Bilingual }>({
    severity: 'warning',
    what: {
      zh: (p) => `tables.yaml 里的“${p.key}”不起作用：${p.why.zh}。`,
      en: (p) => `“${p.key}” in tables.yaml has no effect: ${p.why.en}.`,
    },
    cure: {
      zh: () => '删去这一项，或改到起作用的地方。',
      en: () => 'Remove it, or put it where it has one.',
    },
  }),
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
  'misspelt-file-name': defineProblem<{ name: string; expected: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.name}”的大小写不对：在有的系统上读不到它。`,
      en: (p) => `“${p.name}” is in the wrong case: some systems do not find it.`,
    },
    cure: { zh: (p) => `改名为 ${p.expected}。`, en: (p) => `Rename it ${p.expected}.` },
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
  'sheet-too-large': defineProblem<{ found: string }>({
    severity: 'error',
    what: {
      zh: (p) => `工作表里写的范围“${p.found}”太大，没有读取。`,
      en: (p) => `The workbook has a range that is too large, “${p.found}”; it was not read.`,
    },
    cure: {
      zh: () => '把有数据的部分复制到一张新的工作表，另存为 .xlsx；若来历不明，不要打开它。',
      en: () =>
        'Copy what has data into a new sheet and save it as .xlsx; do not open it if you do not know it.',
    },
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
};
