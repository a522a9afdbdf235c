import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { formatPlace } from '../base/place.ts';
import { encodeText } from '../source/encode-text.sample.ts';
import { readTables } from '../source/read-tables.ts';
import { openEngine } from './open-engine.ts';

const pick = (...texts: string[]) => fc.constantFrom(...texts);

/** Cells of one kind of column; most alike, a few that are not. */
const columns: Record<string, fc.Arbitrary<string>> = {
  whole: pick('0', '7', '12', '305', '-4', '', '—', '1,234'),
  plainWhole: pick('0', '7', '12', '305', '-4', '999999999999999'),
  large: pick('1000', '2500', '1000000', '999999999999999'),
  odd: pick(
    '1_000',
    'inf',
    'nan',
    '0x1F',
    '1e5',
    '+5',
    '.5',
    '5.',
    '１２',
    '007',
    ' 8',
    '8 ',
    '1.2万',
    '3亿',
    '12',
  ),
  decimal: pick('12.5', '0.07', '3', '-1.25', '¥1,200.00', '￥8.5', '8.50', '12.34567'),
  plainDecimal: pick('12.5', '0.07', '3', '-1.25', '8.50', '100.0001'),
  share: pick('12.5%', '7％', '0.3', '100%', '1.5'),
  counted: pick('300 次', '1,200次', '15', '2万次'),
  day: pick('2026-03-02', '2026-02-28', '2026/3/2', '2026年3月2日', '20260703', '2026-02-30', ''),
  plainDay: pick('2026-03-02', '2026-02-28', '2024-02-29', '1999-12-31'),
  yearLast: pick('7/3/2026', '13/4/2026', '4/5/2026', '4-5-2026'),
  instant: pick(
    '2026-03-02 08:00:00',
    '2026-03-02T08:00:00',
    '2026-03-02 24:00:00',
    '2026-03-02T08:00:00Z',
    '1772409600',
    '2026/3/2 8:05',
    '2026-03-02',
  ),
  plainInstant: pick(
    '2026-03-02 08:00:00',
    '2026-03-02T23:59:59',
    '1995-01-01 00:00:00',
    '2040-06-01 12:00:00',
    '2026-03-02 08:00:00.25',
  ),
  plainFlag: pick('true', 'FALSE', 'True', 'false', 'true'),
  plainGaps: pick('12', '7', '305', '', '—', ' - ', '8'),
  plainBlanks: pick('SEM', '公众号', '', ' ', ' \t', 'SEM ', ' 短视频'),
  padded: pick('SEM ', ' 公众号', '\t6901', '短视频\t', '="00123"', ' \v', ' \u3000', '合计 ', 'x '),
  flag: pick('true', 'FALSE', 'True', 'false', '是'),
  words: pick('12', '7', '305', 'NULL', 'nan', '#N/A', '无', '—'),
  ids: pick(
    '1234567890.1684694001',
    '1234567890.1684694002',
    '007',
    '12',
    '123456789012345678',
    '33.333333333333336',
  ),
  shortened: pick('1.23457E+17', '2.5e+12', 'SEM', '12', '1.5e3'),
  marked: pick("'138001", '`支付成功', '`12', '\u200b42', '鞋\u200b', '帽\u3000', 'x', "'quoted'", 'é'),
  counted2: pick('1000+人付款', '10万+', '8000', '532人', '九', 'l50', 'Nike'),
  shares: pick('12.5%', '0.5%', '13', '0'),
  longDay: pick(
    '2026-03-02 星期一',
    '2026/3/2 下午 3:20',
    '2-Mar-26',
    'Mar 2, 2026',
    'Tue Mar 03 12:00:00 +0800 2026',
    '2026-03-02',
    '3月4日',
    'March',
  ),
  month: pick('2026年1月', '2026-02', '2026/3', '2026-03-01'),
  plainDayDigits日期: pick('20260302', '20240229', '20260302', '20261231', ''),
  plainSeconds时间: pick('1772409600', '1772409601', '1511658000', ' '),
  plainMillis_at: pick('1772409600250', '1511658000000', '—'),
  someDigits时间: pick('1772409600', '2026031623', '20260302', '1772409600250', '12'),
  text: pick(
    'SEM',
    '公众号',
    'a,b',
    'a"b',
    '第一行\n第二行',
    ' 前空',
    '后空 ',
    '　',
    '\t',
    '—',
    '小红书',
    'total_fee',
    'x;y',
    "'",
    '总计划',
  ),
  plainText: pick('SEM', '公众号', '短视频', 'u1', 'u2', '小计划'),
  numeral: pick('12', '13', '14', '15', '$16', '17', '18', '19', '20', '21'),
};

/** Kinds that the engine reads by itself. */
const plainKinds = Object.keys(columns).filter((kind) => kind.startsWith('plain'));
const createKinds = (kinds: readonly string[]) => fc.array(pick(...kinds), { minLength: 1, maxLength: 5 });

const nonDataLine = pick(
  'blank',
  'commas',
  'header',
  'total',
  'sum',
  'short',
  'long',
  'surplus',
  'quote',
  'spaced',
  'named',
  'likely',
  'unnamed',
  'note',
  'short note',
);

interface Written {
  text: string;
  encoding: string;
}

interface Form {
  kinds: string[];
  headers: string[] | undefined;
  separator: string;
  end: string;
  top: string;
  encoding: string;
  lastEnd: boolean;
  nonDataLines: [number, string][];
}

const plainColumns = fc.record({ kinds: createKinds(plainKinds), headers: fc.constant(undefined) });
const anyColumns = fc.record({ kinds: createKinds(Object.keys(columns)), headers: fc.constant(undefined) });
/** Headers by which the file is known as one of ad_spend; cells that are right, and others. */
const knownColumns = fc.record({
  kinds: fc.tuple(
    pick('plainDay', 'plainDay', 'day', 'yearLast'),
    fc.constant('plainText'),
    pick('plainText', 'text'),
    pick('large', 'large', 'whole', 'odd'),
    pick('plainWhole', 'whole', 'counted'),
    pick('plainDecimal', 'decimal', 'share'),
  ),
  headers: fc.constant<string[]>(['日期', '渠道', '推广计划', '展示', '点击', '消费']),
});

const plainFile: fc.Arbitrary<Form> = fc.oneof(plainColumns, knownColumns).chain((which) =>
  fc.record({
    ...toConstants(which),
    separator: pick(',', ';', '\t'),
    end: pick('\n', '\r\n'),
    top: pick('', 'mark'),
    encoding: fc.constant('utf-8'),
    lastEnd: fc.boolean(),
    nonDataLines: fc.constant<[number, string][]>([]),
  }),
);
const anyFile: fc.Arbitrary<Form> = fc.oneof(plainColumns, anyColumns, knownColumns).chain((which) =>
  fc.record({
    ...toConstants(which),
    separator: pick(',', ';', '\t'),
    end: pick('\n', '\n', '\r\n', '\r'),
    top: pick('', 'mark', 'title', 'units', 'blank', 'comment', 'index', 'behind', 'nameless', 'twice'),
    encoding: pick('utf-8', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be'),
    lastEnd: fc.boolean(),
    nonDataLines: fc.array(fc.tuple(fc.nat(40), nonDataLine), { maxLength: 2 }),
  }),
);

function toConstants({ kinds, headers }: Pick<Form, 'kinds' | 'headers'>) {
  return { kinds: fc.constant(kinds), headers: fc.constant(headers) };
}

/** A CSV file as somebody might hand it in: columns of some kinds, in places a line that is no row of data. */
const written: fc.Arbitrary<Written> = fc.oneof(plainFile, anyFile).chain((form) => {
  const row = fc.tuple(...form.kinds.map((kind) => columns[kind]!));
  return fc.array(row, { minLength: 1, maxLength: 25 }).map((rows) => ({
    text: formatFile(form, rows),
    encoding: form.encoding,
  }));
});

function formatFile(
  { kinds, headers, separator, end, top, encoding, lastEnd, nonDataLines }: Form,
  rows: string[][],
): string {
  const header = headers ?? kinds.map((kind, at) => `列${kind}${at}`);
  const rest = header.slice(1);
  const lines = rows.map((row) => formatLine(row, separator));
  for (const [place, what] of nonDataLines)
    lines.splice(place % (lines.length + 1), 0, formatNonDataLine(what, rows, header, separator));
  lines.unshift(formatLine(header, separator));
  if (top === 'title') lines.unshift(formatLine(['推广日报', ...rest.map(() => '')], separator));
  if (top === 'units') lines.splice(1, 0, formatLine(['', ...rest.map(() => '次')], separator));
  if (top === 'blank') lines.unshift('');
  if (top === 'comment') lines.unshift('# 日报', '# 三月', '');
  // The names lack what every row has: its number, an empty cell, or there are none at all.
  if (top === 'index')
    lines.splice(0, lines.length, ...lines.map((line, at) => `${at || ''}${separator}${line}`));
  if (top === 'behind') lines.splice(1, lines.length, ...lines.slice(1).map((line) => `${line}${separator}`));
  if (top === 'nameless') lines.shift();
  if (top === 'twice')
    lines[0] = formatLine(
      header.map(() => header[0]!),
      separator,
    );
  const mark = top === 'mark' || encoding.startsWith('utf-16') ? '\uFEFF' : '';
  return mark + lines.join(end) + (lastEnd ? end : '');
}

function formatLine(cells: readonly string[], separator: string): string {
  return cells
    .map((cell) => (/["\r\n\t,;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(separator);
}

function formatNonDataLine(
  what: string,
  rows: readonly string[][],
  header: readonly string[],
  separator: string,
): string {
  const first = rows[0] ?? [];
  const rest = header.slice(1);
  const lines: Record<string, string> = {
    blank: '',
    commas: header.map(() => '').join(separator),
    header: formatLine(header, separator),
    total: formatLine(
      header.map((_, at) => (at === 0 ? '合 计：' : '12')),
      separator,
    ),
    sum: formatLine(
      header.map((_, at) => (at === 1 ? 'Subtotal' : '7')),
      separator,
    ),
    named: formatLine(['总计：账户', ...rest.map(() => '12')], separator),
    likely: formatLine(['本页合计', ...rest.map((_, at) => rows[0]![at + 1]!)], separator),
    unnamed: formatLine(['', ...rest.map((_, at) => rows[0]![at + 1]!)], separator),
    note: formatLine(['注：数据为 T+1', ...rest.map(() => '')], separator),
    'short note': '以上数据不含退款。',
    short: formatLine(first.slice(1), separator),
    long: formatLine([...first, '多余'], separator),
    surplus: formatLine([...first, ''], separator),
    quote: `"a"b${separator}${formatLine(first.slice(1), separator)}`,
    spaced: ` "a" ${separator}${formatLine(first.slice(1), separator)}`,
  };
  return lines[what] ?? '';
}

/** Several files in one report: to open the engine takes longer than to read one. */
export const report = fc.array(written, { minLength: 8, maxLength: 8 });

/** What a report's files come to when files of more than `large` bytes are large. */
export async function readAll(files: readonly (Written | Uint8Array)[], large: number) {
  const root = await mkdtemp(join(tmpdir(), 'fupan-test-'));
  try {
    await mkdir(join(root, 'data/r'), { recursive: true });
    for (const [at, file] of files.entries()) {
      const bytes = file instanceof Uint8Array ? file : encodeText(file.text, file.encoding);
      await writeFile(join(root, 'data/r', `t${at}.csv`), bytes);
    }
    const { tables, problems } = await readTables(root, 'r', { large });
    const opened = await openEngine(tables, { zone: 'Asia/Shanghai' });
    const found = [];
    for (const table of opened.engine.tables) {
      const { rows } = await opened.engine.query(`select * from ${table.name}`);
      const { name, file, sha256, encoding, columns } = table;
      found.push({ name, file, sha256, encoding, columns, count: table.rows, rows });
    }
    opened.engine.close();
    const told = [...problems, ...opened.problems].map(
      (one) => `${formatPlace(one.place)} ${one.id} ${one.what.zh} ${one.cure.zh}`,
    );
    return { tables: found, told: told.sort() };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/**
 * Both ways of reading the files, to be held against each other. Of a file of several tables a large one gives an error at
 * the place where a small one begins the second, or its only one below another without rows: the rest of it is left out of
 * both.
 */
export async function readBothWays(files: readonly (Written | Uint8Array)[]) {
  const [small, large] = [await readAll(files, Number.POSITIVE_INFINITY), await readAll(files, 0)];
  const refused = large.told.flatMap((one) => /^(\S+) second-table /.exec(one)?.slice(1, 2) ?? []);
  const parted = small.told.flatMap(
    (one) => /^(\S+\.csv):(\S+) several-tables /.exec(one)?.slice(1, 3).join(':') ?? [],
  );
  for (const told of small.told) {
    const file = /^(\S+\.csv):\S+ left-out-rows .*没有数据的表/.exec(told)?.[1];
    parted.push(
      ...refused.filter((place) => file && place.startsWith(`${file}:`) && !parted.includes(place)),
    );
  }
  const withoutParted = ({ tables, told }: typeof small) => {
    const files = parted.map((place) => place.replace(/:.*/, ''));
    return {
      tables: tables.filter(({ file }) => !files.includes(file)),
      told: told.filter((one) => !parted.some((place) => one.startsWith(place.replace(/\.csv:.*/, '.csv:')))),
    };
  };
  return {
    small: { ...withoutParted(small), parted: parted.sort() },
    large: { ...withoutParted(large), parted: refused },
  };
}
