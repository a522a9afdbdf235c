import type { Bilingual } from '../../base/language.ts';
import { defineProblem } from '../define-problem.ts';

/** The part of a Parquet file that is not as it must be. */
export type ParquetPart = 'ends' | 'footer' | 'schema' | 'pages' | 'rows' | 'elsewhere';

/** What there is too much of in a Parquet file. */
export type ParquetLimit = 'footer' | 'columns' | 'levels' | 'rowGroups' | 'values' | 'unpacked';

const parts: Record<ParquetPart, Bilingual> = {
  ends: { zh: '开头或结尾没有 Parquet 的标记', en: 'the mark of Parquet is missing at its beginning or end' },
  footer: { zh: '结尾的目录读不懂', en: 'the directory at its end makes no sense' },
  schema: { zh: '目录里的列前后不一致', en: 'the columns in its directory contradict each other' },
  pages: { zh: '目录指向文件以外的位置', en: 'its directory points outside the file' },
  rows: { zh: '目录里的行数前后不一致', en: 'the numbers of rows in its directory contradict each other' },
  elsewhere: { zh: '目录说数据在别的文件里', en: 'its directory says that the data are in another file' },
};

const limits: Record<ParquetLimit, Bilingual> = {
  footer: { zh: '目录的字节数', en: 'bytes of its directory' },
  columns: { zh: '列', en: 'columns' },
  levels: { zh: '列中套列的层数', en: 'levels of columns in columns' },
  rowGroups: { zh: '行组（row group）', en: 'row groups' },
  values: { zh: '单元格', en: 'cells' },
  unpacked: { zh: '解压后的字节数', en: 'bytes when unpacked' },
};

/** Why the pages of a Parquet file could not be read. */
export type ParquetFailure = 'pages' | 'kind' | 'died' | 'time' | 'memory' | 'disk';

const failures: Record<ParquetFailure, (seconds: number) => Bilingual> = {
  pages: () => ({ zh: '里面的数据已经损坏', en: 'the data in it are damaged' }),
  kind: () => ({
    zh: '里面有这里不认识的编码或类型',
    en: 'it has an encoding or a type that is not known here',
  }),
  died: () => ({ zh: '它使读取的程序崩溃', en: 'it makes the program that reads it crash' }),
  time: (seconds) => ({ zh: `${seconds} 秒还没有读完`, en: `it was not read within ${seconds} seconds` }),
  memory: () => ({ zh: '读它要用太多内存', en: 'it takes too much memory' }),
  disk: () => ({ zh: '写出来太大，或磁盘满了', en: 'it becomes too large, or the disk is full' }),
};

const exportCure: Bilingual = {
  zh: '用原来的程序重新导出或重新下载；在 Python 里是 df.to_parquet("表.parquet", compression="zstd")。',
  en: 'Export or download it again; in Python: df.to_parquet("table.parquet", compression="zstd").',
};

/** Why a Parquet file is not opened, or could not be read. */
export const parquetProblems = {
  'parquet-damaged': defineProblem<{ part: ParquetPart }>({
    severity: 'error',
    what: {
      zh: (p) => `这不是完整的 Parquet 文件：${parts[p.part].zh}。没有读取。`,
      en: (p) => `This is no whole Parquet file: ${parts[p.part].en}. It was not read.`,
    },
    cure: { zh: () => exportCure.zh, en: () => exportCure.en },
  }),
  'parquet-encrypted': defineProblem({
    severity: 'error',
    what: {
      zh: () => '这个 Parquet 文件加了密，没有读取。',
      en: () => 'The file is encrypted; it was not read.',
    },
    cure: { zh: () => `不加密，${exportCure.zh}`, en: () => `Leave out the encryption. ${exportCure.en}` },
  }),
  'parquet-codec': defineProblem<{ codec: string; column: string }>({
    severity: 'error',
    what: {
      zh: (p) => `列“${p.column}”是用 ${p.codec} 压缩的，这里不读这种压缩，整个文件没有读取。`,
      en: (p) =>
        `The column “${p.column}” is packed with ${p.codec}, which is not read here; the file was not read.`,
    },
    cure: {
      zh: () => `可以用 zstd、snappy、gzip、lz4，或者不压缩。${exportCure.zh}`,
      en: () => `Use zstd, snappy, gzip, lz4 or none. ${exportCure.en}`,
    },
  }),
  'parquet-too-large': defineProblem<{ limit: ParquetLimit; found: number; most: number }>({
    severity: 'error',
    what: {
      zh: (p) => `文件太大，没有读取：${limits[p.limit].zh}有 ${p.found}，最多 ${p.most}。`,
      en: (p) =>
        `The file is too large and was not read: ${p.found} ${limits[p.limit].en}; at most ${p.most}.`,
    },
    cure: {
      zh: () => '只留需要的列和日期，再导出一次；若来历不明，不要打开它。',
      en: () =>
        'Keep the columns and days you need and export it again; do not open it if you do not know it.',
    },
  }),
  'parquet-unread': defineProblem<{ why: ParquetFailure; seconds: number }>({
    severity: 'error',
    what: {
      zh: (p) => `读不了这个 Parquet 文件：${failures[p.why](p.seconds).zh}。`,
      en: (p) => `The Parquet file cannot be read: ${failures[p.why](p.seconds).en}.`,
    },
    cure: {
      zh: () => `${exportCure.zh.replace(/。$/, '')}；或改用 CSV。`,
      en: () => `${exportCure.en} Or hand in CSV.`,
    },
  }),
};
