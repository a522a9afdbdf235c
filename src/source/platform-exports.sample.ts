/**
 * Exports as platforms write them: titles above, totals and notes below, guarded ids, units in cells, their encodings. Structure
 * is that of real files, every value is invented.
 */
import * as xlsx from '@e965/xlsx';
import { quoteCsvField } from '../base/quoting.ts';
import type { Cell } from '../base/source-table.ts';
import { encodeText } from './encode-text.sample.ts';

type Draw = (below: number) => number;

/** A column: how a value is drawn, how the platform writes it, and what it is. */
interface ExportColumn {
  name: string;
  /** Whether a total adds it up. */
  isAdded?: true | undefined;
  draw: (draw: Draw, row: number) => Cell;
  write: (value: Cell) => string;
}

interface Manner {
  file: string;
  columns: ExportColumn[];
  /** Lines before the names. */
  above?: (names: readonly string[]) => string[][];
  /** Rows after the last, or with `first` before the first. */
  totals?: (sums: readonly (number | undefined)[]) => string[][];
  first?: boolean;
  separator?: ',' | ';' | '\t';
  newline?: '\n' | '\r\n';
  encoding?: 'gb18030' | 'utf-16le' | 'utf-8';
  mark?: boolean;
  /** An empty cell behind each row, and behind the names where it says so. */
  trailing?: 'rows' | 'all';
  sheet?: string;
}

/** An export and the rows that were put into it. */
export interface PlatformExport {
  file: string;
  bytes: Uint8Array;
  names: string[];
  rows: Cell[][];
}

const group = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const pad = (value: number): string => String(value).padStart(2, '0');
const day = (row: number): string => `2026-${pad(3 + Math.floor(row / 28))}-${pad((row % 28) + 1)}`;

const text = (name: string, words: readonly string[]): ExportColumn => ({
  name,
  draw: (draw, row) => `${words[draw(words.length)]}${row + 1}`,
  write: String,
});
const count = (name: string, write: (value: number) => string = String): ExportColumn => ({
  name,
  isAdded: true,
  draw: (draw) => draw(90_000),
  write: (value) => write(Number(value)),
});
const money = (name: string, write: (value: string) => string = (value) => value): ExportColumn => ({
  name,
  isAdded: true,
  draw: (draw) => (draw(900_000) + 1) / 100,
  write: (value) => write(Number(value).toFixed(2)),
});
/** Shares in hundredths of a per cent, as `3.07%`. */
const share = (name: string): ExportColumn => ({
  name,
  draw: (draw) => draw(10_000) / 10_000,
  write: (value) => `${(Number(value) * 100).toFixed(2)}%`,
});
const date = (name: string, write: (iso: string) => string = (iso) => iso): ExportColumn => ({
  name,
  draw: (_, row) => day(row),
  write: (value) => write(String(value)),
});
const id = (name: string, digits: number, write: (value: string) => string = String): ExportColumn => ({
  name,
  draw: (draw, row) => `69${pad(row)}${Array.from({ length: digits - 4 }, () => String(draw(10))).join('')}`,
  write: (value) => write(String(value)),
});
const time = (name: string, write: (iso: string) => string): ExportColumn => ({
  name,
  draw: (draw, row) => `${day(row)}T${pad(draw(24))}:${pad(draw(60))}:${pad(draw(60))}`,
  write: (value) => write(String(value)),
});

/** Some values are missing, as the platform says it. */
const missing = (column: ExportColumn, word: string): ExportColumn => ({
  ...column,
  draw: (draw, row) => (draw(6) === 0 ? null : column.draw(draw, row)),
  write: (value) => (value === null ? word : column.write(value)),
});

const clock = (iso: string): string => iso.replace('T', ' ');
const total =
  (label: string, fill: string, write: (sum: number) => string = String) =>
  (sums: readonly (number | undefined)[]): string[] => {
    const first = sums.indexOf(undefined);
    return sums.map((sum, at) => (at === first ? label : sum === undefined ? fill : write(sum)));
  };
const line = (value: string): string[] => [value];

const campaigns = ['品牌词', '春季活动', '新客', '老客召回'];
const posts = ['选题', '测评', '教程', '合集'];

export const manners: Record<string, Manner> = {
  'google ads, csv': {
    file: 'campaign-report.csv',
    above: () => [line('Campaign report'), line('March 1, 2026 - March 31, 2026')],
    columns: [
      text('Campaign', campaigns),
      count('Impr.', group),
      count('Clicks', group),
      missing(share('CTR'), ' --'),
      money('Cost'),
    ],
    totals: (sums) => [total('Total: Campaigns', ' --')(sums), total('Total: Account', ' --')(sums)],
  },
  'google ads, csv for excel': {
    file: 'campaign-excel.csv',
    encoding: 'utf-16le',
    mark: true,
    separator: '\t',
    above: () => [line('Campaign report'), line('1 March 2026 - 31 March 2026')],
    columns: [text('Campaign', campaigns), count('Impr.', group), money('Cost')],
    totals: (sums) => [total('Total: Campaigns', ' --')(sums)],
  },
  'ga4 report': {
    file: 'data-export.csv',
    newline: '\r\n',
    above: () => [
      line('# ----------------------------------------'),
      line('# Report CSV Export'),
      line('# Account: 实训'),
      line('# Start date: 20260301'),
    ],
    columns: [
      text('First user default channel group', ['Direct', 'Organic', 'Referral']),
      count('New users'),
    ],
  },
  'search console': {
    file: 'Queries.csv',
    columns: [
      text('Top queries', ['复盘', '实训', '转化']),
      count('Clicks'),
      count('Impressions'),
      share('CTR'),
    ],
  },
  百度统计: {
    file: '百度统计.csv',
    encoding: 'gb18030',
    above: () => [line('趋势分析'), line('网站：实训站'), line('时间：2026/03/01-2026/03/31'), []],
    columns: [
      date('日期', (iso) => iso.replaceAll('-', '/')),
      count('浏览量(PV)'),
      count('访客数(UV)'),
      share('跳出率'),
    ],
    totals: (sums) => [total('全站统计', '--')(sums)],
  },
  百度推广: {
    file: '推广报告.csv',
    encoding: 'gb18030',
    above: () => Array.from({ length: 8 }, (_, i) => line(i === 0 ? '推广计划报告' : `说明${i}：实训用`)),
    columns: [
      date('日期'),
      text('推广计划', campaigns),
      count('展现'),
      count('点击'),
      money('消费'),
      share('点击率'),
    ],
  },
  抖店订单: {
    file: '抖店.csv',
    mark: true,
    columns: [
      id('主订单编号', 19, (value) => `\t${value}`),
      text('选购商品', posts),
      count('商品数量'),
      money('订单应付金额'),
      time('订单提交时间', clock),
    ],
  },
  小红书笔记: {
    file: '笔记列表明细表.xlsx',
    sheet: 'Sheet1',
    above: (names) => [names.map(() => '最多导出排序后前1000条笔记')],
    columns: [text('笔记标题', posts), count('曝光'), count('点赞'), share('封面点击率')],
  },
  微信支付账单: {
    file: '微信支付账单.csv',
    mark: true,
    newline: '\r\n',
    above: (names) =>
      [
        '微信支付账单明细',
        '微信昵称：[实训]',
        '导出类型：[全部]',
        '',
        '共12笔记录',
        '注：',
        '----------------------微信支付账单明细列表--------------------',
      ].map((title) => names.map((_, at) => (at === 0 ? title : ''))),
    columns: [
      time('交易时间', clock),
      text('交易类型', ['商户消费', '转账', '退款']),
      money('金额(元)', (value) => `¥${value}`),
      text('支付方式', ['零钱', '银行卡']),
      id('交易单号', 28, (value) => `${value}\t`),
    ],
  },
  支付宝账单: {
    file: '支付宝账单.csv',
    encoding: 'gb18030',
    newline: '\r\n',
    trailing: 'all',
    above: () => [
      line('------------------------------------------------------------------------------------'),
      line('导出信息：'),
      line('姓名：实训'),
      line('起始时间：[2026-03-01 00:00:00]    终止时间：[2026-03-31 23:59:59]'),
      [],
      line('特别提示：'),
      line('1.本回单仅供核对。'),
      line('------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------'),
    ],
    columns: [
      time('交易时间', clock),
      text('交易分类   ', ['日用百货', '餐饮美食']),
      money('金额', (value) => `${value}   `),
      id('交易订单号', 28, (value) => `${value}\t`),
    ],
  },
  银行明细: {
    file: '明细.csv',
    trailing: 'rows',
    above: () => [line('明细查询文件下载'), [], line('卡号: 1234****9876'), []],
    columns: [
      date('交易日期', (iso) => `${iso}\t`),
      text('摘要', ['消费', '工资', '转账']),
      money('交易金额(收入)', (value) => `${group(Number(value), 2)}\t`),
      money('交易金额(支出)', (value) => `${group(Number(value), 2)}\t`),
    ],
    totals: (sums) => [total('人民币合计', '', (sum) => group(sum, 2))(sums)],
  },
  生意参谋: {
    file: '商品.xlsx',
    sheet: '商品',
    above: () => [line('生意参谋平台'), line('商品效果'), line('日期：2026-03-01~2026-03-31'), []],
    columns: [
      date('统计日期'),
      {
        ...count('商品ID'),
        isAdded: undefined,
        draw: (draw, row) => 690_000_000_000 + row * 1000 + draw(1000),
      },
      count('商品访客数', group),
      money('支付金额', (value) => group(Number(value), 2)),
      missing(share('支付转化率'), '-'),
    ],
  },
  淘宝订单: {
    file: 'ExportOrderList.csv',
    encoding: 'gb18030',
    columns: [
      id('订单编号', 18, (value) => `="${value}"`),
      text('买家会员名', ['甲', '乙', '丙']),
      money('总金额'),
      text('收货地址 ', ['上海', '广东']),
      time('订单创建时间', clock),
    ],
  },
  semrush: {
    file: 'keywords.csv',
    separator: ';',
    above: () => [
      line('-----------------'),
      line('Report: keywords'),
      line('Domain: example.cn'),
      line('-----------------'),
      [],
    ],
    columns: [text('Keyword', ['复盘', '运营']), count('Volume'), missing(money('CPC'), 'n/a')],
  },
  神策: {
    file: '事件分析.csv',
    mark: true,
    columns: [date('日期'), count('新增用户'), count('活跃用户'), share('次日留存')],
    totals: (sums) => [total('合计', '-')(sums)],
  },
};

/** An export of a manner, of some twenty rows; the same for the same dice. */
export function writeExport(manner: Manner, draw: Draw): PlatformExport {
  const { columns, separator = ',', newline = '\n', encoding = 'utf-8', mark = false, trailing } = manner;
  const rows = Array.from({ length: 12 + draw(20) }, (_, row) =>
    columns.map((column) => column.draw(draw, row)),
  );
  const names = columns.map(({ name }) => name);
  const sums = columns.map(({ isAdded }, at) =>
    isAdded ? addUp(rows.map((row) => row[at] ?? null)) : undefined,
  );
  const written = rows.map((row) => columns.map((column, at) => column.write(row[at] ?? null)));
  const behind = (cells: string[]) => (trailing ? [...cells, ''] : cells);
  const lines = [
    ...(manner.above?.(names) ?? []),
    trailing === 'all' ? behind(names) : names,
    ...written.map(behind),
    ...(manner.totals?.(sums) ?? []),
  ];
  const known = names.map((name) => name.trim());
  if (manner.sheet) return { file: manner.file, bytes: writeSheet(lines, manner.sheet), names: known, rows };
  const quoteCell = (cell: string) => (separator === ',' ? quoteGuarded(cell) : cell);
  const body = lines.map((cells) => `${cells.map(quoteCell).join(separator)}${newline}`).join('');
  return {
    file: manner.file,
    bytes: encodeText(`${mark ? '\uFEFF' : ''}${body}`, encoding),
    names: known,
    rows,
  };
}

/** Cells with a comma or a quote are quoted, blanks at their ends are not. */
const quoteGuarded = (cell: string): string => (/[",\n]/.test(cell) ? quoteCsvField(cell) : cell);

const addUp = (cells: readonly Cell[]): number =>
  Math.round(cells.reduce<number>((sum, cell) => sum + Number(cell), 0) * 100) / 100;

function writeSheet(lines: readonly string[][], name: string): Uint8Array {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(lines as string[][]), name);
  return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}
