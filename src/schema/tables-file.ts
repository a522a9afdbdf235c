import { z } from 'zod';
import { codeNames, decimals, scale } from './display-schema.ts';
import { knownTables } from './tables/known-tables.ts';

const text = z.string().trim().min(1);

/** What a column's name and values cannot say. */
const columnNotes = z.strictObject({
  label: text.optional().meta({ description: '显示名（name shown to readers）：消费金额' }),
  unit: z.string().optional().meta({ description: '单位（unit）：元、次、人、%' }),
  description: text.optional().meta({ description: '列的含义（what the column holds）' }),
  blank: z.enum(['zero']).optional().meta({
    description:
      '空白读作 0，用于平台以空白表示没有的数值列（reads empty cells of a column of numbers as 0）：zero',
  }),
  type: z.enum(['text', 'number', 'integer', 'boolean', 'date', 'timestamp']).optional().meta({
    description:
      '类型，只用于自定义表：text、number、integer、boolean、date、timestamp（type, for tables without a schema）',
  }),
  references: z
    .string()
    .regex(/^[^.]+\.[^.]+$/)
    .optional()
    .meta({
      description:
        '这一列指向哪张表的哪一列，写了它，指标里就能用那张表的列（table.column whose rows it names）：members.member_id',
    }),
  codes: codeNames.optional().meta({
    description:
      '代码叫什么，按先后定颜色，前六种有颜色，其余灰色（names of codes; their order is that of the colours, six at most）：{ sem: 搜索广告, xhs: 小红书 }',
  }),
  scale: scale.optional().meta({
    description:
      '各成员的关系：names 只是名称，order 有高低先后，sides 分正反两面（what the members are to one another: names, steps of an order, or two sides）：order',
  }),
  digits: decimals.optional().meta({
    description:
      '数字显示几位小数，默认三位有效数字（decimals shown; by default three significant digits）：1',
  }),
});

/** Says that a table is a team's own, whatever it is called. */
export const ownTable = 'own';

const fields = {
  table: z
    .enum([ownTable, ...Object.keys(knownTables)])
    .optional()
    .meta({
      description:
        '这个文件是哪一种已知数据表，own 是小组自己的表（which known table this is; own: none of them）：ad_spend',
    }),
  title: text.optional().meta({ description: '数据表的标题（title of the table）' }),
  source: text.optional().meta({
    description:
      '数据从哪里来，写在数据表页和 datapackage.json（where the data are from, shown to readers）：巨量引擎 推广报告.xlsx',
  }),
  log: z.boolean().optional().meta({
    description:
      '流水表：发生一次记一行；没有行的周就是 0 次，不是缺数据（a log: a step without rows is one in which nothing happened）：true',
  }),
  snapshot: text.optional().meta({
    description:
      '快照表：哪一列写着快照的日期，指标里可写 at: latest（a table of snapshots: the column with their day）：date',
  }),
  headerRow: z
    .int()
    .min(1)
    .optional()
    .meta({ description: '列名在第几行，默认第一个非空行（row with the column names, from 1）：3' }),
  dateOrder: z
    .enum(['ymd', 'mdy', 'dmy'])
    .optional()
    .meta({ description: '日期的写法，如 3/4/2026 是 mdy 还是 dmy（order of day, month and year）' }),
  personal: z.array(text).optional().meta({
    description:
      '含个人信息的列，不进入网站的样例和下载（columns with personal data, kept off the site）：[手机号]',
  }),
  columns: z
    .union([z.array(text).min(1), z.record(text, columnNotes)])
    .optional()
    .meta({
      description:
        '按列名补充显示名、单位、说明；文件没有列名时写成列表，按顺序给出列名（label, unit and description by column; a list gives names to a file that has none）：[用户, 商品, 时间]',
    }),
};

const fraction = z.number().min(0).max(1);

/** Only the table recon has them. */
const reconciliation = {
  reference: z
    .union([text, z.record(text, text)])
    .optional()
    .meta({
      description:
        '核对的基准来源，只用于 recon 表：订单库；各指标不同时写 { 支付订单: 订单库, 曝光: 媒体 }（source that the others are held against, or one by metric）',
    }),
  tolerance: z
    .union([fraction, z.record(text, fraction)])
    .optional()
    .meta({
      description:
        '与基准之差的上限 0–1，只用于 recon 表：0.05；各来源不同时写 { 埋点: 0.01, 媒体: 0.1 }（largest difference allowed, or one by source）',
    }),
};

/** What is said of one sheet of a workbook. */
const sheetNotes = z.strictObject({
  ...fields,
  ...reconciliation,
  skip: z.boolean().optional().meta({ description: '不读这张工作表（leave this sheet out）：true' }),
});

/** What is said of one file. */
const fileNotes = z.strictObject({
  ...fields,
  ...reconciliation,
  encoding: text
    .optional()
    .meta({ description: '文件编码，默认 UTF-8（encoding）：gb18030、big5、utf-16le' }),
  separator: z
    .enum([',', ';', '\t', '|', '，', ' '])
    .optional()
    .meta({ description: 'CSV 的分隔符，默认自动识别（separator of a CSV file）' }),
  sheets: z
    .record(text, sheetNotes)
    .optional()
    .meta({ description: '按工作表名说明 XLSX 的各表（notes by sheet of a workbook）' }),
});

/** `data/<report>/tables.yaml`: what files cannot say themselves, by file name. */
export const tablesFile = z
  .record(text, fileNotes)
  .meta({ description: '按文件名说明数据文件（notes by file name）：orders.csv: { encoding: gb18030 }' });

export type ColumnNotes = z.output<typeof columnNotes>;

/** What is said of single columns, under their names. */
export function getColumnNotes({ columns }: SheetNotes): Readonly<Record<string, ColumnNotes>> {
  return columns === undefined || Array.isArray(columns) ? {} : columns;
}

/** Names for a file that has none, in order. */
export function getGivenNames({ columns }: SheetNotes): readonly string[] | undefined {
  return Array.isArray(columns) ? columns : undefined;
}

export type FileNotes = z.output<typeof fileNotes>;
export type SheetNotes = z.output<typeof sheetNotes>;
export type TablesFile = z.output<typeof tablesFile>;
