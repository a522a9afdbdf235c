import type { Bilingual, Language } from '../base/language.ts';

/** What each command does, in one line. The keys are the commands there are. */
export const commandAbout = {
  build: {
    zh: '检查全部报告，生成网站和 PDF（dist/）',
    en: 'Check all reports, make the site and the PDFs (dist/)',
  },
  check: { zh: '只检查，不写任何文件', en: 'Check only; writes nothing' },
  dev: { zh: '本地预览，文件一改就刷新', en: 'Preview on this machine; reloads when a file changes' },
  pdf: { zh: '只生成 PDF（out/）', en: 'Make the PDFs only (out/)' },
  new: { zh: '新建一份可以直接构建的报告', en: 'Start a report that builds at once' },
  import: {
    zh: '把平台导出的文件认出来，转成干净的 UTF-8 CSV 放进一份报告',
    en: 'Recognise files that platforms export and put them into a report as clean UTF-8 CSV',
  },
  values: {
    zh: '列出一份报告的数值，以及可粘贴的标签',
    en: 'List the values of a report and the tags to paste',
  },
  simulate: {
    zh: '生成练习用的模拟数据（data/）和答案（out/keys/）',
    en: 'Make simulated data to practise on (data/), and the key to them (out/keys/)',
  },
  schemas: { zh: '更新编辑器用的 JSON Schema', en: 'Write the JSON Schemas that editors use' },
} satisfies Record<string, Bilingual>;

/** What each option does. The keys are the options there are. */
export const optionAbout = {
  root: { zh: '课程所在的文件夹，默认为当前文件夹', en: 'Folder of the course; by default the current one' },
  report: { zh: '只处理这一份报告', en: 'Only this report' },
  draft: {
    zh: '有错误也输出：出错的报告显示为问题清单，其余照常，均标“草稿”',
    en: 'Write in spite of errors: a broken report becomes the list of its problems; all is stamped as draft',
  },
  'skip-broken': {
    zh: '有错误的报告显示为问题清单，其余照常发布，不标“草稿”',
    en: 'A report with errors becomes the list of its problems; the others are published, not stamped',
  },
  identity: {
    zh: '写上成员的姓名和学号：交稿用，不要公开',
    en: 'With names and student numbers of the members: to hand in, not to publish',
  },
  as: {
    zh: '导入的文件是哪一种已知数据表，如 ad_spend；默认按文件名和列名认',
    en: 'Which known table the file is, such as ad_spend; by default found by its name and headers',
  },
  encoding: {
    zh: '导入的文件的编码，如 gb18030；默认自动识别',
    en: 'Encoding of the file imported, such as gb18030; by default recognised',
  },
  'date-order': {
    zh: '导入的文件里 3/4/2026 这样的日期怎么读',
    en: 'How days such as 3/4/2026 are read in the file imported',
  },
  force: { zh: '覆盖报告里已有的同名文件', en: 'Overwrite files of the same name in the report' },
  lang: { zh: '提示的语言：zh 或 en', en: 'Language of messages: zh or en' },
  format: { zh: '输出格式', en: 'Form of the output' },
  port: { zh: '预览用的端口，默认 4321', en: 'Port of the preview, by default 4321' },
  seed: {
    zh: '随机种子，默认与仓库中的数据一致；换种子只换细节，不换埋下的结论',
    en: 'Seed; by default the one of the data in the repository. Another one changes the noise, not what is planted',
  },
  scale: {
    zh: '规模，默认 1；大于 4 时大表写成 Parquet，最大 1100，1060 约为 5000 万条行为',
    en: 'Scale, by default 1; above 4 large tables are Parquet; at most 1100, and 1060 is some 50 million events',
  },
  set: {
    zh: '改变结论，逗号分隔：goals.新增用户=missed、search=sem、planted.ring=none、planted.anomaly.factor=3',
    en: 'Change conclusions, with commas: goals.新增用户=missed, search=sem, planted.ring=none, planted.anomaly.factor=3',
  },
  world: {
    zh: '仿照哪一份示例，默认与报告同名',
    en: 'Whose world it is; by default that of the report’s name',
  },
  verbose: {
    zh: '顺便说明哪些缓存损坏、已重新计算',
    en: 'Tell, too, which kept results were damaged and are computed again',
  },
  debug: { zh: '意外出错时显示技术细节', en: 'Show technical details of unexpected errors' },
  help: { zh: '显示用法', en: 'Show how it is used' },
} satisfies Record<string, Bilingual>;

/** Why nothing is written to a path. */
const oddPaths: Record<Language, Record<string, string>> = {
  zh: {
    outside: '在允许写的文件夹之外',
    link: '是一个链接，指向别处',
    pipe: '是一个管道，不是文件',
    socket: '是一个套接字，不是文件',
    device: '是一个设备，不是文件',
  },
  en: {
    outside: 'lies outside of the folder that may be written to',
    link: 'is a link to elsewhere',
    pipe: 'is a pipe and no file',
    socket: 'is a socket and no file',
    device: 'is a device and no file',
  },
};

const zh = {
  usage: '用法',
  commands: '命令',
  options: '选项',
  name: '报告名',
  helpHint: '加 --help 查看用法。',
  oldNode: (version: string, least: number) =>
    `这里的 Node 是 ${version}，需要 ${least} 或更新：npm ci 已经装好一个，请通过 npm 运行，例如 npm run build、npm test。`,
  swallowed: (names: string) => `npm 把 ${names} 当成了它自己的设置，没有交给命令：选项前面少了“--”。`,
  swallowedCure: (command: string) => `请这样写：${command}`,
  eachHelp: '每个命令加 -- --help 可查看它的选项。',
  noCommand: '请写出要执行的命令。',
  unknownCommand: (name: string) => `没有“${name}”这个命令。`,
  unknownOption: (name: string, command: string) => `命令 ${command} 没有“${name}”这个选项。`,
  missingValue: (name: string) => `选项 ${name} 后面要写内容。`,
  noValue: (name: string) => `选项 ${name} 后面不写内容。`,
  badValue: (name: string, value: string, all: string) => `选项 ${name} 不能是“${value}”，只能是 ${all}。`,
  extraArgument: (text: string) => `多出了“${text}”。`,
  twoReports: (a: string, b: string) => `写了两个报告名：“${a}”和“${b}”，只能写一个。`,
  didYouMean: (name: string) => `你是不是想写“${name}”？`,
  noRoot: (folder: string) => `没有“${folder}”这个文件夹。`,
  noContent: (folder: string) => `“${folder}”里没有 content 文件夹，不像是一个课程。`,
  noContentCure: (command: string) => `用 --root 指到课程所在的文件夹，或新建一份报告：${command}`,
  unexpected: (message: string) => `意外出错：${message}`,
  debugHint: '加 --debug 可以看到技术细节。',
  busy: (pid: number, host: string) =>
    `另一个构建（${host && `电脑 ${host} 上的`}进程 ${pid}）正在写这个课程，请等它结束。`,
  busyCure: (file: string) => `如果确知它已经不在，删掉 ${file}，再运行一次。`,
  notKept: (folder: string) =>
    `缓存文件夹 ${folder} 写不进去，这次从头算起，也不留缓存。可用环境变量 FUPAN_CACHE_DIR 另指一个文件夹。`,
  damagedEntry: (file: string) => `缓存 ${file} 不是当时写下的内容，已重新计算。`,
  refusedPath: (path: string, why: string) =>
    `“${path}”${oddPaths.zh[why] ?? oddPaths.zh.outside}，没有在那里写入或删除任何东西。`,
  refusedPathCure: '删掉它（只删链接本身，不动它指向的文件夹），再运行一次。',
  severity: { error: '错误', warning: '警告', finding: '发现' },
  counted: (errors: number, warnings: number, findings: number) =>
    `错误 ${errors} 个，警告 ${warnings} 个，发现 ${findings} 个`,
  clean: '没有问题',
  courseFiles: '课程文件',
  kept: '有错误，未输出；原有的 dist/ 没有改动。',
  nothingWritten: '有错误，未输出。',
  asDraft: (command: string) => `要先看样子：${command}`,
  withoutBroken: (command: string) => `只发布没有错误的报告：${command}`,
  draftWritten: '已按草稿输出，但仍有错误，请修正后重新构建。',
  skipped: (titles: string) => `有错误的报告只显示问题清单，其余已发布：${titles}`,
  draftOrSkip: '--draft 和 --skip-broken 只能写一个：前者全部标“草稿”，后者只发布没有错误的报告。',
  held: (files: readonly string[]) =>
    `以下文件正被别的程序打开，还是旧的，其余已经更新：${files.map((file) => `dist/${file}`).join('、')}。关闭它们，再运行一次。`,
  outdated: {
    program: '程序和上次生成时不同',
    course: 'course.yaml 和上次生成时不同',
    printed: '上次没有生成 PDF',
    touched: 'dist/ 不是上次生成的样子',
  },
  buildsAll: (why: string) => `${why}，这次重新生成全部报告。`,
  keptReports: (n: number) => `其余 ${n} 份报告保持上次发布的样子。`,
  unpublished: (names: readonly string[]) => `还没有发布：${names.join('、')}`,
  building: '整理报告',
  printing: '排印 PDF',
  site: '生成网站',
  printingAndSite: '排印 PDF、生成网站',
  writing: '写入',
  summary: {
    reports: '报告',
    chapters: '章',
    figures: '图',
    values: '数值',
    pages: '网页',
    pdfPages: 'PDF 页',
    time: '用时',
    memory: '内存峰值',
    output: '输出',
  },
  seconds: (n: string) => `${n} 秒`,
  createdReport: (folder: string) => `已新建报告：${folder}`,
  nextSteps: (dev: string, check: string, build: string) =>
    `接下来：\n  预览：${dev}\n  检查：${check}\n  生成网站和 PDF：${build}`,
  badReportName: (name: string) =>
    `“${name}”不能用作报告名。只能用小写字母、数字和连字符，以字母开头，例如 team-1。`,
  needReportName: (example: string) => `请写出报告名，例如：${example}`,
  reportExists: (folder: string) => `“${folder}”已经存在，没有改动任何文件。`,
  valueColumns: { name: '名称', text: '数值', tag: '标签' },
  noValues: '这份报告还没有数值。请在 data/<报告>/metrics.yaml 里定义。',
  brokenValues: (check: string) => `报告里还有错误，可能缺少数值；查看：${check}`,
  whichReport: (all: string) => `有多份报告，请写明哪一份：${all}。`,
  written: (file: string) => `已写入 ${file}`,
  files: '文件…',
  importing: {
    exampleFile: '推广报告.xlsx',
    needFiles: (example: string) => `请写出要导入的文件，例如：${example}`,
    needReport: (all: string) => `请用 --report 写明导入到哪份报告：${all}。`,
    needFirstReport: (command: string) => `还没有报告，先新建一份：${command}`,
    noReport: (name: string) => `没有“${name}”这份报告。`,
    noFile: (file: string) => `没有“${file}”这个文件。`,
    unknownTable: (name: string) => `没有“${name}”这种已知数据表。`,
    oneTable: '--as 一次只能用于一个文件、一张表。',
    reading: '读取',
    arrow: (from: string, to: string) => `${from} → ${to}`,
    size: (rows: string, columns: number) => `${rows} 行，${columns} 列`,
    by: { name: '按名称', headers: '按列名', told: '按 --as' },
    recognised: (title: string, table: string, by: string) => `识别为“${title}”（${table}），${by}`,
    free: (table: string) => `不是已知数据表，按自定义表“${table}”写入；如果是，加 --as 表名`,
    nearest: (title: string, table: string, missing: string) =>
      `最接近“${title}”（${table}）${missing && `，缺 ${missing}：补上这些列，就会按它检查`}`,
    encoding: (encoding: string) => `编码：${encoding} → UTF-8`,
    renamed: (pairs: string) => `列名：${pairs}`,
    kept: (names: string) => `保留原名：${names}`,
    rewritten: (column: string, count: string, from: string, to: string) =>
      `改写：${column} ${count} 格，如“${from}” → ${to}`,
    units: (pairs: string) => `单位记入 tables.yaml：${pairs}`,
    copied: (check: string) => `文件很大，原样复制；列名和各行这样检查：${check}`,
    map: '地图（GeoJSON），原样复制：每个要素是一行，形状在列 geometry',
    exists: (file: string) => `“${file}”已经存在，内容不同，没有改动；要覆盖请加 --force。`,
    sameTable: (file: string, other: string) =>
      `“${file}”和已有的“${other}”会是同一张表；先删去或改名其中一个。`,
    twice: (file: string, from: string) => `${from} 都要写成“${file}”；先合并，或分别改名。`,
    unchanged: (file: string) => `${file} 已经是这个内容，没有改动`,
    entry: (file: string) => `已在 ${file} 记下来源`,
    refused: '有错误，没有写入任何文件。',
    encodingHint: '知道编码时，在命令里加 --encoding gb18030 或 --encoding utf-8。',
    orderHint: '在命令里加 --date-order mdy（月/日/年）或 dmy（日/月/年）。',
    next: (check: string) => `接下来：${check}`,
    source: (file: string, encoding: string) => (encoding ? `${file}（${encoding}）` : file),
  },
  simulating: '生成模拟数据',
  rows: (n: number) => `${n} 行`,
  key: '答案，只给导师',
  unknownSetting: (text: string) => `--set 里的“${text}”不认识。`,
  knownSettings: (all: string) => `可以写：${all}，或方案里某个数的路径，如 channels.SEO.cost*=3。`,
  badSetting: {
    negative: (text: string) => `--set 里的“${text}”：这个数不能小于 0。`,
    day: (text: string) => `--set 里的“${text}”：日子从学期第一天算起，只能是 0 到 111 的整数。`,
  },
  tooFew: '照这样的设置，付费的人比来访的人还多，模拟不出来。',
  tooFewCure: '把 --scale 调大，或改 --set 里的人数。',
  simulatedExists: (files: string[]) =>
    `已有的文件和要写的不一样，没有改动：${files.slice(0, 3).join('、')}${files.length > 3 ? ` 等 ${files.length} 个文件` : ''}。`,
  simulatedExistsCure: '换一个报告名，或加 --force 覆盖。',
  sayItIsSimulated: (file: string, period: string) =>
    `请在 ${file} 开头写 simulated: true，网站和 PDF 会注明“模拟数据”；实训期是 ${period}。`,
  serving: (url: string) => `预览：${url}（按 Ctrl+C 结束）`,
  pageNotFound: '没有这个页面',
  pageNotFoundCure: '它可能改了名字，或还没有写。回首页看看',
  appeared: (count: number) => `新出现 ${count} 个：`,
  gone: (count: number) => `已消除 ${count} 个：`,
};

/** Everything the commands say in the terminal. */
export type CommandWords = typeof zh;

const en: CommandWords = {
  usage: 'Usage',
  commands: 'Commands',
  options: 'Options',
  name: 'REPORT',
  helpHint: 'See --help.',
  oldNode: (version, least) =>
    `This is Node ${version}; ${least} or newer is needed. npm ci has installed one: run it through npm, as in npm run build or npm test.`,
  swallowed: (names) =>
    `npm took ${names} for settings of its own and did not hand on what was typed: “--” is missing before the options.`,
  swallowedCure: (command) => `Type: ${command}`,
  eachHelp: 'Add -- --help to a command to see its options.',
  noCommand: 'No command given.',
  unknownCommand: (name) => `There is no command “${name}”.`,
  unknownOption: (name, command) => `The command ${command} has no option “${name}”.`,
  missingValue: (name) => `The option ${name} needs a value.`,
  noValue: (name) => `The option ${name} takes no value.`,
  badValue: (name, value, all) => `The option ${name} cannot be “${value}”, only ${all}.`,
  extraArgument: (text) => `Unexpected “${text}”.`,
  twoReports: (a, b) => `Two reports were named, “${a}” and “${b}”; name one.`,
  didYouMean: (name) => `Did you mean “${name}”?`,
  noRoot: (folder) => `There is no folder “${folder}”.`,
  noContent: (folder) => `“${folder}” has no folder content; it does not look like a course.`,
  noContentCure: (command) => `Point --root to the folder of the course, or start a report: ${command}`,
  unexpected: (message) => `Unexpected error: ${message}`,
  debugHint: 'Add --debug for technical details.',
  busy: (pid, host) =>
    `Another build (process ${pid}${host && ` on ${host}`}) is writing this course; wait until it has ended.`,
  busyCure: (file) => `If you know that it is gone, delete ${file} and run again.`,
  notKept: (folder) =>
    `The cache folder ${folder} cannot be written to: this run begins cold and keeps nothing. FUPAN_CACHE_DIR names another folder.`,
  damagedEntry: (file) => `${file} in the cache is not what was written: it is computed again.`,
  refusedPath: (path, why) =>
    `“${path}” ${oddPaths.en[why] ?? oddPaths.en.outside}: nothing was written or removed there.`,
  refusedPathCure: 'Delete it (the link itself, not what it leads to) and run again.',
  severity: { error: 'error', warning: 'warning', finding: 'finding' },
  counted: (errors, warnings, findings) =>
    `${errors} error(s), ${warnings} warning(s), ${findings} finding(s)`,
  clean: 'No problems',
  courseFiles: 'Course files',
  kept: 'There are errors: nothing was written and dist/ is as it was.',
  nothingWritten: 'There are errors: nothing was written.',
  asDraft: (command) => `To see it all the same: ${command}`,
  withoutBroken: (command) => `To publish the reports without errors only: ${command}`,
  draftWritten: 'Written as a draft in spite of errors; correct them and build again.',
  skipped: (titles) =>
    `Reports with errors show the list of their problems, the others are published: ${titles}`,
  draftOrSkip:
    'Write --draft or --skip-broken, not both: one stamps all as draft, the other publishes the reports without errors.',
  held: (files) =>
    `Another program has these files open: they are still the old ones, all else is new: ${files.map((file) => `dist/${file}`).join(', ')}. Close them and run again.`,
  outdated: {
    program: 'The program is not the one of the last build',
    course: 'course.yaml is not the one of the last build',
    printed: 'The last build made no PDFs',
    touched: 'dist/ is not as the last build left it',
  },
  buildsAll: (why) => `${why}: all reports are built anew.`,
  keptReports: (n) => `The other ${n} report(s) are as they were published.`,
  unpublished: (names) => `Not published yet: ${names.join(', ')}`,
  building: 'Building reports',
  printing: 'Printing PDFs',
  site: 'Making the site',
  printingAndSite: 'Printing PDFs, making the site',
  writing: 'Writing',
  summary: {
    reports: 'reports',
    chapters: 'chapters',
    figures: 'figures',
    values: 'values',
    pages: 'web pages',
    pdfPages: 'PDF pages',
    time: 'time',
    memory: 'peak memory',
    output: 'output',
  },
  seconds: (n) => `${n} s`,
  createdReport: (folder) => `Report created: ${folder}`,
  nextSteps: (dev, check, build) => `Next:\n  preview: ${dev}\n  check: ${check}\n  site and PDF: ${build}`,
  badReportName: (name) =>
    `“${name}” cannot be the name of a report. Use lower-case letters, digits and hyphens, a letter first: team-1.`,
  needReportName: (example) => `Name the report, for example: ${example}`,
  reportExists: (folder) => `“${folder}” is there already; nothing was changed.`,
  valueColumns: { name: 'name', text: 'value', tag: 'tag' },
  noValues: 'This report has no values yet. Define them in data/<report>/metrics.yaml.',
  brokenValues: (check) => `The report has errors and may lack values; see: ${check}`,
  whichReport: (all) => `There are several reports, name one: ${all}.`,
  written: (file) => `Written: ${file}`,
  files: 'FILE…',
  importing: {
    exampleFile: 'report.xlsx',
    needFiles: (example) => `Name the files to import, for example: ${example}`,
    needReport: (all) => `Say with --report which report they are for: ${all}.`,
    needFirstReport: (command) => `There is no report yet; start one: ${command}`,
    noReport: (name) => `There is no report “${name}”.`,
    noFile: (file) => `There is no file “${file}”.`,
    unknownTable: (name) => `There is no known table “${name}”.`,
    oneTable: '--as is for one file with one table.',
    reading: 'Reading',
    arrow: (from, to) => `${from} → ${to}`,
    size: (rows, columns) => `${rows} rows, ${columns} columns`,
    by: { name: 'by its name', headers: 'by its headers', told: 'by --as' },
    recognised: (title, table, by) => `Recognised as “${title}” (${table}), ${by}`,
    free: (table) =>
      `No known table: written as the table “${table}” of your own; if it is one, add --as TABLE`,
    nearest: (title, table, missing) =>
      `Nearest to “${title}” (${table})${missing && `, lacking ${missing}: add these columns and it is checked as one`}`,
    encoding: (encoding) => `Encoding: ${encoding} → UTF-8`,
    renamed: (pairs) => `Columns: ${pairs}`,
    kept: (names) => `Kept as they are: ${names}`,
    rewritten: (column, count, from, to) =>
      `Rewritten: ${count} cells of ${column}, such as “${from}” → ${to}`,
    units: (pairs) => `Units noted in tables.yaml: ${pairs}`,
    copied: (check) => `Large: copied as it is; to look at its headers and rows: ${check}`,
    map: 'A map (GeoJSON), copied as it is: each feature is a row, its shape is in the column geometry',
    exists: (file) =>
      `“${file}” is there already and differs; nothing was changed. Add --force to overwrite it.`,
    sameTable: (file, other) =>
      `“${file}” and “${other}”, which is there already, would be one table; remove or rename one.`,
    twice: (file, from) => `${from} would all become “${file}”; put them together or rename them.`,
    unchanged: (file) => `${file} has this content already; nothing was changed`,
    entry: (file) => `Noted in ${file} where it is from`,
    refused: 'There are errors: nothing was written.',
    encodingHint: 'If you know the encoding, add --encoding gb18030 or --encoding utf-8.',
    orderHint: 'Add --date-order mdy (month first) or dmy (day first).',
    next: (check) => `Next: ${check}`,
    source: (file, encoding) => (encoding ? `${file} (${encoding})` : file),
  },
  simulating: 'Making simulated data',
  rows: (n) => `${n} rows`,
  key: 'the key, for mentors only',
  unknownSetting: (text) => `“${text}” of --set is not known.`,
  knownSettings: (all) =>
    `There are: ${all}; or the path of a number of the plan, such as channels.SEO.cost*=3.`,
  badSetting: {
    negative: (text) => `“${text}” of --set: this number cannot be below 0.`,
    day: (text) => `“${text}” of --set: days count from the first of the term, whole numbers from 0 to 111.`,
  },
  tooFew: 'With these settings more people would pay than come: there is no such world.',
  tooFewCure: 'Take a larger --scale, or other numbers of people in --set.',
  simulatedExists: (files) =>
    `There are other files of these names, and none was changed: ${files.slice(0, 3).join(', ')}${files.length > 3 ? ` … (${files.length} files)` : ''}.`,
  simulatedExistsCure: 'Take another name of the report, or add --force to overwrite them.',
  sayItIsSimulated: (file, period) =>
    `Write simulated: true at the head of ${file}: site and PDF will say that the data are simulated. The term is ${period}.`,
  serving: (url) => `Preview: ${url} (Ctrl+C to stop)`,
  pageNotFound: 'There is no such page',
  pageNotFoundCure: 'It may have another name now, or is not written yet. Go to the first page',
  appeared: (count) => `${count} new:`,
  gone: (count) => `${count} gone:`,
};

export const commandWords: Record<Language, CommandWords> = { zh, en };
