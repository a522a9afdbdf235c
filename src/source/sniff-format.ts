import type { Bilingual } from '../base/language.ts';
import { toHalfWidth } from './cells/number-formats.ts';

/** A kind of file that is handed in under the name of another. */
export interface SniffedFormat {
  kind: Bilingual;
  cure: Bilingual;
}

const saveCure: Bilingual = {
  zh: '用 Excel 或 WPS 打开它，另存为 .xlsx 或“CSV UTF-8（逗号分隔）”。',
  en: 'Open it in a spreadsheet program and save it as .xlsx or “CSV UTF-8”.',
};
const passwordCure: Bilingual = {
  zh: '用 Excel 或 WPS 打开，去掉密码，再另存为 .xlsx。',
  en: 'Open it, take the password off and save it as .xlsx.',
};
const formatRenameCure = (extension: string): Bilingual => ({
  zh: `把扩展名改成 ${extension}。`,
  en: `Call it ${extension}.`,
});

const createSignatureTest = (...signature: number[]) =>
  ((bytes: Uint8Array) => signature.every((byte, at) => bytes[at] === byte)) satisfies BytesTest;
type BytesTest = (bytes: Uint8Array) => boolean;

const isOle = createSignatureTest(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** A workbook that a password keeps closed. */
export const passwordFormat: SniffedFormat = {
  kind: { zh: '加了密码的工作簿', en: 'a workbook with a password' },
  cure: passwordCure,
};

/** Whether the bytes are those of a workbook of before 2007, which newer programs still write. */
export function isOldWorkbook(bytes: Uint8Array): boolean {
  return isOle(bytes) && !includesUtf16(bytes, 'EncryptedPackage');
}

/** What a file says it is by its first bytes; the first row that holds counts. */
const sniffedFormats: readonly (SniffedFormat & { holds: BytesTest })[] = [
  {
    holds: (bytes) => isOle(bytes) && includesUtf16(bytes, 'EncryptedPackage'),
    ...passwordFormat,
  },
  {
    holds: isOle,
    kind: { zh: '旧的 .xls 工作簿', en: 'an old .xls workbook' },
    cure: formatRenameCure('.xls'),
  },
  {
    holds: createSignatureTest(0x50, 0x4b, 0x03, 0x04),
    kind: { zh: '一个压缩包或 .xlsx 工作簿', en: 'a zip archive or an .xlsx workbook' },
    cure: {
      zh: '若是工作簿，把扩展名改成 .xlsx；若是压缩包，请解压后放入里面的文件。',
      en: 'If it is a workbook, call it .xlsx; if it is an archive, hand in the files in it.',
    },
  },
  {
    holds: createSignatureTest(0x1f, 0x8b),
    kind: { zh: 'gzip 压缩文件', en: 'a gzip file' },
    cure: formatRenameCure('.csv.gz'),
  },
  {
    holds: createSignatureTest(0x28, 0xb5, 0x2f, 0xfd),
    kind: { zh: 'zstd 压缩文件', en: 'a zstd file' },
    cure: formatRenameCure('.csv.zst'),
  },
  {
    holds: createSignatureTest(0x50, 0x41, 0x52, 0x31),
    kind: { zh: 'Parquet 文件', en: 'a Parquet file' },
    cure: formatRenameCure('.parquet'),
  },
  {
    holds: createSignatureTest(0x25, 0x50, 0x44, 0x46, 0x2d),
    kind: { zh: 'PDF 文件', en: 'a PDF file' },
    cure: saveCure,
  },
  {
    holds: isMarkup,
    kind: { zh: '网页（HTML 或 XML）', en: 'a web page (HTML or XML)' },
    cure: {
      zh: '很可能下载到了登录页或导出页：登录后重新导出；若是网页形式的表格，用 Excel 打开后另存为 .xlsx。',
      en: 'Probably a log-in page was saved: log in and export again; open a table of HTML in Excel and save it as .xlsx.',
    },
  },
];

/** What the bytes are, when they are no text of a table at all. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat | undefined {
  return sniffedFormats.find(({ holds }) => holds(bytes));
}

function isMarkup(bytes: Uint8Array): boolean {
  const text = toHalfWidth(
    new TextDecoder('latin1').decode(bytes.subarray(0, 1000)).replace(/^\xef\xbb\xbf|^\xff\xfe/, ''),
  );
  return /^\s*<(!doctype|html|\?xml|head|body|table|div|script|meta)\b/i.test(text.replaceAll('\0', ''));
}

/** Whether a text stands in UTF-16 in the bytes, as names in an OLE directory do. */
function includesUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'));
}
